import type { PageFacts } from './join.words.ts';
import { type MailFacts, senderOf } from './mail.words.ts';
import type { Words } from './words.ts';

const invited = ({ inviter, organization, site }: MailFacts | PageFacts) =>
  inviter === null
    ? `Je bent uitgenodigd om je aan te sluiten bij ${organization} op ${site}.`
    : `${inviter} heeft je uitgenodigd om je aan te sluiten bij ${organization} op ${site}.`;
const linkRules = ({ expires }: MailFacts) => `De link is alleen voor jou bedoeld. Hij werkt één keer, tot ${expires}.`;
const invitedFooter = (facts: MailFacts) => [
  `${facts.site} stuurt je deze e-mail omdat ${senderOf(facts)} dit adres heeft uitgenodigd.`,
  'Had je dit niet verwacht? Dan hoef je niets te doen: zonder jouw akkoord gebeurt er niets.',
];

/** Dutch. It says „je“, as business software in Dutch does today. */
export const nl: Words = {
  mail: {
    greeting: ({ firstName, lastName }) => (firstName || lastName ? `Beste ${firstName || lastName},` : 'Hallo,'),
    products: 'Dit krijg je:',
    message: ({ inviter, organization }) => `Bericht van ${inviter ?? organization}:`,
    copyLink: 'Werkt de knop niet? Kopieer dan dit adres naar je browser:',

    invitation: {
      subject: ({ inviter, organization }) =>
        inviter === null ? `Je uitnodiging voor ${organization}` : `${inviter} nodigt je uit voor ${organization}`,
      title: ({ organization }) => `Je uitnodiging voor ${organization}`,
      lines: (facts) => [invited(facts)],
      button: 'Uitnodiging accepteren',
      after: (facts) => [linkRules(facts)],
      footer: invitedFooter,
    },
    invitation_known: {
      subject: ({ organization }) => `Je toegang tot ${organization}`,
      title: ({ organization }) => `Je toegang tot ${organization}`,
      lines: ({ inviter, organization, site }) => [
        inviter === null
          ? `Je toegang tot ${organization} op ${site} staat klaar.`
          : `${inviter} heeft toegang tot ${organization} op ${site} voor je klaargezet.`,
        'Je hebt daar al een account. Log in zoals je gewend bent, en je hoort erbij.',
      ],
      button: 'Inloggen en accepteren',
      after: (facts) => [linkRules(facts)],
      footer: invitedFooter,
    },
    joined: {
      subject: ({ organization }) => `Je hoort nu bij ${organization}`,
      title: ({ organization }) => `Welkom bij ${organization}`,
      lines: ({ inviter, organization, site }) => [
        inviter === null
          ? `Je bent op ${site} toegevoegd aan ${organization}.`
          : `${inviter} heeft je op ${site} toegevoegd aan ${organization}.`,
        'Je hoeft niets te bevestigen: log gewoon in met je account.',
      ],
      button: 'Aan de slag',
      after: () => [],
      footer: (facts) => [`${facts.site} stuurt je deze e-mail omdat ${senderOf(facts)} je account heeft toegevoegd.`],
    },
    address_changed: {
      subject: ({ site }) => `Je e-mailadres op ${site} is gewijzigd`,
      title: () => 'Je e-mailadres is gewijzigd',
      lines: ({ organization, site, oldEmail, newEmail }) => [
        `Een beheerder van ${organization} heeft het e-mailadres van je account op ${site} gewijzigd van ${oldEmail} in ${newEmail}.`,
        'Log voortaan in met het nieuwe adres. Je wachtwoord blijft hetzelfde.',
      ],
      button: null,
      after: () => [],
      footer: ({ site, organization }) => [
        `${site} meldt dit aan beide adressen. Klopt er iets niet? Neem dan contact op met een beheerder van ${organization} of met het team van ${site}.`,
      ],
    },
    admin_granted: {
      subject: ({ organization }) => `Je bent nu beheerder van ${organization}`,
      title: ({ organization }) => `Je bent nu beheerder van ${organization}`,
      lines: ({ organization, site }) => [
        `Je kunt nu op ${site} mensen uitnodigen voor ${organization}, groepen beheren en licenties toewijzen.`,
      ],
      button: 'Naar het platform',
      after: () => [],
      footer: ({ site, organization }) => [
        `${site} stuurt je deze e-mail omdat een andere beheerder van ${organization} of het team van ${site} je deze rechten heeft gegeven.`,
      ],
    },
  },

  join: {
    products: 'Dit krijg je',
    home: 'Naar het platform',
    offer: {
      title: ({ organization }) => `Sluit je aan bij ${organization}`,
      lines: (facts) => [invited(facts)],
      button: 'Uitnodiging accepteren',
    },
    offerSignedIn: {
      title: ({ organization }) => `Sluit je aan bij ${organization}`,
      lines: (facts) => [invited(facts), `Je bent ingelogd als ${facts.email}.`],
      button: 'Nu aansluiten',
    },
    signIn: {
      title: ({ organization }) => `Nog één stap naar ${organization}`,
      lines: ({ site }) => [`Log in bij ${site} met het adres waarop je bent uitgenodigd. Daarna kom je hier terug.`],
      button: 'Inloggen',
    },
    joined: {
      title: ({ organization }) => `Je hoort bij ${organization}`,
      lines: ({ email }) => [`Je hebt je aangesloten met ${email}.`],
      button: 'Naar het platform',
    },
    closed: {
      title: () => 'Deze link werkt niet meer',
      lines: () => [
        'Hij is verlopen, vervangen door een nieuwere, al gebruikt of ingetrokken.',
        'Als je uitnodiging nog openstaat, sturen we een nieuwe link naar het adres waarop je bent uitgenodigd.',
        'Heb je je al aangesloten? Log dan in zoals je gewend bent.',
      ],
      button: 'Nieuwe link aanvragen',
    },
    claimGone: {
      title: () => 'Open je uitnodiging nog een keer',
      lines: () => [
        'Er is te veel tijd verstreken of er is een nieuwere e-mail. Gebruik de link in de laatste e-mail die je hebt ontvangen.',
      ],
    },
    newLink: {
      title: () => 'Bedankt',
      lines: () => [
        'Als je uitnodiging nog openstaat, is er een nieuwe link onderweg naar het adres waarop je bent uitgenodigd. We sturen er hooguit één per uur.',
      ],
    },
    otherAccount: {
      title: () => 'Deze uitnodiging is voor een ander adres',
      lines: ({ email, site }) => [`Je bent ingelogd als ${email}. Log uit bij ${site} en open de link in de e-mail opnieuw.`],
    },
    unverified: {
      title: () => 'Bevestig eerst je e-mailadres',
      lines: ({ site, email }) => [`${site} weet nog niet dat ${email} van jou is. Bevestig het adres daar en open deze link opnieuw.`],
    },
    severalAccounts: {
      title: () => 'Meerdere accounts hebben dit adres',
      lines: ({ site, organization }) => [
        `We kunnen niet zien welk account bedoeld is. Neem contact op met het team van ${site} of met een beheerder van ${organization}.`,
      ],
    },
    alreadyMember: {
      title: ({ organization }) => `Je hoort al bij ${organization}`,
      lines: ({ organization }) => [
        `Je account is daar al lid, met een ander adres. Ontbreekt er iets? Vraag het een beheerder van ${organization}.`,
      ],
    },
    refused: {
      title: () => 'Aansluiten lukt op dit moment niet',
      lines: ({ organization }) => [`Er is niets gewijzigd. Neem contact op met een beheerder van ${organization}.`],
    },
    busy: {
      title: () => 'Probeer het nog een keer',
      lines: () => ['Iemand anders wijzigde op hetzelfde moment hetzelfde. Er is niets gewijzigd: open de link opnieuw.'],
    },
    foreign: {
      title: () => 'Gebruik de link in je e-mail',
      lines: () => ['Dit kwam niet van onze eigen pagina. Er is niets gewijzigd.'],
    },
    hostFailed: {
      title: () => 'Dat is niet gelukt',
      lines: ({ site }) => [`${site} kon dit niet uitvoeren. Er is niets gewijzigd en je link werkt nog: probeer het later nog eens.`],
    },
    unavailable: {
      title: () => 'Op dit moment niet beschikbaar',
      lines: () => [
        'Onze database is niet bereikbaar. Er is niets gewijzigd en je link werkt nog: probeer het over een paar minuten opnieuw.',
      ],
    },
    failed: {
      title: () => 'Dat is niet gelukt',
      lines: () => ['Het ligt niet aan jou. Probeer het later nog eens.'],
    },
  },
};
