import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

/** Dutch, which says *je*. */
export const nl = (f: Formats): ReturnType<typeof en> => ({
  roleQuestion: {
    admin: {
      title: (name) => `${name} beheerdersrechten geven?`,
      means: 'Beheerders nodigen personen uit en verwijderen ze, wijzen licenties toe en kunnen anderen deze rechten geven.',
      mail: (email) => `${email} krijgt hierover een e-mail.`,
      mailLater: 'De rechten gaan in zodra de persoon zich aansluit.',
    },
    member: {
      title: (name) => `De beheerdersrechten van ${name} intrekken?`,
      means: 'Lidmaatschap, groepen en licenties blijven. Het beheer van de andere personen eindigt.',
      mail: () => 'Er wordt geen e-mail verzonden.',
      mailLater: 'Er wordt geen e-mail verzonden.',
    },
  },
  departure: {
    deactivate: { title: (name) => `${name} deactiveren?`, button: 'Deactiveren' },
    remove: { title: (name, from) => `${name} uit ${from} verwijderen?`, button: 'Verwijderen' },
    group: { title: (name, from) => `${name} uit ${from} verwijderen?`, button: 'Verwijderen' },
    revoke: { title: (name) => `De uitnodiging van ${name} intrekken?`, button: 'Uitnodiging intrekken' },
  },
  seatFate: {
    released: 'De licentie komt weer beschikbaar',
    consumed: 'De licentie blijft verbruikt',
    carried: 'De licentie gaat mee',
    other: 'De licentie eindigt',
  },
  seatRule: {
    reservation: (name, pool) =>
      `${name} heeft zich nog niet aangesloten; de licentie die in ${pool} is gereserveerd, komt daarom weer beschikbaar.`,
    release_always: (_name, pool) => `In ${pool} komt een licentie altijd weer beschikbaar als de persoon vertrekt.`,
    never_opened: (name, pool) => `${name} heeft ${pool} nooit geopend, en ongebruikte licenties komen weer beschikbaar.`,
    opened: (name, pool, date) =>
      `${name} heeft ${pool}${date ? ` op ${date}` : ''} geopend. Een gebruikte licentie komt niet meer beschikbaar. Terugkomen kost geen nieuwe.`,
    release_never: (_name, pool) => `In ${pool} komen licenties nooit meer beschikbaar. Terugkomen kost geen nieuwe.`,
    carried: (name, pool) => `${name} krijgt in plaats van deze licentie in ${pool} een licentie van de andere groep.`,
    refund: (_name, pool) => `De licentie in ${pool} wordt teruggeboekt.`,
    expired: (_name, pool) => `De looptijd van ${pool} is voorbij.`,
  },
  freeGoes: (from, to) => `Beschikbaar: eerst ${f.number(from)}, dan ${f.number(to)}.`,
  freeStays: (free) => `Beschikbaar: nog steeds ${f.number(free)}.`,
  noSeatTouched: 'Er verandert geen licentie',
  noSeatTouchedNote: (name) => `${name} heeft geen licentie waarvoor dit iets verandert.`,
  signIn: {
    blocked: { title: 'Inloggen wordt geblokkeerd', note: (name) => `${name} wordt overal uitgelogd en kan niet meer inloggen.` },
    kept: {
      title: 'Inloggen blijft mogelijk',
      note: () => 'Het account bij het platform blijft bestaan. Alleen het lidmaatschap hier eindigt.',
      rests: 'Het account bij het platform blijft bestaan. Het lidmaatschap hier staat stil.',
    },
    none: {
      title: 'Voor accounts verandert er niets',
      note: (name) => `${name} heeft zich nog niet aangesloten. De link in de e-mail werkt dan niet meer.`,
    },
  },
  dataKept: 'Alles blijft bewaard',
  dataKeptNote: 'Rol, groepen en rechten komen terug als je de persoon opnieuw activeert.',
  groupsEnd: 'Groepen en rechten eindigen',
  groupsEndNote: 'Wie wil terugkomen, moet opnieuw worden uitgenodigd.',
  accessEnds: 'De toegang eindigt nu',
  accessEndsNote: (name) => `Cursussen die van een van deze licenties afhangen, gaan dicht voor ${name}.`,
  staysMember: (name) => `${name} blijft lid`,
  staysMemberNote: 'Voor andere groepen en de licenties van de organisatie verandert er niets.',
});
