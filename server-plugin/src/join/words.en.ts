import type { JoinWords } from './join.words.ts';

/** The words of the join pages in English. */
export const en: JoinWords = {
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
