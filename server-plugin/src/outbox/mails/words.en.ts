import type { MailFacts, MailWords } from './words.ts';

const sender = ({ inviter, organization }: MailFacts) => (inviter === null ? organization : `${inviter} (${organization})`);

/** The words of mail in English. */
export const en: MailWords = {
  greeting: ({ firstName, lastName }) => (firstName || lastName ? `Hello ${firstName || lastName},` : 'Hello,'),
  products: 'What you get:',
  message: ({ inviter, organization }) => `Message from ${inviter ?? organization}:`,
  copyLink: 'If the button does not work, copy this address into your browser:',

  invitation: {
    subject: ({ inviter, organization }) =>
      inviter === null ? `Your invitation to ${organization}` : `${inviter} invites you to ${organization}`,
    title: ({ organization }) => `Your invitation to ${organization}`,
    lines: ({ inviter, organization, site }) => [`${inviter ?? organization} has invited you to join ${organization} on ${site}.`],
    button: 'Accept the invitation',
    after: ({ expires }) => [`The link is meant for you alone. It works once, until ${expires}.`],
    footer: (facts) => [
      `${facts.site} sends you this because ${sender(facts)} invited this address.`,
      'If you did not expect it, leave it: nothing happens unless you accept.',
    ],
  },
  invitation_known: {
    subject: ({ organization }) => `You have a place at ${organization}`,
    title: ({ organization }) => `Your place at ${organization}`,
    lines: ({ inviter, organization, site }) => [
      `${inviter ?? organization} has set up a place for you at ${organization} on ${site}.`,
      'You already have an account there. Sign in with it as usual, and you have joined.',
    ],
    button: 'Sign in and join',
    after: ({ expires }) => [`The link is meant for you alone. It works once, until ${expires}.`],
    footer: (facts) => [
      `${facts.site} sends you this because ${sender(facts)} invited this address.`,
      'If you did not expect it, leave it: nothing happens unless you accept.',
    ],
  },
  joined: {
    subject: ({ organization }) => `You are now part of ${organization}`,
    title: ({ organization }) => `Welcome to ${organization}`,
    lines: ({ inviter, organization, site }) => [
      `${inviter ?? organization} has added you to ${organization} on ${site}. There is nothing to confirm: sign in with your account as usual.`,
    ],
    button: 'Get started',
    after: () => [],
    footer: (facts) => [`${facts.site} sends you this because ${sender(facts)} added your account.`],
  },
  address_changed: {
    subject: ({ site }) => `Your address on ${site} was changed`,
    title: () => 'Your address was changed',
    lines: ({ organization, site, oldEmail, newEmail }) => [
      `An admin of ${organization} changed the address of your account on ${site} from ${oldEmail} to ${newEmail}.`,
      'From now on you sign in with the new address. Your password stays the same.',
    ],
    button: null,
    after: () => [],
    footer: ({ site, organization }) => [
      `${site} tells both addresses. If this is not right, ask an admin of ${organization} or the people who run ${site}.`,
    ],
  },
  admin_granted: {
    subject: ({ organization }) => `You are now an admin of ${organization}`,
    title: ({ organization }) => `You are now an admin of ${organization}`,
    lines: ({ organization, site }) => [`You may now invite people, manage groups and give out seats for ${organization} on ${site}.`],
    button: 'Open the platform',
    after: () => [],
    footer: ({ site, organization }) => [
      `${site} sends you this because another admin of ${organization}, or the people who run ${site}, gave you these rights.`,
    ],
  },
};
