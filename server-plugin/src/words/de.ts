import type { PageFacts } from './join.words.ts';
import { fullNameOf, type MailFacts, senderOf } from './mail.words.ts';
import type { Words } from './words.ts';

const invited = ({ inviter, organization, site }: MailFacts | PageFacts) =>
  inviter === null
    ? `Sie sind eingeladen, ${organization} auf ${site} beizutreten.`
    : `${inviter} hat Sie eingeladen, ${organization} auf ${site} beizutreten.`;
const linkRules = ({ expires }: MailFacts) => `Der Link ist nur für Sie bestimmt. Er gilt einmal, bis ${expires}.`;
const invitedFooter = (facts: MailFacts) => [
  `${facts.site} schickt Ihnen diese E-Mail, weil ${senderOf(facts)} diese Adresse eingeladen hat.`,
  'Falls Sie damit nicht gerechnet haben, brauchen Sie nichts zu tun: Ohne Ihre Zusage geschieht nichts.',
];

/** German, formal. */
export const de: Words = {
  mail: {
    greeting: (facts) => (fullNameOf(facts) ? `Guten Tag ${fullNameOf(facts)},` : 'Guten Tag,'),
    products: 'Das erhalten Sie:',
    message: ({ inviter, organization }) => `Nachricht von ${inviter ?? organization}:`,
    copyLink: 'Falls die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:',

    invitation: {
      subject: ({ inviter, organization }) =>
        inviter === null ? `Ihre Einladung zu ${organization}` : `${inviter} lädt Sie zu ${organization} ein`,
      title: ({ organization }) => `Ihre Einladung zu ${organization}`,
      lines: (facts) => [invited(facts)],
      button: 'Einladung annehmen',
      after: (facts) => [linkRules(facts)],
      footer: invitedFooter,
    },
    invitation_known: {
      subject: ({ organization }) => `Ihr Zugang bei ${organization}`,
      title: ({ organization }) => `Ihr Zugang bei ${organization}`,
      lines: ({ inviter, organization, site }) => [
        inviter === null
          ? `Bei ${organization} auf ${site} ist ein Zugang für Sie eingerichtet.`
          : `${inviter} hat für Sie einen Zugang bei ${organization} auf ${site} eingerichtet.`,
        'Sie haben dort bereits ein Konto. Melden Sie sich wie gewohnt an, und Sie sind dabei.',
      ],
      button: 'Anmelden und beitreten',
      after: (facts) => [linkRules(facts)],
      footer: invitedFooter,
    },
    joined: {
      subject: ({ organization }) => `Sie gehören jetzt zu ${organization}`,
      title: ({ organization }) => `Willkommen bei ${organization}`,
      lines: ({ inviter, organization, site }) => [
        inviter === null
          ? `Sie gehören auf ${site} jetzt zu ${organization}.`
          : `${inviter} hat Sie auf ${site} zu ${organization} hinzugefügt.`,
        'Sie müssen nichts bestätigen: Melden Sie sich wie gewohnt mit Ihrem Konto an.',
      ],
      button: 'Jetzt loslegen',
      after: () => [],
      footer: (facts) => [`${facts.site} schickt Ihnen diese E-Mail, weil ${senderOf(facts)} Ihr Konto hinzugefügt hat.`],
    },
    address_changed: {
      subject: ({ site }) => `Ihre Adresse auf ${site} wurde geändert`,
      title: () => 'Ihre Adresse wurde geändert',
      lines: ({ organization, site, oldEmail, newEmail }) => [
        `Die Verwaltung von ${organization} hat die Adresse Ihres Kontos auf ${site} von ${oldEmail} auf ${newEmail} geändert.`,
        'Melden Sie sich ab jetzt mit der neuen Adresse an. Ihr Passwort bleibt gleich.',
      ],
      button: null,
      after: () => [],
      footer: ({ site, organization }) => [
        `${site} benachrichtigt beide Adressen. Falls das nicht stimmt, wenden Sie sich an die Verwaltung von ${organization} oder an den Betreiber von ${site}.`,
      ],
    },
    admin_granted: {
      subject: ({ organization }) => `Sie verwalten jetzt ${organization}`,
      title: ({ organization }) => `Sie verwalten jetzt ${organization}`,
      lines: ({ organization, site }) => [
        `Sie können jetzt auf ${site} Personen zu ${organization} einladen, Gruppen verwalten und Plätze vergeben.`,
      ],
      button: 'Zur Plattform',
      after: () => [],
      footer: ({ site, organization }) => [
        `${site} schickt Ihnen diese E-Mail, weil Ihnen die Verwaltung von ${organization} oder der Betreiber von ${site} diese Rechte gegeben hat.`,
      ],
    },
  },

  join: {
    products: 'Das erhalten Sie',
    home: 'Zur Plattform',
    offer: {
      title: ({ organization }) => `${organization} beitreten`,
      lines: (facts) => [invited(facts)],
      button: 'Einladung annehmen',
    },
    offerSignedIn: {
      title: ({ organization }) => `${organization} beitreten`,
      lines: (facts) => [invited(facts), `Sie sind als ${facts.email} angemeldet.`],
      button: 'Jetzt beitreten',
    },
    signIn: {
      title: ({ organization }) => `Noch ein Schritt zu ${organization}`,
      lines: ({ site }) => [`Melden Sie sich bei ${site} mit der Adresse an, an die die Einladung ging. Danach kommen Sie hierher zurück.`],
      button: 'Anmelden',
    },
    joined: {
      title: ({ organization }) => `Sie gehören zu ${organization}`,
      lines: ({ email }) => [`Sie sind mit ${email} beigetreten.`],
      button: 'Zur Plattform',
    },
    closed: {
      title: () => 'Dieser Link gilt nicht mehr',
      lines: () => [
        'Er ist abgelaufen, durch einen neueren ersetzt, schon benutzt oder zurückgezogen worden.',
        'Falls Ihre Einladung noch offen ist, schicken wir einen neuen Link an die Adresse, an die sie ging.',
        'Falls Sie schon beigetreten sind, melden Sie sich wie gewohnt an.',
      ],
      button: 'Neuen Link schicken',
    },
    claimGone: {
      title: () => 'Bitte öffnen Sie Ihre Einladung noch einmal',
      lines: () => ['Es ist zu viel Zeit vergangen, oder es gibt eine neuere E-Mail. Verwenden Sie den Link in der neuesten E-Mail.'],
    },
    newLink: {
      title: () => 'Vielen Dank',
      lines: () => [
        'Falls Ihre Einladung noch offen ist, geht ein neuer Link an die Adresse, an die sie geschickt wurde, höchstens einmal in der Stunde.',
      ],
    },
    otherAccount: {
      title: () => 'Diese Einladung ist für eine andere Adresse',
      lines: ({ email, site }) => [
        `Sie sind als ${email} angemeldet. Melden Sie sich bei ${site} ab und öffnen Sie den Link in der E-Mail noch einmal.`,
      ],
    },
    unverified: {
      title: () => 'Bitte bestätigen Sie zuerst Ihre Adresse',
      lines: ({ site, email }) => [
        `${site} weiß noch nicht, dass ${email} Ihnen gehört. Bestätigen Sie die Adresse dort und öffnen Sie den Link noch einmal.`,
      ],
    },
    severalAccounts: {
      title: () => 'Mehrere Konten haben diese Adresse',
      lines: ({ site, organization }) => [
        `Wir können nicht erkennen, welches gemeint ist. Wenden Sie sich an den Betreiber von ${site} oder an die Verwaltung von ${organization}.`,
      ],
    },
    alreadyMember: {
      title: ({ organization }) => `Sie gehören bereits zu ${organization}`,
      lines: ({ organization }) => [
        `Ihr Konto ist dort schon Mitglied, unter einer anderen Adresse. Falls etwas fehlt, fragen Sie die Verwaltung von ${organization}.`,
      ],
    },
    refused: {
      title: () => 'Der Beitritt ist zurzeit nicht möglich',
      lines: ({ organization }) => [`Es wurde nichts geändert. Wenden Sie sich an die Verwaltung von ${organization}.`],
    },
    busy: {
      title: () => 'Bitte versuchen Sie es noch einmal',
      lines: () => ['Gerade wurde dasselbe von anderer Seite geändert. Öffnen Sie den Link noch einmal.'],
    },
    foreign: {
      title: () => 'Bitte verwenden Sie den Link in Ihrer E-Mail',
      lines: () => ['Das kam nicht von unserer eigenen Seite. Es wurde nichts geändert.'],
    },
    hostFailed: {
      title: () => 'Das hat nicht geklappt',
      lines: ({ site }) => [
        `${site} konnte das nicht ausführen. Es wurde nichts geändert, und Ihr Link gilt weiter: Versuchen Sie es später noch einmal.`,
      ],
    },
    unavailable: {
      title: () => 'Zurzeit nicht erreichbar',
      lines: () => [
        'Unsere Datenbank ist nicht erreichbar. Es wurde nichts geändert, und Ihr Link gilt weiter: Versuchen Sie es in einigen Minuten noch einmal.',
      ],
    },
    failed: {
      title: () => 'Das hat nicht geklappt',
      lines: () => ['Es liegt nicht an Ihnen. Bitte versuchen Sie es später noch einmal.'],
    },
  },
};
