import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

/** German, formal. Soft hyphens stand in long words, so that narrow columns break them well. */
export const de = (f: Formats): ReturnType<typeof en> => ({
  addresses: 'Adressen',
  addressesHint: 'Aus einer E-Mail, Tabelle oder Liste einfügen; Namen bleiben erhalten. Die Eingabetaste übernimmt in die Liste.',
  added: (n) => f.count(n, '# Person in die Liste übernommen', '# Personen in die Liste übernommen'),
  duplicates: (n) => f.count(n, '# Adresse war doppelt und steht nur einmal da', '# Adressen waren doppelt und stehen nur einmal da'),
  toInvite: (n) => f.count(n, '# Person', '# Personen'),
  emailOf: (row) => `E-Mail-Adresse, Zeile ${row}`,
  firstNameOf: (row) => `Vorname, Zeile ${row}`,
  lastNameOf: (row) => `Nachname, Zeile ${row}`,
  removeRow: (email) => `${email} aus der Liste nehmen`,
  unreadable: 'Eine Adresse braucht ein @ und eine Domain, etwa name@example.com',
  seatsEndHere: (n) =>
    f.count(
      n,
      'Hier enden die Plätze. Die Person darunter geht leer aus.',
      'Hier enden die Plätze. Die # Personen darunter gehen leer aus.',
    ),
  seatsOfPoolEndHere: (pool, n) =>
    f.count(
      n,
      `Hier enden die Plätze in ${pool}. Die Person darunter wird ohne Platz eingeladen.`,
      `Hier enden die Plätze in ${pool}. Die # Personen darunter werden ohne Platz eingeladen.`,
    ),
  everyoneGets: 'Alle erhalten',
  addGroup: 'Gruppe hinzufügen',
  addRoleProfile: 'Rollenprofil hinzufügen',
  relationIn: (group) => `Stellung in ${group}`,
  removeGroup: (group) => `${group} weglassen`,
  groupNeeded: 'Wählen Sie mindestens eine Ihrer Gruppen.',
  poolRequired: 'Jedes Mitglied braucht einen',
  poolRequiredInGroup: 'Jedes Mitglied der Gruppe braucht einen',
  poolAutomatic: 'Alle erhalten einen, solange der Vorrat reicht',
  messageHint: 'Wird so gesendet, wie Sie sie schreiben, nie übersetzt.',
  arithmetic: (free, takes) => `${f.number(free)} frei, dies braucht ${f.number(takes)}`,
  left: (n) => f.count(n, '# bleibt frei', '# bleiben frei'),
  missOut: (n) => f.count(n, '# geht leer aus', '# gehen leer aus'),
  noSeatNeeded: 'Kein Platz wird belegt',
  noGroupSeatNeeded: (groups) => (groups === 1 ? 'Kein Platz dieser Gruppe wird belegt' : 'Kein Platz dieser Gruppen wird belegt'),
  noFreeSeat: (pool) => `In ${pool} ist kein Platz frei.`,
  nobodyListed: 'Geben Sie mindestens eine Adresse ein.',
  mendFirst: (n) =>
    f.count(
      n,
      '# Adresse ist nicht lesbar. Verbessern oder entfernen Sie sie.',
      '# Adressen sind nicht lesbar. Verbessern oder entfernen Sie sie.',
    ),
  tooMany: 'Höchstens 1.000 Personen auf einmal.',
  invite: (n) => f.count(n, '# Person einladen', '# Personen einladen'),
  inviteSome: (n, of) => `${f.number(n)} von ${f.number(of)} Personen einladen`,
  inviting: 'Wird eingeladen …',
  inviteMore: 'Weitere Personen einladen',
  resultTitle: (invited, refused) =>
    [
      invited ? f.count(invited, '# Person ist eingeladen', '# Personen sind eingeladen') : '',
      refused ? f.count(refused, '# wurde abgelehnt', '# wurden abgelehnt') : '',
    ]
      .filter(Boolean)
      .join(', ') || 'Niemand wurde neu eingeladen',
  refusedHint: 'Verbessern Sie unten, was nicht stimmt, und laden Sie erneut ein. Sonst ging nichts verloren.',
  outcome: {
    invited: 'Eingeladen. Die E-Mail wird gleich gesendet.',
    joined: 'Sofort beigetreten: Das Konto war hier schon bekannt.',
    staged: 'Zurückgehalten. Keine E-Mail, bis Sie sie senden.',
    updated: 'Schon hier. Ihre Ergänzungen sind gesetzt.',
    already_member: 'Schon Mitglied mit all dem. Nichts wurde gesendet.',
    refused: 'Abgelehnt',
  },
  invitedWithout: (pools) => `Eingeladen, ohne Platz in ${pools}. Die E-Mail wird gleich gesendet.`,
  withoutSeat: (pools) => `Ohne Platz in ${pools}.`,
  mailLeaves: (n, seconds) => `${f.count(n, 'E-Mail an # Person', 'E-Mail an # Personen')} wird in ${f.number(seconds)} s gesendet`,
  undoing: 'Wird zurückgenommen …',
  undone: (n) =>
    f.count(
      n,
      'Zurückgenommen. # Einladung ist zurückgezogen, ihre Plätze sind wieder frei.',
      'Zurückgenommen. # Einladungen sind zurückgezogen, ihre Plätze sind wieder frei.',
    ),
  undoFailed: (n) =>
    f.count(
      n,
      '# Einladung ließ sich nicht zurücknehmen. Ziehen Sie sie in der Mitgliederliste zurück.',
      '# Einladungen ließen sich nicht zurücknehmen. Ziehen Sie sie in der Mitgliederliste zurück.',
    ),
});
