import type { SomeWords } from '../dictionary.ts';
import type { en } from './en.ts';

/** German for organizations that say *du*: what differs from the formal German below it. */
export const deInformal = (): SomeWords<ReturnType<typeof en>> => ({
  dataKeptNote: 'Rolle, Gruppen und Rechte kehren zurück, wenn du die Person reaktivierst.',
});
