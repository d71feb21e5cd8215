import { createSeatkit } from '@seatkit/server-plugin';
import { addJoiner, updateAccount } from './accounts.ts';
import { config } from './config.ts';
import { db } from './db.ts';
import { enrol, unenrol } from './enrolments.ts';
import { sendMail } from './mail.ts';
import { isOwnOrigin } from './security.ts';
import { endSessionsOf, hostSession, startSession } from './sessions.ts';

/** Seatkit on the host's own database, people, sessions and enrolments. */
export const seatkit = createSeatkit({
  db,
  baseUrl: `${config.origin}/seatkit`,
  pages: { signIn: '/login', signUp: '/signup', home: '/courses' },
  users: {
    table: 'users',
    id: 'id',
    email: 'email',
    name: { first: 'first_name', last: 'last_name' },
    verified: 'email_verified_at',
    state: { inactive: 'suspended' },
    lastSeen: { column: 'last_login_at', unit: 'milliseconds' },
    locale: 'locale',
  },
  authenticate: hostSession,
  signIn: (req, res, user) => startSession(req, res, Number(user.id)),
  signOut: (user) => endSessionsOf(Number(user.userId)),
  createUser: addJoiner,
  updateUser: updateAccount,
  access: { grant: enrol, revoke: unenrol },
  mail: sendMail,
  mailFrom: config.mailFrom,
  secret: config.secret,
  operatorKey: config.operatorKey,
  csrf: isOwnOrigin,
});
