import type { Knex } from 'knex';
import { type Account, hashPassword } from '../accounts.ts';
import { db } from '../db.ts';
import { demoPeople } from '../demo-people.ts';
import { withoutMail } from '../mail.ts';
import { seatkit } from '../seatkit.ts';
import { type SeedCustomer, seedCustomers } from './customers.ts';
import { type MadeUpPerson, personAt } from './names.ts';
import { operator, seedOrganization } from './organization.ts';

/** Fills an empty database with two customers, all in one transaction, so that a start cut short leaves nothing. */
export async function seedOnce(): Promise<void> {
  if (await db('users').first('id')) return;
  console.log('First start: making two customers and their people.');
  const organizationIds: string[] = [];
  await db.transaction(async (trx) => {
    await addPeople(trx);
    for (const customer of seedCustomers) organizationIds.push(await seedOrganization(trx, customer, peopleOf(customer)));
  });
  // The invitations of the made-up past have been read long ago: their mail leaves into nothing before anybody looks.
  await withoutMail(async () => {
    await seatkit.start();
    for (const organizationId of organizationIds) await untilNoMailWaits(organizationId);
    // Mail leaves in the order of its time; stopping waits for what is still under way.
    await seatkit.stop();
  });
}

function peopleOf(customer: SeedCustomer): MadeUpPerson[] {
  const own = demoPeople.filter((person) => person.customer === customer.key);
  const others = Array.from({ length: customer.joined - own.length }, (_, index) =>
    personAt(customer.firstPerson + index, `${customer.key}.test`),
  );
  return [...own, ...others];
}

async function addPeople(trx: Knex.Transaction): Promise<void> {
  const password = await hashPassword('seatkit-demo');
  const now = Date.now();
  const minute = 60_000;
  const people = [...demoPeople.filter((person) => person.customer === null), ...seedCustomers.flatMap(peopleOf)];
  const rows = people.map((person, index): Omit<Account, 'id'> => {
    const isDemoPerson = 'part' in person;
    return {
      email: person.email,
      first_name: person.firstName,
      last_name: person.lastName,
      password_hash: isDemoPerson ? password : null,
      email_verified_at: now - (90_000 + index * 97) * minute,
      suspended: false,
      is_staff: isDemoPerson && person.part === 'vendor',
      // Spread over the last months, most of them recent; every eleventh has never been here.
      last_login_at: index % 11 === 10 ? null : now - (index % 7 === 0 ? index * 613 : 7 + index * 41) * minute,
      locale: !isDemoPerson && index % 4 === 3 ? 'de' : 'en',
    };
  });
  for (let at = 0; at < rows.length; at += 100) await trx('users').insert(rows.slice(at, at + 100));
}

async function untilNoMailWaits(organizationId: string): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    const { items } = await seatkit.run(null, operator, 'listInvitations', {
      params: { organizationId },
      query: { status: 'pending', limit: 200 },
    });
    if (!items.some((invitation) => invitation.delivery === 'queued')) return;
    if (Date.now() > end) throw new Error('The mail of the demo data did not leave');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
