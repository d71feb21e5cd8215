import type { Knex } from 'knex';
import { courses } from './catalog.ts';

/** Makes the host's own tables if they are missing. Times are milliseconds since 1970, which every database keeps alike. */
export async function createHostTables(db: Knex): Promise<void> {
  const isMysql = db.client.config.client === 'mysql2';
  async function table(name: string, columns: (t: Knex.CreateTableBuilder) => void): Promise<void> {
    if (await db.schema.hasTable(name)) return;
    await db.schema.createTable(name, (t) => {
      if (isMysql) t.charset('utf8mb4');
      columns(t);
    });
  }

  await table('users', (t) => {
    t.increments('id');
    t.string('email', 190).notNullable().unique();
    t.string('first_name', 100).notNullable();
    t.string('last_name', 100).notNullable();
    t.string('password_hash', 200);
    t.bigInteger('email_verified_at');
    t.boolean('suspended').notNullable().defaultTo(false);
    t.boolean('is_staff').notNullable().defaultTo(false);
    t.bigInteger('last_login_at');
    t.string('locale', 20);
  });
  await table('courses', (t) => {
    t.string('id', 40).primary();
    t.string('title', 200).notNullable();
    t.text('blurb').notNullable();
    t.text('lessons').notNullable();
  });
  await table('enrolments', (t) => {
    t.increments('id');
    t.integer('user_id').unsigned().notNullable().references('id').inTable('users').onDelete('CASCADE');
    t.string('course_id', 190).notNullable();
    // Somebody may hold a course through two customers; each seat opens and closes its own row.
    t.string('seat_id', 64).notNullable().unique();
    t.bigInteger('created_at').notNullable();
    t.index(['user_id', 'course_id']);
  });
  await table('sessions', (t) => {
    t.string('id', 64).primary();
    t.integer('user_id').unsigned().notNullable().references('id').inTable('users').onDelete('CASCADE');
    t.bigInteger('expires').notNullable().index();
  });
  await table('inbox', (t) => {
    t.increments('id');
    t.string('message_id', 190).notNullable().unique();
    t.string('to_key', 190).notNullable().index();
    t.string('recipient', 400).notNullable();
    t.string('subject', 400).notNullable();
    t.text('text').notNullable();
    t.text('html').notNullable();
    t.bigInteger('sent_at').notNullable();
  });

  await db('courses')
    .insert(courses.map((course) => ({ ...course, lessons: JSON.stringify(course.lessons) })))
    .onConflict('id')
    .ignore();
}
