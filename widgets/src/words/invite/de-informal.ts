import type { SomeWords } from '../dictionary.ts';
import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

/** German for organizations that say *du*: what differs from the formal German below it. */
export const deInformal = (f: Formats): SomeWords<ReturnType<typeof en>> => ({
  groupNeeded: 'Wähle mindestens eine deiner Gruppen.',
  messageHint: 'Wird so gesendet, wie du sie schreibst, nie übersetzt.',
  nobodyListed: 'Gib mindestens eine Adresse ein.',
  mendFirst: (n) =>
    f.count(n, '# Adresse ist nicht lesbar. Verbessere oder entferne sie.', '# Adressen sind nicht lesbar. Verbessere oder entferne sie.'),
  outcome: {
    staged: 'Zurückgehalten. Keine E-Mail, bis du sie sendest.',
    updated: 'Schon hier. Deine Ergänzungen sind gesetzt.',
  },
  undoFailed: (n) =>
    f.count(
      n,
      '# Einladung ließ sich nicht zurücknehmen. Ziehe sie in der Mitgliederliste zurück.',
      '# Einladungen ließen sich nicht zurücknehmen. Ziehe sie in der Mitgliederliste zurück.',
    ),
  mailHasLeft: (n) =>
    f.count(
      n,
      'Die E-Mail ist schon unterwegs. Ziehe die Einladung in der Mitgliederliste zurück.',
      'Die E-Mails sind schon unterwegs. Ziehe die Einladungen in der Mitgliederliste zurück.',
    ),
  here: {
    deactivated: 'Deaktiviert: wird abgelehnt. Reaktiviere die Person in der Mitgliederliste.',
    elsewhere: 'Schon hier, in Gruppen, für die du nicht verantwortlich bist',
  },
});
