import type { MailLanguage } from '../outbox/mails/words.ts';

/** What the pages speak of. */
export interface PageFacts {
  readonly site: string;
  readonly organization: string;
  readonly inviter: string | null;
  /** The address of the signed-in account. */
  readonly email: string;
}

/** One page: a heading, paragraphs, and the label of its one button, if it has any. */
export interface PageWords {
  readonly title: (facts: PageFacts) => string;
  readonly lines: (facts: PageFacts) => readonly string[];
  readonly button?: string;
}

/** Every page an invitee can meet. */
export type PageName =
  | 'offer'
  | 'offerSignedIn'
  | 'signIn'
  | 'joined'
  | 'closed'
  | 'claimGone'
  | 'newLink'
  | 'otherAccount'
  | 'unverified'
  | 'severalAccounts'
  | 'alreadyMember'
  | 'refused'
  | 'busy'
  | 'foreign'
  | 'hostFailed'
  | 'unavailable'
  | 'failed';

export interface JoinWords extends Readonly<Record<PageName, PageWords>> {
  /** Above the names of the products. */
  readonly products: string;
  readonly home: string;
}

const en: JoinWords = {
  products: 'What you get',
  home: 'Go to the platform',
  offer: {
    title: ({ organization }) => `Join ${organization}`,
    lines: ({ inviter, organization, site }) => [`${inviter ?? organization} has invited you to ${organization} on ${site}.`],
    button: 'Accept the invitation',
  },
  offerSignedIn: {
    title: ({ organization }) => `Join ${organization}`,
    lines: ({ inviter, organization, site, email }) => [
      `${inviter ?? organization} has invited you to ${organization} on ${site}.`,
      `You are signed in as ${email}.`,
    ],
    button: 'Join now',
  },
  signIn: {
    title: ({ organization }) => `One more step to ${organization}`,
    lines: ({ site }) => [`Sign in to ${site} with the address the invitation was sent to. You then come back here.`],
    button: 'Sign in',
  },
  joined: {
    title: ({ organization }) => `You are part of ${organization}`,
    lines: ({ email }) => [`You have joined with ${email}.`],
  },
  closed: {
    title: () => 'This link does not work any more',
    lines: () => [
      'It may have run out, been replaced by a newer one, been used already, or been withdrawn.',
      'If your invitation is still open, we can mail a new link to the address it was sent to.',
    ],
    button: 'Send me a new link',
  },
  claimGone: {
    title: () => 'Please open your invitation again',
    lines: () => ['Too much time has passed, or there is a newer mail. Use the link in the newest mail you received.'],
  },
  newLink: {
    title: () => 'Thank you',
    lines: () => [
      'If your invitation is still open, a new link is on its way to the address it was sent to. Nothing more than one mail an hour is sent.',
    ],
  },
  otherAccount: {
    title: () => 'This invitation is for another address',
    lines: ({ email, site }) => [`You are signed in as ${email}. Sign out of ${site}, then open the link in the mail again.`],
  },
  unverified: {
    title: () => 'Please confirm your address first',
    lines: ({ site, email }) => [`${site} does not know yet that ${email} is yours. Confirm it there, then open this link again.`],
  },
  severalAccounts: {
    title: () => 'Several accounts have this address',
    lines: ({ site, organization }) => [
      `We cannot tell which of them is meant. Please ask the people who run ${site}, or an admin of ${organization}.`,
    ],
  },
  alreadyMember: {
    title: ({ organization }) => `You already belong to ${organization}`,
    lines: ({ organization }) => [
      `Your account has a place there already, under another address. If something is missing, ask an admin of ${organization}.`,
    ],
  },
  refused: {
    title: () => 'You cannot join at the moment',
    lines: ({ organization }) => [`Nothing was changed. Please ask an admin of ${organization}.`],
  },
  busy: {
    title: () => 'Please try again',
    lines: () => ['Somebody was changing the same thing at this moment. Nothing was changed; open the link again.'],
  },
  foreign: {
    title: () => 'Please use the link in your mail',
    lines: () => ['This was not sent from our own page. Nothing was changed.'],
  },
  hostFailed: {
    title: () => 'That did not work',
    lines: ({ site }) => [`${site} could not carry this out. Nothing was changed, and your link still works: try again in a while.`],
  },
  unavailable: {
    title: () => 'Not available at the moment',
    lines: () => ['Our database cannot be reached. Nothing was changed, and your link still works: try again in a few minutes.'],
  },
  failed: {
    title: () => 'That did not work',
    lines: () => ['It is not your doing. Please try again in a while.'],
  },
};

const de: JoinWords = {
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

const deInformal: JoinWords = {
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

/** The words of the join pages. A page that knows nobody speaks formally. */
export const joinWords: Readonly<Record<MailLanguage, JoinWords>> = { en, de, 'de-informal': deInformal };
