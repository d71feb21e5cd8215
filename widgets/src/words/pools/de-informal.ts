import type { SomeWords } from '../dictionary.ts';
import type { en } from './en.ts';

/** German for organizations that say *du*: what differs from the formal German below it. */
export const deInformal = (): SomeWords<ReturnType<typeof en>> => ({
  noPoolsNote: 'Sobald dein Anbieter Plätze gebucht hat, erscheinen sie hier.',
});
