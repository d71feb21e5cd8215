import type { Formats } from '../formats.ts';

/** English, and the pattern of every other language. What is said before somebody leaves, or gains or loses rights. */
export const en = (f: Formats) => ({
  roleQuestion: {
    admin: {
      title: (name: string) => `Make ${name} an admin?`,
      means: 'Admins invite and remove people, give out seats, and make others admin.',
      mail: (email: string) => `A mail to ${email} says so.`,
      mailLater: 'The rights begin with joining.',
    },
    member: {
      title: (name: string) => `Take the admin rights of ${name}?`,
      means: 'Membership, groups and seats stay. Looking after the other people ends.',
      mail: (_email: string) => 'No mail is sent.',
      mailLater: 'No mail is sent.',
    },
  },
  departure: {
    deactivate: { title: (name: string) => `Deactivate ${name}?`, button: 'Deactivate' },
    remove: { title: (name: string, from: string) => `Remove ${name} from ${from}?`, button: 'Remove' },
    group: { title: (name: string, from: string) => `Remove ${name} from ${from}?`, button: 'Remove' },
    revoke: { title: (name: string) => `Revoke the invitation of ${name}?`, button: 'Revoke invitation' },
  },
  seatFate: {
    released: 'The seat comes back',
    consumed: 'The seat stays consumed',
    carried: 'The seat goes along',
    other: 'The seat ends',
  },
  seatRule: {
    reservation: (name: string, pool: string) => `${name} has not joined yet, so the seat reserved in ${pool} is free again.`,
    release_always: (_name: string, pool: string) => `${pool} gives a seat back whenever its holder leaves.`,
    never_opened: (name: string, pool: string) => `${name} never opened ${pool}, and unused seats are given back.`,
    opened: (name: string, pool: string, date: string | null) =>
      `${name} opened ${pool}${date ? ` on ${date}` : ''}. A seat that was used is not given back. Coming back takes no new one.`,
    release_never: (_name: string, pool: string) => `${pool} never gives seats back. Coming back takes no new one.`,
    refund: (_name: string, pool: string) => `The seat in ${pool} is refunded.`,
    expired: (_name: string, pool: string) => `The term of ${pool} is over.`,
    carried: (name: string, pool: string) => `${name} gets a seat of the other group instead of this one in ${pool}.`,
  },
  freeGoes: (from: number, to: number) => `Free goes from ${f.number(from)} to ${f.number(to)}.`,
  freeStays: (free: number) => `Free stays at ${f.number(free)}.`,
  noSeatTouched: 'No seat changes',
  noSeatTouchedNote: (name: string) => `${name} holds no seat that this touches.`,
  signIn: {
    blocked: { title: 'Sign-in is blocked', note: (name: string) => `${name} is signed out everywhere and cannot sign in any more.` },
    kept: {
      title: 'Sign-in stays',
      note: (_name: string) => 'The account at the platform stays. Only the membership here ends.',
      rests: 'The account at the platform stays. The membership here rests.',
    },
    none: { title: 'No account is touched', note: (name: string) => `${name} has not joined yet. The link in the mail stops working.` },
  },
  dataKept: 'Everything is kept',
  dataKeptNote: 'Role, groups and rights return when you reactivate.',
  groupsEnd: 'Groups and rights end',
  groupsEndNote: 'To come back, the person has to be invited again.',
  accessEnds: 'Access ends now',
  accessEndsNote: (name: string) => `Courses that depend on a seat given back or consumed close for ${name}.`,
  staysMember: (name: string) => `${name} stays a member`,
  staysMemberNote: 'Other groups and the seats of the organization are not touched.',
});
