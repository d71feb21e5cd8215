import { expect } from 'chai';
import { columnsOf, printColumns } from './columns.ts';
import { withDatabases } from './database.ts';

describe('test databases', () => {
  withDatabases('all', (setup) => {
    it('are empty, apart from each other, and keep camelCase names and text through the mappers', async () => {
      const [db, other] = await Promise.all([setup.create(), setup.create()]);
      await db.schema.createTable('seatkit_probe', (table) => {
        table.string('id', 36).primary();
        table.string('createdAt', 24).notNullable();
      });
      const row = { id: 'Zoë 🪑', createdAt: '2026-11-21T23:00:00.000Z' };
      await db('seatkit_probe').insert(row);
      expect(await db('seatkit_probe').select('id', 'createdAt')).to.deep.equal([row]);
      expect(await columnsOf(db, 'seatkit_probe')).to.deep.equal(['id', setup.name.includes('snake') ? 'created_at' : 'createdAt']);
      expect(await other.schema.hasTable('seatkit_probe')).to.equal(false);
      await printColumns(db, 'seatkit_probe');
    });

    it('give a second connection the same data', async () => {
      const url = await setup.createUrl();
      await setup.connect(url).schema.createTable('seatkit_probe', (table) => table.string('id', 36));
      expect(await setup.connect(url).schema.hasTable('seatkit_probe')).to.equal(true);
    });
  });
});
