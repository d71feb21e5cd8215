import { createSeatkit, type SeatkitOptions } from '@seatkit/server-plugin';
import { expect } from 'chai';
import type { Knex } from 'knex';
import { dialectOf } from '../../server-plugin/src/db/dialect.ts';
import { createLog } from '../../server-plugin/src/db/migrate.ts';
import { migrations } from '../../server-plugin/src/db/migrations/index.ts';
import { tablesOf } from '../../server-plugin/src/db/tables.ts';
import { columnsOf } from '../support/columns.ts';
import { type DatabaseSetup, withDatabases } from '../support/database.ts';
import { runProcesses } from '../support/processes.ts';
import { isSoak } from '../support/soak.ts';
import { startTestHost } from '../support/test-host.ts';

const script = new URL('./migrations.fixture.ts', import.meta.url);

/** A Seatkit whose database is all that matters. */
function seatkitOn(db: Knex, options: Partial<SeatkitOptions> = {}) {
  return createSeatkit({
    db,
    baseUrl: 'http://lms.test/seatkit',
    pages: { signIn: '/login', home: '/home' },
    users: { table: 'users', id: 'id', email: 'email', name: 'name' },
    authenticate: () => null,
    signIn() {},
    secret: 'a secret of the tests, long enough for everything',
    ...options,
  });
}

const schemaQueries: Record<DatabaseSetup['dialect'], string> = {
  sqlite:
    "select type as kind, name as name, tbl_name as owner, sql as text from sqlite_master where name not like 'sqlite_%' order by type, name",
  mysql: `select 'column' as kind, column_name as name, table_name as owner, concat(ordinal_position, column_type, is_nullable, ifnull(collation_name, ''), ifnull(column_default, '')) as text
    from information_schema.columns where table_schema = database()
    union all select 'index', index_name, table_name, concat(seq_in_index, column_name, non_unique) from information_schema.statistics where table_schema = database()
    union all select 'key', constraint_name, table_name, constraint_type from information_schema.table_constraints where table_schema = database()
    order by kind, owner, name, text`,
  postgres: `select 'column' as kind, column_name as name, table_name as owner, concat(ordinal_position, data_type, character_maximum_length, is_nullable, collation_name, column_default) as text
    from information_schema.columns where table_schema = current_schema()
    union all select 'index', indexname, tablename, indexdef from pg_indexes where schemaname = current_schema()
    union all select 'key', conname, conrelid::regclass::text, pg_get_constraintdef(oid) from pg_constraint where connamespace = current_schema()::regnamespace
    union all select 'other', relname, relkind::text, '' from pg_class where relnamespace = current_schema()::regnamespace
    order by kind, owner, name, text`,
};

/** Everything the database says about its tables, columns, indexes and constraints. */
async function schemaOf(db: Knex, { dialect }: DatabaseSetup): Promise<{ kind: string; name: string; owner: string; text: string }[]> {
  const result = await db.raw(schemaQueries[dialect]);
  return result.rows ?? (dialect === 'mysql' ? result[0] : result);
}

const namesIn = async (db: Knex, log = 'seatkit_migrations') =>
  ((await db(log).select('name').orderBy('name')) as { name: string }[]).map(({ name }) => name);

