import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Knex } from 'knex';
import { bundled } from '../support/bundle.ts';
import { databaseSetup } from '../support/database.ts';

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

describe('the command line', function () {
  this.timeout(60_000);
  const { setup, release } = databaseSetup('sqlite');
  let db: Knex;
  let file = '';
  let program: string;
  let module: string;

  const seatkit = (...args: string[]): Promise<Ended> => {
    const env = { ...process.env, CLI_DATABASE: file };
    return new Promise((resolve) => {
      execFile(process.execPath, [program, ...args], { env }, (error, out, err) =>
        resolve({ code: error === null ? 0 : Number(error.code), out, err }),
      );
    });
  };

  before(async () => {
    program = await bundled(new URL('../../server-plugin/src/cli/main.ts', import.meta.url));
    module = await bundled(new URL('cli-host.fixture.ts', import.meta.url));
    const url = await setup.createUrl();
    file = fileURLToPath(url);
    db = setup.connect(url);
    await db.schema.createTable('people', (t) => {
      t.increments('id');
      t.string('email');
      t.string('name');
      t.boolean('verified');
    });
  });
  after(release);

  const tables = async () =>
    ((await db.raw("select name from sqlite_master where type = 'table' order by name")) as { name: string }[]).map((row) => row.name);

  it("works on the host's own module from the first table to the last", async () => {
    const early = await seatkit('doctor', module);
    expect(early.code).to.equal(1);
    expect(early.out)
      .to.match(/error\s+migrations: 18 steps are pending/)
      .and.include('seatkit migrate');

    expect((await seatkit('migrate', module)).out).to.include('017-idempotency');
    expect((await seatkit('migrate', module)).out).to.equal('Everything is up to date.\n');
    expect(await tables()).to.include.members(['people', 'seatkit_members', 'seatkit_migrations']);

    const checked = await seatkit('doctor', module);
    expect(checked.code, checked.out).to.equal(0);
    expect(checked.out).to.include('warning enforcement: Not enforced');

    const key = await seatkit('operator-key', module, '--label', 'shop');
    expect(key.out).to.match(/^sk_operator_[\w-]{43}\n$/);
    const stored = JSON.stringify(await db('seatkit_credentials'));
    expect(stored).to.include('"label":"shop"').and.not.include(key.out.trim());
    expect((await seatkit('operator-key', module, '--revoke')).code).to.equal(2);
    expect((await seatkit('operator-key', module, '--revoke', 'shop')).out).to.equal('Shut: 1\n');
    const audited = (await db('seatkit_audit').orderBy('id')) as { actor: string; action: string; changes: string }[];
    expect(audited.map(({ actor, action, changes }) => `${actor} ${action} ${changes}`)).to.deep.equal([
      'system:operator-key operator_key.created {"label":"shop"}',
      'system:operator-key operator_key.shut {"label":"shop","keys":1}',
    ]);

    expect((await seatkit('outbox', module)).out).to.equal('Nothing was given up.\n');
    const dead = { id: 'row', kind: 'mail', orderKey: 'm', payload: '{"to":"ada@x.example"}', status: 'dead', attempts: 12 };
    const threeHoursAgo = new Date(Date.now() - 3 * 3_600_000).toISOString();
    await db('seatkit_outbox').insert({ ...dead, availableAt: threeHoursAgo, createdAt: threeHoursAgo, error: 'Error EENVELOPE 451' });
    const given = await seatkit('outbox', module);
    expect([given.code, given.out]).to.deep.equal([
      1,
      'row  mail    3 h     12 attempts  Error EENVELOPE 451\n1 given up; --retry tries them again.\n',
    ]);
    expect((await seatkit('outbox', module, '--retry')).out).to.equal('Tried again: 1\n');
    expect(await db('seatkit_outbox').first()).to.include({ status: 'waiting', attempts: 0 });
    expect((await seatkit('verify', module)).out).to.equal('Every figure agrees with what it counts.\n');

    const organization = {
      id: 'x',
      key: 'x',
      name: 'x',
      locale: 'en',
      features: '{}',
      settings: '{}',
      adminCount: 3,
      version: 1,
      createdAt: '2026-01-01T00:00:00.000Z',
    };
    await db('seatkit_organizations').insert(organization);
    const wrong = await seatkit('verify', module);
    expect([wrong.code, wrong.out]).to.deep.equal([
      1,
      'organization.adminCount and its active admins (x): kept 3, counted 0\n1 figure differs\n',
    ]);

    expect((await seatkit('uninstall', module)).code).to.equal(2);
    expect((await seatkit('uninstall', module, '--yes')).code).to.equal(0);
    expect((await tables()).filter((name) => !name.startsWith('sqlite_'))).to.deep.equal(['people']);
  });

  it('says how it is used when it is used otherwise', async () => {
    expect((await seatkit('--help')).out).to.include('seatkit <command> <module>');
    expect((await seatkit('dance', module)).code).to.equal(2);
  });
});
