import { expect } from 'chai';
import type { Knex } from 'knex';
import { startCustomer } from '../support/customer.ts';
import { withDatabases } from '../support/database.ts';
import type { Dialect } from '../support/knex-setups.ts';
import { startSmtp } from '../support/smtp.ts';
import { createHostTables, startTestHost } from '../support/test-host.ts';

/** What the database knows of tables, columns, keys, indexes, triggers, views and sequences. */
const catalogs: Record<Dialect, readonly string[]> = {
  sqlite: [
    'select type, name, tbl_name, sql from sqlite_master order by type, name',
    'pragma table_info(users)',
    'pragma index_list(users)',
  ],
  mysql: [
    'select table_name, table_type, engine, table_collation from information_schema.tables where table_schema = database() order by 1',
    'select table_name, column_name, ordinal_position, column_default, is_nullable, column_type, collation_name, extra from information_schema.columns where table_schema = database() order by 1, 3',
    'select table_name, index_name, seq_in_index, column_name, non_unique from information_schema.statistics where table_schema = database() order by 1, 2, 3',
    'select table_name, constraint_name, constraint_type from information_schema.table_constraints where table_schema = database() order by 1, 2',
    'select trigger_name, event_object_table from information_schema.triggers where trigger_schema = database() order by 1',
    'select routine_name from information_schema.routines where routine_schema = database() order by 1',
    'show create table users',
  ],
  postgres: [
    'select table_name, table_type from information_schema.tables where table_schema = current_schema() order by 1',
    'select table_name, column_name, ordinal_position, column_default, is_nullable, data_type, collation_name from information_schema.columns where table_schema = current_schema() order by 1, 3',
    'select tablename, indexname, indexdef from pg_indexes where schemaname = current_schema() order by 1, 2',
    'select conname, contype, pg_get_constraintdef(oid) from pg_constraint where connamespace = current_schema()::regnamespace order by 1',
    "select relname, relkind from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('S', 'v', 'm', 'r') order by 1",
    'select tgname from pg_trigger where not tgisinternal order by 1',
    'select proname from pg_proc where pronamespace = current_schema()::regnamespace order by 1',
    'select extname from pg_extension order by 1',
    'select collname from pg_collation where collnamespace = current_schema()::regnamespace order by 1',
  ],
};

async function ddl(db: Knex, dialect: Dialect): Promise<string[]> {
  const answers: string[] = [];
  for (const sql of catalogs[dialect]) {
    const result = await db.raw(sql);
    // The counter goes on with the host's own rows.
    answers.push(JSON.stringify(dialect === 'mysql' ? result[0] : (result.rows ?? result)).replace(/AUTO_INCREMENT=\d+ /g, ''));
  }
  return answers;
}

withDatabases('main', (setup) => {
  const opened: { stop(): Promise<void> }[] = [];
  const closing = <T extends { stop(): Promise<void> }>(one: T): T => {
    opened.push(one);
    return one;
  };
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.stop();
  });

  it('uninstalling leaves the tables of the host, and their rows, exactly as they were', async () => {
    const db = await setup.create();
    await createHostTables(db);
    await db('users').insert({ email: 'old@host.test', firstName: 'Old', lastName: 'User', verified: true, staff: false });
    const before = await ddl(db, setup.dialect);
    const smtp = closing(await startSmtp());
    const host = closing(await startTestHost(db, { fresh: false, dispatch: false }));
    await host.seatkit.migrate();
    expect(await ddl(db, setup.dialect)).to.not.deep.equal(before);
    const customer = await startCustomer(host, smtp, 'acme');
    await customer.pool({ product: 'course-1', quantity: 5, assignment: 'required' });
    const [people, enrolled] = [await db('users').select().orderBy('id'), await host.enrolments()];
    expect(enrolled).to.have.length(1);

    await host.seatkit.uninstall();
    expect(await ddl(db, setup.dialect)).to.deep.equal(before);
    expect(await db('users').select().orderBy('id')).to.deep.equal(people);
    expect(await host.enrolments()).to.deep.equal(enrolled);
    await host.seatkit.uninstall();
    expect(await ddl(db, setup.dialect), 'a second time').to.deep.equal(before);
  });

  it('uninstalling leaves a second Seatkit with another prefix alone', async () => {
    const db = await setup.create();
    const first = closing(await startTestHost(db, { dispatch: false }));
    const alone = await ddl(db, setup.dialect);
    const second = closing(await startTestHost(db, { fresh: false, dispatch: false, options: { tablePrefix: 'second_' } }));
    await second.seatkit.migrate();
    await second.operator.organizations.create({ name: 'Second', key: 'second' });
    await first.operator.organizations.create({ name: 'First', key: 'first' });
    await second.seatkit.uninstall();
    expect(await ddl(db, setup.dialect)).to.deep.equal(alone);
    expect((await first.operator.organizations.list()).items.map(({ key }) => key)).to.deep.equal(['first']);
  });
});
