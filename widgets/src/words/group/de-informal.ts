import type { SomeWords } from '../dictionary.ts';
import type { en } from './en.ts';

/** German for organizations that say *du*: what differs from the formal German below it. */
export const deInformal = (): SomeWords<ReturnType<typeof en>> => ({
  groupNameNeeded: 'Gib der Gruppe einen Namen.',
  noMatch: 'Niemand gefunden. Versuche die genaue E-Mail-Adresse, oder lade die Person ein.',
});
