import type { SomeWords } from '../dictionary.ts';
import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

/** German for organizations that say *du*: what differs from the formal German below it. */
export const deInformal = (f: Formats): SomeWords<ReturnType<typeof en>> => ({
  seatsRestNote:
    'Solange die Gruppe archiviert ist, können sie nicht vergeben werden, und sie enden mit ihrer Laufzeit. Um sie anderswo zu nutzen, verschiebe zuerst Personen.',
  onlyFirst: (n, left) =>
    `Nur die ersten ${f.number(n)} werden auf einmal genommen; ${f.count(left, '# bleibt übrig', '# bleiben übrig')}. Füge die übrigen danach ein.`,
  severalSo: 'Mehrere Personen heißen so. Nimm die Adresse.',
  moreByName: 'Es gibt noch mehr. Suche nach dem Namen.',
  groupNameNeeded: 'Gib der Gruppe einen Namen.',
  noMatch: 'Niemand gefunden. Versuche die genaue E-Mail-Adresse, oder lade die Person ein.',
});