withDatabases('all', (setup) => {
  describe('migrations', () => {
    // Mappers make no difference to the lock; the long run tries them all the same.
    const manyAtOnce = isSoak || ['sqlite', 'mariadb', 'postgres'].includes(setup.name);
    const processes = manyAtOnce ? 8 : 2;
    it(`may be run by ${processes} processes at once, and each step is taken once`, async function () {
      this.timeout(90_000);
      const url = await setup.createUrl();
      const answers = await runProcesses<string[]>(script, Array(processes).fill({ setup: setup.name, url }), 85_000);
      const db = setup.connect(url);
      const steps = await namesIn(db);
      expect(steps).to.have.length.above(10);
      expect(new Set(steps).size).to.equal(steps.length);
      // One process took them all, the others waited and found nothing left to do.
      expect(answers.filter((taken) => taken.length > 0)).to.deep.equal([steps]);
      expect(await columnsOf(db, 'seatkit_members')).to.include('status');
    });

    it('change nothing when they are run again', async () => {
      const db = await setup.create();
      await seatkitOn(db).migrate();
      const before = await schemaOf(db, setup);
      expect(await seatkitOn(db).migrate()).to.deep.equal([]);
      expect(await schemaOf(db, setup)).to.deep.equal(before);
    });

    it('end in the same schema after a run that was killed half-way, wherever that was', async function () {
      this.timeout(60_000);
      const whole = await setup.create();
      const steps = await seatkitOn(whole).migrate();
      const wanted = await schemaOf(whole, setup);
      for (const done of [0, 2, steps.length - 1]) {
        // What a killed process leaves where every DDL statement commits by itself: the log up to a step, and that step's table, made but not logged.
        const db = await setup.create();
        const schema = { db, tables: tablesOf('seatkit_'), dialect: dialectOf(db) };
        await createLog(db, 'seatkit_migrations');
        for (const { up } of migrations.slice(0, done + 1)) await up(schema);
        if (done > 0) await db('seatkit_migrations').insert(steps.slice(0, done).map((name) => ({ name, at: '' })));
        expect(await seatkitOn(db).migrate()).to.deep.equal(steps.slice(done));
        expect(await schemaOf(db, setup)).to.deep.equal(wanted);
      }
    });

    it('go on after the log itself was all that a killed process had made', async () => {
      const db = await setup.create();
      await db.schema.createTable('seatkit_migrations', (t) => {
        t.string('name', 100).primary();
        t.string('at', 24).notNullable();
      });
      expect(await seatkitOn(db).migrate()).to.deep.equal(await namesIn(db));
    });

    it('are undone by uninstall, which leaves the host as it was and can be followed by a new installation', async () => {
      const db = await setup.create();
      await db.schema.createTable('users', (t) => {
        t.integer('id').notNullable();
        t.string('email').notNullable().index('usersEmail');
        t.primary(['id'], 'usersPrimary');
      });
      await db('users').insert({ id: 1, email: 'ada@lms.test' });
      const before = await schemaOf(db, setup);
      const seatkit = seatkitOn(db);
      await seatkit.migrate();
      expect(await schemaOf(db, setup)).to.have.length.above(before.length + 50);
      await seatkit.uninstall();
      expect(await schemaOf(db, setup)).to.deep.equal(before);
      expect(await db('users')).to.have.length(1);
      await seatkit.uninstall();
      expect(await schemaOf(db, setup)).to.deep.equal(before);
      expect(await seatkit.migrate()).to.have.length.above(10);
    });

    it('keep to the table prefix of the host, so that two may live side by side', async () => {
      const db = await setup.create();
      await seatkitOn(db).migrate();
      const first = await schemaOf(db, setup);
      const second = seatkitOn(db, { tablePrefix: 'other_' });
      await second.migrate();
      const added = (await schemaOf(db, setup)).filter(({ name, owner }) => !first.some((old) => old.name === name && old.owner === owner));
      const strangers = added.filter(
        ({ kind, name, owner }) => !owner.startsWith('other_') && !(kind === 'other' && name.startsWith('other_')),
      );
      expect(strangers).to.deep.equal([]);
      expect(await columnsOf(db, 'other_members')).to.deep.equal(await columnsOf(db, 'seatkit_members'));
      await second.uninstall();
      expect(await schemaOf(db, setup)).to.deep.equal(first);
      expect(() => seatkitOn(db, { tablePrefix: 'Other-' })).to.throw('tablePrefix');
    });

    it('are counted by health until they have been run', async () => {
      const db = await setup.create();
      await db.schema.createTable('users', (t) => void t.integer('id'));
      const host = await startTestHost(db, { fresh: false, dispatch: false });
      const health = async () => {
        const answer = await fetch(`${host.origin}/seatkit/health`);
        return { status: answer.status, ...((await answer.json()) as { migrations: { pending: number } }).migrations };
      };
      const before = await health();
      const steps = await host.seatkit.migrate();
      expect(before).to.deep.equal({ status: 503, pending: steps.length });
      expect(await health()).to.deep.equal({ status: 200, pending: 0 });
      await host.stop();
    });
  });
});
