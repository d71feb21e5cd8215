import type { AccessEvent } from '@seatkit/server-plugin';
import type { Knex } from 'knex';
import { db } from './db.ts';

/** A row of the host's enrolments with the person's address, as the live view shows it. */
export interface EnrolmentView {
  readonly id: number;
  readonly userId: number;
  readonly email: string;
  readonly courseId: string;
  readonly createdAt: string;
}

/** Enrols people in Seatkit's transaction: one statement for a chunk, and nothing happens twice. */
export async function enrol(events: readonly AccessEvent[], { trx }: { readonly trx: Knex.Transaction }): Promise<void> {
  const rows = events.map((event) => ({
    user_id: Number(event.userId),
    course_id: event.product,
    seat_id: event.seatId,
    created_at: Date.parse(event.at),
  }));
  await trx('enrolments').insert(rows).onConflict('seat_id').ignore();
}

/** Ends enrolments in Seatkit's transaction. */
export async function unenrol(events: readonly AccessEvent[], { trx }: { readonly trx: Knex.Transaction }): Promise<void> {
  const seats = events.map((event) => event.seatId);
  await trx('enrolments').whereIn('seat_id', seats).delete();
}

/** The newest enrolments, of everybody or of one address. */
export async function newestEnrolments(limit: number, email?: string): Promise<EnrolmentView[]> {
  const query = db('enrolments').join('users', 'users.id', 'enrolments.user_id').orderBy('enrolments.id', 'desc').limit(limit);
  if (email !== undefined) query.where('users.email', email);
  const rows = await query.select('enrolments.id', 'enrolments.user_id', 'users.email', 'enrolments.course_id', 'enrolments.created_at');
  return rows.map((row) => ({
    id: row.id,
    userId: row.user_id,
    email: row.email,
    courseId: row.course_id,
    createdAt: new Date(Number(row.created_at)).toISOString(),
  }));
}
