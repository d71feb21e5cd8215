import type { Total } from '@seatkit/sdk';
import type { Formats } from '../formats.ts';

/** English, and the pattern of every other language. */
export const en = (f: Formats) => ({
  invitePeople: 'Invite people',
  held: (n: number | Total) => f.count(n, '# person held', '# people held'),
  email: 'E-mail',
  firstName: 'First name',
  lastName: 'Last name',
  groups: 'Groups',
  roleProfiles: 'Role profiles',
});
