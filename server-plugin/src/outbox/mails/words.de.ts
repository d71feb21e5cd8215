import type { MailFacts, MailWords } from './words.ts';

const sender = ({ inviter, organization }: MailFacts) => (inviter === null ? organization : `${inviter} (${organization})`);
const fullName = ({ firstName, lastName }: MailFacts) => `${firstName} ${lastName}`.trim();
const unexpectedFormal = 'Falls Sie damit nicht gerechnet haben, brauchen Sie nichts zu tun: Ohne Ihre Zusage geschieht nichts.';
const unexpected = 'Falls du damit nicht gerechnet hast, brauchst du nichts zu tun: Ohne deine Zusage geschieht nichts.';

/** The words of mail in German, formal. */
export const de: MailWords = {
  greeting: (facts) => (fullName(facts) ? `Guten Tag ${fullName(facts)},` : 'Guten Tag,'),
  products: 'Das erhalten Sie:',
  message: ({ inviter, organization }) => `Nachricht von ${inviter ?? organization}:`,
  copyLink: 'Falls die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:',

  invitation: {
    subject: ({ inviter, organization }) =>
      inviter === null ? `Ihre Einladung zu ${organization}` : `${inviter} lädt Sie zu ${organization} ein`,
    title: ({ organization }) => `Ihre Einladung zu ${organization}`,
    lines: ({ inviter, organization, site }) => [`${inviter ?? organization} hat Sie eingeladen, ${organization} auf ${site} beizutreten.`],
    button: 'Einladung annehmen',
    after: ({ expires }) => [`Der Link ist nur für Sie bestimmt. Er gilt einmal, bis ${expires}.`],
    footer: (facts) => [`${facts.site} schickt Ihnen diese E-Mail, weil ${sender(facts)} diese Adresse eingeladen hat.`, unexpectedFormal],
  },
  invitation_known: {
    subject: ({ organization }) => `Ihr Zugang bei ${organization}`,
    title: ({ organization }) => `Ihr Zugang bei ${organization}`,
    lines: ({ inviter, organization, site }) => [
      `${inviter ?? organization} hat für Sie einen Platz bei ${organization} auf ${site} eingerichtet.`,
      'Sie haben dort bereits ein Konto. Melden Sie sich wie gewohnt an, und Sie sind dabei.',
    ],
    button: 'Anmelden und beitreten',
    after: ({ expires }) => [`Der Link ist nur für Sie bestimmt. Er gilt einmal, bis ${expires}.`],
    footer: (facts) => [`${facts.site} schickt Ihnen diese E-Mail, weil ${sender(facts)} diese Adresse eingeladen hat.`, unexpectedFormal],
  },
  joined: {
    subject: ({ organization }) => `Sie gehören jetzt zu ${organization}`,
    title: ({ organization }) => `Willkommen bei ${organization}`,
    lines: ({ inviter, organization, site }) => [
      `${inviter ?? organization} hat Sie auf ${site} zu ${organization} hinzugefügt. Sie müssen nichts bestätigen: Melden Sie sich wie gewohnt mit Ihrem Konto an.`,
    ],
    button: 'Jetzt loslegen',
    after: () => [],
    footer: (facts) => [`${facts.site} schickt Ihnen diese E-Mail, weil ${sender(facts)} Ihr Konto hinzugefügt hat.`],
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
      `Sie können jetzt auf ${site} Personen zu ${organization} einladen, Gruppen verwalten und Lizenzen vergeben.`,
    ],
    button: 'Zur Plattform',
    after: () => [],
    footer: ({ site, organization }) => [
      `${site} schickt Ihnen diese E-Mail, weil Ihnen die Verwaltung von ${organization} oder der Betreiber von ${site} diese Rechte gegeben hat.`,
    ],
  },
};

/** The words of mail in German, for organizations that say „du“. */
export const deInformal: MailWords = {
  greeting: ({ firstName, lastName }) => (firstName || lastName ? `Hallo ${firstName || lastName},` : 'Hallo,'),
  products: 'Das bekommst du:',
  message: de.message,
  copyLink: 'Falls die Schaltfläche nicht funktioniert, kopiere diese Adresse in deinen Browser:',

  invitation: {
    subject: ({ inviter, organization }) =>
      inviter === null ? `Deine Einladung zu ${organization}` : `${inviter} lädt dich zu ${organization} ein`,
    title: ({ organization }) => `Deine Einladung zu ${organization}`,
    lines: ({ inviter, organization, site }) => [
      `${inviter ?? organization} hat dich eingeladen, ${organization} auf ${site} beizutreten.`,
    ],
    button: 'Einladung annehmen',
    after: ({ expires }) => [`Der Link ist nur für dich bestimmt. Er gilt einmal, bis ${expires}.`],
    footer: (facts) => [`${facts.site} schickt dir diese E-Mail, weil ${sender(facts)} diese Adresse eingeladen hat.`, unexpected],
  },
  invitation_known: {
    subject: ({ organization }) => `Dein Zugang bei ${organization}`,
    title: ({ organization }) => `Dein Zugang bei ${organization}`,
    lines: ({ inviter, organization, site }) => [
      `${inviter ?? organization} hat für dich einen Platz bei ${organization} auf ${site} eingerichtet.`,
      'Du hast dort bereits ein Konto. Melde dich wie gewohnt an, und du bist dabei.',
    ],
    button: 'Anmelden und beitreten',
    after: ({ expires }) => [`Der Link ist nur für dich bestimmt. Er gilt einmal, bis ${expires}.`],
    footer: (facts) => [`${facts.site} schickt dir diese E-Mail, weil ${sender(facts)} diese Adresse eingeladen hat.`, unexpected],
  },
  joined: {
    subject: ({ organization }) => `Du gehörst jetzt zu ${organization}`,
    title: de.joined.title,
    lines: ({ inviter, organization, site }) => [
      `${inviter ?? organization} hat dich auf ${site} zu ${organization} hinzugefügt. Du musst nichts bestätigen: Melde dich wie gewohnt mit deinem Konto an.`,
    ],
    button: 'Jetzt loslegen',
    after: () => [],
    footer: (facts) => [`${facts.site} schickt dir diese E-Mail, weil ${sender(facts)} dein Konto hinzugefügt hat.`],
  },
  address_changed: {
    subject: ({ site }) => `Deine Adresse auf ${site} wurde geändert`,
    title: () => 'Deine Adresse wurde geändert',
    lines: ({ organization, site, oldEmail, newEmail }) => [
      `Die Verwaltung von ${organization} hat die Adresse deines Kontos auf ${site} von ${oldEmail} auf ${newEmail} geändert.`,
      'Melde dich ab jetzt mit der neuen Adresse an. Dein Passwort bleibt gleich.',
    ],
    button: null,
    after: () => [],
    footer: ({ site, organization }) => [
      `${site} benachrichtigt beide Adressen. Falls das nicht stimmt, wende dich an die Verwaltung von ${organization} oder an den Betreiber von ${site}.`,
    ],
  },
  admin_granted: {
    subject: ({ organization }) => `Du verwaltest jetzt ${organization}`,
    title: ({ organization }) => `Du verwaltest jetzt ${organization}`,
    lines: ({ organization, site }) => [
      `Du kannst jetzt auf ${site} Personen zu ${organization} einladen, Gruppen verwalten und Lizenzen vergeben.`,
    ],
    button: 'Zur Plattform',
    after: () => [],
    footer: ({ site, organization }) => [
      `${site} schickt dir diese E-Mail, weil dir die Verwaltung von ${organization} oder der Betreiber von ${site} diese Rechte gegeben hat.`,
    ],
  },
};
