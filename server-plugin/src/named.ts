import { nameKey, sortKey } from './text.ts';

/** The columns in which groups and role profiles are alike. Keys are never written without the name they derive from. */
export interface NameColumns {
  readonly name: string;
  readonly nameKey: string;
  readonly nameSort: string;
  readonly description: string | null;
}

/** Those of a new one. */
export function nameColumns(id: string, named: { readonly name: string; readonly description?: string | null | undefined }): NameColumns {
  const { name, description } = named;
  return { name, nameKey: nameKey(name), nameSort: sortKey(name, id), description: description ?? null };
}

/** Those of one that is changed: what is left out stays. */
export function changedColumns(
  before: NameColumns & { readonly id: string },
  changes: { readonly name?: string | undefined; readonly description?: string | null | undefined },
): NameColumns {
  const { name = before.name, description = before.description } = changes;
  return nameColumns(before.id, { name, description });
}
