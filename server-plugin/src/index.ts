export type { DoctorFinding } from './doctor/doctor.ts';
export type { Difference } from './doctor/verify.ts';
export { DomainError } from './errors.ts';
export type * from './options.ts';
export type { MailBody, MailLayout } from './outbox/mails/layout.ts';
export type { RunInput } from './run.ts';
export { createSeatkit, type RunActor, type Seatkit, type SignInWays } from './seatkit.ts';
export type { WordsOption } from './words/words.ts';
