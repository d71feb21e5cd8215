import type { Base, Context } from '../context.ts';
import { noEffects } from '../effects.ts';

/** A context for what Seatkit does by itself. */
export function systemContext(base: Base, label: string): Context {
  return { ...base, actor: { kind: 'system', label }, now: new Date().toISOString(), effects: noEffects(), ifMatch: null };
}
