import type { PageFacts } from './join.words.ts';
import { type MailFacts, senderOf } from './mail.words.ts';
import type { Words } from './words.ts';

const invited = ({ inviter, organization, site }: MailFacts | PageFacts) =>
  inviter === null
    ? `You are invited to join ${organization} on ${site}.`
    : `${inviter} has invited you to join ${organization} on ${site}.`;
const linkRules = ({ expires }: MailFacts) => `The link is meant for you alone. It works once, until ${expires}.`;
const invitedFooter = (facts: MailFacts) => [
  `${facts.site} sends you this because ${senderOf(facts)} invited this address.`,
  'If you did not expect it, leave it: nothing happens unless you accept.',
];

/** English. */
export const en: Words = {
  mail: {
    greeting: ({ firstName, lastName }) => (firstName || lastName ? `Hello ${firstName || lastName},` : 'Hello,'),
    products: 'What you get:',
    message: ({ inviter, organization }) => `Message from ${inviter ?? organization}:`,
    copyLink: 'If the button does not work, copy this address into your browser:',

    invitation: {
      subject: ({ inviter, organization }) =>
        inviter === null ? `Your invitation to ${organization}` : `${inviter} invites you to ${organization}`,
      title: ({ organization }) => `Your invitation to ${organization}`,
      lines: (facts) => [invited(facts)],
      button: 'Accept the invitation',
      after: (facts) => [linkRules(facts)],
      footer: invitedFooter,
    },
    invitation_known: {
      subject: ({ organization }) => `You have a place at ${organization}`,
      title: ({ organization }) => `Your place at ${organization}`,
      lines: ({ inviter, organization, site }) => [
        inviter === null
          ? `There is a place for you at ${organization} on ${site}.`
          : `${inviter} has set up a place for you at ${organization} on ${site}.`,
        'You already have an account there. Sign in with it as usual, and you have joined.',
      ],
      button: 'Sign in and join',
      after: (facts) => [linkRules(facts)],
      footer: invitedFooter,
    },
    joined: {
      subject: ({ organization }) => `You are now part of ${organization}`,
      title: ({ organization }) => `Welcome to ${organization}`,
      lines: ({ inviter, organization, site }) => [
        inviter === null ? `You are now part of ${organization} on ${site}.` : `${inviter} has added you to ${organization} on ${site}.`,
        'There is nothing to confirm: sign in with your account as usual.',
      ],
      button: 'Get started',
      after: () => [],
      footer: (facts) => [`${facts.site} sends you this because ${senderOf(facts)} added your account.`],
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
  },

  join: {
    products: 'What you get',
    home: 'Go to the platform',
    offer: {
      title: ({ organization }) => `Join ${organization}`,
      lines: (facts) => [invited(facts)],
      button: 'Accept the invitation',
    },
    offerSignedIn: {
      title: ({ organization }) => `Join ${organization}`,
      lines: (facts) => [invited(facts), `You are signed in as ${facts.email}.`],
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
      button: 'Go to the platform',
    },
    closed: {
      title: () => 'This link does not work any more',
      lines: () => [
        'It may have expired, been replaced by a newer one, been used already, or been revoked.',
        'If your invitation is still open, we can mail a new link to the address it was sent to.',
        'If you have joined already, sign in as usual.',
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
        'If your invitation is still open, a new link is on its way to the address it was sent to. At most one mail an hour is sent.',
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
  },
};
