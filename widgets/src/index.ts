/**
 * The four widgets. Importing this registers their elements where there is a DOM, and does no harm in plain Node.
 *
 * A page with `require-trusted-types-for 'script'` must allow one policy, that of Lit: `lit-html`, or the name that the
 * bundle it is delivered in gives it. The widgets make no policy of their own and need no inline style.
 */
import { define } from './define.ts';
import { SeatkitGroupManager } from './group-manager/group-manager.ts';
import { SeatkitInviteDialog } from './invite-dialog/invite-dialog.ts';
import { SeatkitMemberList } from './member-list/member-list.ts';
import { SeatkitSeatMeter } from './seat-meter/seat-meter.ts';

export { SeatkitClient } from '@seatkit/sdk';
export type { GetToken } from './clients.ts';
export type * from './events.ts';
export { problemMessage } from './problem-message.ts';
export type { Words } from './words/core.ts';
export { type OwnWords, setWords } from './words/set-words.ts';
export { SeatkitGroupManager, SeatkitInviteDialog, SeatkitMemberList, SeatkitSeatMeter };

// Defined here and not where the classes are written: a bundler keeps what an entry does, and may drop what a module beside it does.
define('seatkit-member-list', SeatkitMemberList);
define('seatkit-invite-dialog', SeatkitInviteDialog);
define('seatkit-seat-meter', SeatkitSeatMeter);
define('seatkit-group-manager', SeatkitGroupManager);
