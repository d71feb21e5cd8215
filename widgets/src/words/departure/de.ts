import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

/** German, formal. Soft hyphens stand in long words, so that narrow columns break them well. */
export const de = (f: Formats): ReturnType<typeof en> => ({
  roleQuestion: {
    admin: {
      title: (name) => `${name} Verwaltungsrechte geben?`,
      means: 'Wer verwaltet, lädt Personen ein und entfernt sie, vergibt Plätze und kann anderen diese Rechte geben.',
      mail: (email) => `Eine E-Mail an ${email} teilt es mit.`,
      mailLater: 'Die Rechte beginnen mit dem Beitritt.',
    },
    member: {
      title: (name) => `${name} die Verwaltungsrechte entziehen?`,
      means: 'Mitgliedschaft, Gruppen und Plätze bleiben. Die Verwaltung der anderen Personen endet.',
      mail: () => 'Es wird keine E-Mail gesendet.',
      mailLater: 'Es wird keine E-Mail gesendet.',
    },
  },
  departure: {
    deactivate: { title: (name) => `${name} deaktivieren?`, button: 'Deaktivieren' },
    remove: { title: (name, from) => `${name} aus ${from} entfernen?`, button: 'Entfernen' },
    group: { title: (name, from) => `${name} aus ${from} entfernen?`, button: 'Entfernen' },
    revoke: { title: (name) => `Einladung von ${name} zurückziehen?`, button: 'Zurückziehen' },
  },
  seatFate: {
    released: 'Der Platz wird wieder frei',
    consumed: 'Der Platz bleibt verbraucht',
    carried: 'Der Platz geht mit',
    other: 'Der Platz endet',
  },
  seatRule: {
    reservation: (name, pool) => `${name} ist noch nicht beigetreten, daher wird der vorgemerkte Platz in ${pool} wieder frei.`,
    release_always: (_name, pool) => `In ${pool} wird ein Platz immer frei, wenn die Person geht.`,
    never_opened: (name, pool) => `${name} hat ${pool} nie geöffnet, und ungenutzte Plätze werden wieder frei.`,
    opened: (name, pool, date) =>
      `${name} hat ${pool}${date ? ` am ${date}` : ''} geöffnet. Ein genutzter Platz wird nicht wieder frei. Eine Rückkehr kostet keinen neuen.`,
    release_never: (_name, pool) => `In ${pool} werden Plätze nie wieder frei. Eine Rückkehr kostet keinen neuen.`,
    refund: (_name, pool) => `Der Platz in ${pool} wird erstattet.`,
    expired: (_name, pool) => `Die Laufzeit von ${pool} ist vorbei.`,
    carried: (name, pool) => `${name} erhält statt dieses Platzes in ${pool} einen der anderen Gruppe.`,
  },
  freeGoes: (from, to) => `Frei: bisher ${f.number(from)}, dann ${f.number(to)}.`,
  freeStays: (free) => `Frei: weiterhin ${f.number(free)}.`,
  noSeatTouched: 'Kein Platz ändert sich',
  noSeatTouchedNote: (name) => `${name} hat keinen Platz, den dies betrifft.`,
  signIn: {
    blocked: { title: 'Die Anmeldung wird gesperrt', note: (name) => `${name} wird überall abgemeldet und kann sich nicht mehr anmelden.` },
    kept: {
      title: 'Die Anmeldung bleibt',
      note: () => 'Das Konto bei der Plattform bleibt bestehen. Nur die Mitgliedschaft hier endet.',
      rests: 'Das Konto bei der Plattform bleibt bestehen. Die Mitgliedschaft hier ruht.',
    },
    none: {
      title: 'Kein Konto ist betroffen',
      note: (name) => `${name} ist noch nicht beigetreten. Der Link in der E-Mail gilt dann nicht mehr.`,
    },
  },
  dataKept: 'Alles bleibt erhalten',
  dataKeptNote: 'Rolle, Gruppen und Rechte kehren zurück, wenn Sie die Person reaktivieren.',
  groupsEnd: 'Gruppen und Rechte enden',
  groupsEndNote: 'Für eine Rückkehr muss die Person neu eingeladen werden.',
  accessEnds: 'Der Zugang endet jetzt',
  accessEndsNote: (name) => `Kurse, die an einem dieser Plätze hängen, schließen sich für ${name}.`,
  staysMember: (name) => `${name} bleibt Mitglied`,
  staysMemberNote: 'Andere Gruppen und die Plätze der Organisation sind nicht betroffen.',
});
