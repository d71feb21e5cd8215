import type { Base } from './context.ts';

/** Reads a value that all processes share. */
export async function readMeta(base: Base, name: string): Promise<string | null> {
  const row = (await base.db(base.tables.meta).where({ name }).first()) as { value: string } | undefined;
  return row?.value ?? null;
}

/** Writes it once; what is there stays. */
export async function writeMetaOnce(base: Base, name: string, value: string): Promise<void> {
  await base.dialect.tryInsert(base.db, base.tables.meta, { name, value });
}
