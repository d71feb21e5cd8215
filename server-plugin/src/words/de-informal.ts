import { de } from './de.ts';
import type { PageFacts } from './join.words.ts';
import { type MailFacts, senderOf } from './mail.words.ts';
import type { Words } from './words.ts';

const { mail, join } = de;

const invited = ({ inviter, organization, site }: MailFacts | PageFacts) =>
  inviter === null
    ? `Du bist eingeladen, ${organization} auf ${site} beizutreten.`
    : `${inviter} hat dich eingeladen, ${organization} auf ${site} beizutreten.`;
const linkRules = ({ expires }: MailFacts) => `Der Link ist nur für dich bestimmt. Er gilt einmal, bis ${expires}.`;
const invitedFooter = (facts: MailFacts) => [
  `${facts.site} schickt dir diese E-Mail, weil ${senderOf(facts)} diese Adresse eingeladen hat.`,
  'Falls du damit nicht gerechnet hast, brauchst du nichts zu tun: Ohne deine Zusage geschieht nichts.',
];

/** German, for organizations that say „du“. */
export const deInformal: Words = {
  mail: {
    greeting: ({ firstName, lastName }) => (firstName || lastName ? `Hallo ${firstName || lastName},` : 'Hallo,'),
    products: 'Das bekommst du:',
    message: mail.message,
    copyLink: 'Falls die Schaltfläche nicht funktioniert, kopiere diese Adresse in deinen Browser:',

    invitation: {
      ...mail.invitation,
      subject: ({ inviter, organization }) =>
        inviter === null ? `Deine Einladung zu ${organization}` : `${inviter} lädt dich zu ${organization} ein`,
      title: ({ organization }) => `Deine Einladung zu ${organization}`,
      lines: (facts) => [invited(facts)],
      after: (facts) => [linkRules(facts)],
      footer: invitedFooter,
    },
    invitation_known: {
      ...mail.invitation_known,
      subject: ({ organization }) => `Dein Zugang bei ${organization}`,
      title: ({ organization }) => `Dein Zugang bei ${organization}`,
      lines: ({ inviter, organization, site }) => [
        inviter === null
          ? `Bei ${organization} auf ${site} ist ein Zugang für dich eingerichtet.`
          : `${inviter} hat für dich einen Zugang bei ${organization} auf ${site} eingerichtet.`,
        'Du hast dort bereits ein Konto. Melde dich wie gewohnt an, und du bist dabei.',
      ],
      after: (facts) => [linkRules(facts)],
      footer: invitedFooter,
    },
    joined: {
      ...mail.joined,
      subject: ({ organization }) => `Du gehörst jetzt zu ${organization}`,
      lines: ({ inviter, organization, site }) => [
        inviter === null
          ? `Du gehörst auf ${site} jetzt zu ${organization}.`
          : `${inviter} hat dich auf ${site} zu ${organization} hinzugefügt.`,
        'Du musst nichts bestätigen: Melde dich wie gewohnt mit deinem Konto an.',
      ],
      footer: (facts) => [`${facts.site} schickt dir diese E-Mail, weil ${senderOf(facts)} dein Konto hinzugefügt hat.`],
    },
    address_changed: {
      ...mail.address_changed,
      subject: ({ site }) => `Deine Adresse auf ${site} wurde geändert`,
      title: () => 'Deine Adresse wurde geändert',
      lines: ({ organization, site, oldEmail, newEmail }) => [
        `Die Verwaltung von ${organization} hat die Adresse deines Kontos auf ${site} von ${oldEmail} auf ${newEmail} geändert.`,
        'Melde dich ab jetzt mit der neuen Adresse an. Dein Passwort bleibt gleich.',
      ],
      footer: ({ site, organization }) => [
        `${site} benachrichtigt beide Adressen. Falls das nicht stimmt, wende dich an die Verwaltung von ${organization} oder an den Betreiber von ${site}.`,
      ],
    },
    admin_granted: {
      ...mail.admin_granted,
      subject: ({ organization }) => `Du verwaltest jetzt ${organization}`,
      title: ({ organization }) => `Du verwaltest jetzt ${organization}`,
      lines: ({ organization, site }) => [
        `Du kannst jetzt auf ${site} Personen zu ${organization} einladen, Gruppen verwalten und Plätze vergeben.`,
      ],
      footer: ({ site, organization }) => [
        `${site} schickt dir diese E-Mail, weil dir die Verwaltung von ${organization} oder der Betreiber von ${site} diese Rechte gegeben hat.`,
      ],
    },
  },

  join: {
    ...join,
    products: 'Das bekommst du',
    offer: { ...join.offer, lines: (facts) => [invited(facts)] },
    offerSignedIn: { ...join.offerSignedIn, lines: (facts) => [invited(facts), `Du bist als ${facts.email} angemeldet.`] },
    signIn: {
      ...join.signIn,
      lines: ({ site }) => [`Melde dich bei ${site} mit der Adresse an, an die die Einladung ging. Danach kommst du hierher zurück.`],
    },
    joined: {
      ...join.joined,
      title: ({ organization }) => `Du gehörst zu ${organization}`,
      lines: ({ email }) => [`Du bist mit ${email} beigetreten.`],
    },
    closed: {
      ...join.closed,
      lines: () => [
        'Er ist abgelaufen, durch einen neueren ersetzt, schon benutzt oder zurückgezogen worden.',
        'Falls deine Einladung noch offen ist, schicken wir einen neuen Link an die Adresse, an die sie ging.',
        'Falls du schon beigetreten bist, melde dich wie gewohnt an.',
      ],
    },
    claimGone: {
      title: () => 'Bitte öffne deine Einladung noch einmal',
      lines: () => ['Es ist zu viel Zeit vergangen, oder es gibt eine neuere E-Mail. Verwende den Link in der neuesten E-Mail.'],
    },
    newLink: {
      ...join.newLink,
      lines: () => [
        'Falls deine Einladung noch offen ist, geht ein neuer Link an die Adresse, an die sie geschickt wurde, höchstens einmal in der Stunde.',
      ],
    },
    otherAccount: {
      ...join.otherAccount,
      lines: ({ email, site }) => [
        `Du bist als ${email} angemeldet. Melde dich bei ${site} ab und öffne den Link in der E-Mail noch einmal.`,
      ],
    },
    unverified: {
      title: () => 'Bitte bestätige zuerst deine Adresse',
      lines: ({ site, email }) => [
        `${site} weiß noch nicht, dass ${email} dir gehört. Bestätige die Adresse dort und öffne den Link noch einmal.`,
      ],
    },
    severalAccounts: {
      ...join.severalAccounts,
      lines: ({ site, organization }) => [
        `Wir können nicht erkennen, welches gemeint ist. Wende dich an den Betreiber von ${site} oder an die Verwaltung von ${organization}.`,
      ],
    },
    alreadyMember: {
      title: ({ organization }) => `Du gehörst bereits zu ${organization}`,
      lines: ({ organization }) => [
        `Dein Konto ist dort schon Mitglied, unter einer anderen Adresse. Falls etwas fehlt, frag die Verwaltung von ${organization}.`,
      ],
    },
    refused: {
      ...join.refused,
      lines: ({ organization }) => [`Es wurde nichts geändert. Wende dich an die Verwaltung von ${organization}.`],
    },
    busy: {
      title: () => 'Bitte versuche es noch einmal',
      lines: () => ['Gerade wurde dasselbe von anderer Seite geändert. Öffne den Link noch einmal.'],
    },
    foreign: { ...join.foreign, title: () => 'Bitte verwende den Link in deiner E-Mail' },
    hostFailed: {
      ...join.hostFailed,
      lines: ({ site }) => [
        `${site} konnte das nicht ausführen. Es wurde nichts geändert, und dein Link gilt weiter: Versuche es später noch einmal.`,
      ],
    },
    unavailable: {
      ...join.unavailable,
      lines: () => [
        'Unsere Datenbank ist nicht erreichbar. Es wurde nichts geändert, und dein Link gilt weiter: Versuche es in einigen Minuten noch einmal.',
      ],
    },
    failed: { ...join.failed, lines: () => ['Es liegt nicht an dir. Bitte versuche es später noch einmal.'] },
  },
};
