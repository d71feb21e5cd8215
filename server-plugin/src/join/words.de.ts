import type { JoinWords } from './join.words.ts';

/** The words of the join pages in German, formal. */
export const de: JoinWords = {
  products: 'Das erhalten Sie',
  home: 'Zur Plattform',
  offer: {
    title: ({ organization }) => `${organization} beitreten`,
    lines: ({ inviter, organization, site }) => [`${inviter ?? organization} hat Sie zu ${organization} auf ${site} eingeladen.`],
    button: 'Einladung annehmen',
  },
  offerSignedIn: {
    title: ({ organization }) => `${organization} beitreten`,
    lines: ({ inviter, organization, site, email }) => [
      `${inviter ?? organization} hat Sie zu ${organization} auf ${site} eingeladen.`,
      `Sie sind als ${email} angemeldet.`,
    ],
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
  },
  closed: {
    title: () => 'Dieser Link gilt nicht mehr',
    lines: () => [
      'Er ist abgelaufen, durch einen neueren ersetzt, schon benutzt oder zurückgezogen worden.',
      'Falls Ihre Einladung noch offen ist, schicken wir einen neuen Link an die Adresse, an die sie ging.',
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
      `Ihr Konto hat dort schon einen Platz, unter einer anderen Adresse. Falls etwas fehlt, fragen Sie die Verwaltung von ${organization}.`,
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
};

/** The words of the join pages in German, for organizations that say „du“. */
export const deInformal: JoinWords = {
  ...de,
  products: 'Das bekommst du',
  offer: {
    ...de.offer,
    lines: ({ inviter, organization, site }) => [`${inviter ?? organization} hat dich zu ${organization} auf ${site} eingeladen.`],
  },
  offerSignedIn: {
    ...de.offerSignedIn,
    lines: ({ inviter, organization, site, email }) => [
      `${inviter ?? organization} hat dich zu ${organization} auf ${site} eingeladen.`,
      `Du bist als ${email} angemeldet.`,
    ],
  },
  signIn: {
    ...de.signIn,
    lines: ({ site }) => [`Melde dich bei ${site} mit der Adresse an, an die die Einladung ging. Danach kommst du hierher zurück.`],
  },
  joined: { title: ({ organization }) => `Du gehörst zu ${organization}`, lines: ({ email }) => [`Du bist mit ${email} beigetreten.`] },
  claimGone: {
    title: () => 'Bitte öffne deine Einladung noch einmal',
    lines: () => ['Es ist zu viel Zeit vergangen, oder es gibt eine neuere E-Mail. Verwende den Link in der neuesten E-Mail.'],
  },
  otherAccount: {
    ...de.otherAccount,
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
    ...de.severalAccounts,
    lines: ({ site, organization }) => [
      `Wir können nicht erkennen, welches gemeint ist. Wende dich an den Betreiber von ${site} oder an die Verwaltung von ${organization}.`,
    ],
  },
  alreadyMember: {
    title: ({ organization }) => `Du gehörst bereits zu ${organization}`,
    lines: ({ organization }) => [
      `Dein Konto hat dort schon einen Platz, unter einer anderen Adresse. Falls etwas fehlt, frag die Verwaltung von ${organization}.`,
    ],
  },
  refused: { ...de.refused, lines: ({ organization }) => [`Es wurde nichts geändert. Wende dich an die Verwaltung von ${organization}.`] },
  busy: {
    title: () => 'Bitte versuche es noch einmal',
    lines: () => ['Gerade wurde dasselbe von anderer Seite geändert. Öffne den Link noch einmal.'],
  },
  hostFailed: {
    ...de.hostFailed,
    lines: ({ site }) => [
      `${site} konnte das nicht ausführen. Es wurde nichts geändert, und dein Link gilt weiter: Versuche es später noch einmal.`,
    ],
  },
};
