import type { SomeWords } from '../dictionary.ts';
import type { en } from './en.ts';

/** German for organizations that say *du*: what differs from the formal German below it. */
export const deInformal = (): SomeWords<ReturnType<typeof en>> => ({
  notSaved: 'Deine Änderungen sind nicht gespeichert.',
  owned: (owner) => `Namen und Adresse kommen von ${owner}. Gruppen, Rolle und Plätze änderst du hier.`,
});
