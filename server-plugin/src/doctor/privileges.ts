import type { Base } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { type Finding, ok } from './finding.ts';

/** A column of each table whose key is not `id`. */
const keys: Partial<Record<keyof Tables, string>> = {
  meta: 'name',
  memberWords: 'memberId',
  formerMembers: 'memberId',
  groupPeople: 'memberId',
  groupInvitations: 'memberId',
  memberRoleProfiles: 'memberId',
  idempotency: 'key',
};

/** Whether the account may do with every own table what it has to; a table that an update has brought may lack the grants of the others. */
export async function privileges({ db, tables }: Base): Promise<Finding> {
  const rollback = new Error('rolled back on purpose');
  try {
    await db.transaction(async (trx) => {
      for (const [name, table] of Object.entries(tables) as [keyof Tables, string][]) {
        const key = keys[name] ?? 'id';
        await trx.raw('insert into ?? select * from ?? where 1 = 0', [table, table]);
        await trx.raw('update ?? set ?? = ?? where 1 = 0', [table, key, key]);
        await trx.raw('delete from ?? where 1 = 0', [table]);
      }
      throw rollback;
    });
  } catch (caught) {
    if (caught !== rollback) throw caught;
  }
  return ok('The account reads and writes every own table.');
}
