import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

/** Dutch, which says *je*. */
export const nl = (f: Formats): ReturnType<typeof en> => ({
  addresses: 'Adressen',
  addressesHint: 'Plak uit een e-mail, werkblad of lijst; namen blijven bewaard. Enter zet de invoer in de lijst.',
  added: (n) => f.count(n, '# persoon in de lijst gezet', '# personen in de lijst gezet'),
  duplicates: (n) => f.count(n, '# adres was dubbel en staat er één keer', '# adressen waren dubbel en staan er één keer'),
  toInvite: (n) => f.count(n, '# persoon', '# personen'),
  emailOf: (row) => `E-mailadres, regel ${row}`,
  firstNameOf: (row) => `Voornaam, regel ${row}`,
  lastNameOf: (row) => `Achternaam, regel ${row}`,
  removeRow: (email) => `${email} uit de lijst halen`,
  unreadable: 'Een adres heeft een @ en een domein nodig, zoals naam@example.com',
  seatsEndHere: (n) =>
    f.count(
      n,
      'Hier eindigen de licenties. De persoon hieronder krijgt er geen.',
      'Hier eindigen de licenties. De # personen hieronder krijgen er geen.',
    ),
  seatsOfPoolEndHere: (pool, n) =>
    f.count(
      n,
      `Hier eindigen de licenties in ${pool}. De persoon hieronder wordt zonder licentie uitgenodigd.`,
      `Hier eindigen de licenties in ${pool}. De # personen hieronder worden zonder licentie uitgenodigd.`,
    ),
  everyoneGets: 'Iedereen krijgt',
  addGroup: 'Groep toevoegen',
  addRoleProfile: 'Functieprofiel toevoegen',
  relationIn: (group) => `Rol in ${group}`,
  removeGroup: (group) => `${group} weglaten`,
  groupNeeded: 'Kies minstens een van je groepen.',
  poolRequired: 'Elk lid heeft er een nodig',
  poolRequiredInGroup: 'Elk lid van de groep heeft er een nodig',
  poolAutomatic: 'Iedereen krijgt er een zolang de voorraad strekt',
  messageHint: 'Wordt verzonden zoals je het schrijft, nooit vertaald.',
  arithmetic: (free, takes) => `${f.number(free)} beschikbaar, dit kost er ${f.number(takes)}`,
  left: (n) => f.count(n, '# blijft beschikbaar', '# blijven beschikbaar'),
  missOut: (n) => f.count(n, '# krijgt er geen', '# krijgen er geen'),
  noSeatNeeded: 'Er is geen licentie nodig',
  noGroupSeatNeeded: (groups) => (groups === 1 ? 'Er is geen licentie van deze groep nodig' : 'Er is geen licentie van deze groepen nodig'),
  noFreeSeat: (pool) => `In ${pool} is geen licentie beschikbaar.`,
  nobodyListed: 'Vul minstens één adres in.',
  mendFirst: (n) =>
    f.count(n, '# adres is niet leesbaar. Verbeter het of haal het weg.', '# adressen zijn niet leesbaar. Verbeter ze of haal ze weg.'),
  tooMany: 'Hoogstens 1.000 personen in één keer.',
  invite: (n) => f.count(n, '# persoon uitnodigen', '# personen uitnodigen'),
  inviteSome: (n, of) => `${f.number(n)} van ${f.number(of)} personen uitnodigen`,
  inviting: 'Wordt uitgenodigd …',
  inviteMore: 'Meer personen uitnodigen',
  resultTitle: (invited, refused) =>
    [
      invited ? f.count(invited, '# persoon is uitgenodigd', '# personen zijn uitgenodigd') : '',
      refused ? f.count(refused, '# is geweigerd', '# zijn geweigerd') : '',
    ]
      .filter(Boolean)
      .join(', ') || 'Er is niemand nieuw uitgenodigd',
  refusedHint: 'Verbeter hieronder wat niet klopt en nodig opnieuw uit. Verder ging er niets verloren.',
  outcome: {
    invited: 'Uitgenodigd. De e-mail gaat zo weg.',
    joined: 'Meteen aangesloten: het account was hier al bekend.',
    staged: 'Klaargezet. Geen e-mail tot je die verzendt.',
    updated: 'Al hier. Wat je hebt toegevoegd, is ingesteld.',
    already_member: 'Al lid met dit alles. Er is niets verzonden.',
    refused: 'Geweigerd',
  },
  invitedWithout: (pools) => `Uitgenodigd, zonder licentie in ${pools}. De e-mail gaat zo weg.`,
  withoutSeat: (pools) => `Zonder licentie in ${pools}.`,
  mailLeaves: (n, seconds) => `${f.count(n, 'E-mail aan # persoon', 'E-mail aan # personen')} gaat weg over ${f.number(seconds)} s`,
  undoing: 'Wordt ongedaan gemaakt …',
  undone: (n) =>
    f.count(
      n,
      'Ongedaan gemaakt. # uitnodiging is ingetrokken, de licenties ervan zijn weer beschikbaar.',
      'Ongedaan gemaakt. # uitnodigingen zijn ingetrokken, de licenties ervan zijn weer beschikbaar.',
    ),
  undoFailed: (n) =>
    f.count(
      n,
      '# uitnodiging kon niet ongedaan worden gemaakt. Trek die in de ledenlijst in.',
      '# uitnodigingen konden niet ongedaan worden gemaakt. Trek ze in de ledenlijst in.',
    ),
});
