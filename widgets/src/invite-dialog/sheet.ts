type Head = 'email' | 'firstName' | 'lastName' | 'name';

/** What a column holds, by its head in one of our languages or in the exports of usual address books. */
const heads: readonly (readonly [Head, RegExp])[] = [
  ['email', /^(?:e-?mail|mail|courriel)(?:[- ]?(?:address|adresse|adres|1 - value))?$|^adresse (?:e-?mail|électronique)$/i],
  ['firstName', /^(?:first|given)[ _-]?name$|^vorname$|^prénom$|^voornaam$/i],
  ['lastName', /^(?:last|family)[ _-]?name$|^surname$|^(?:nach|familien)name$|^nom(?: de famille)?$|^achternaam$/i],
  ['name', /^(?:(?:full|display)[ _-]?)?name$|^nom complet$|^naam$/i],
];

/** What stands where in the rows of a sheet. */
export interface Columns {
  readonly divider: string;
  readonly count: number;
  readonly at: ReadonlyMap<Head, number>;
}

/** Reads the line over the columns of a sheet. Null: it is none. */
export function columnsOf(line: string): Columns | null {
  if (line.includes('@')) return null;
  const divider = ['\t', ';', ','].find((mark) => line.includes(mark)) ?? '\t';
  const cells = cellsOf(line, divider);
  const at = new Map<Head, number>();
  for (const [index, cell] of cells.entries()) {
    const head = heads.find(([what, pattern]) => pattern.test(cell) && !at.has(what));
    if (head) at.set(head[0], index);
  }
  const isHead = at.has('email') || at.size > 1 || (at.size === 1 && cells.length === 1);
  return isHead ? { divider, count: cells.length, at } : null;
}

/** Reads a row below such a line: the address, and either first and last name or both in one. Null: it is no row of that sheet. */
export function rowOf(line: string, { divider, count, at }: Columns): { readonly email: string; readonly names: readonly string[] } | null {
  const cells = cellsOf(line, divider);
  if (count < 2 || cells.length < 2 || !at.has('email')) return null;
  const cell = (what: Head) => cells[at.get(what) ?? -1] ?? '';
  const [email, first] = [cell('email'), cell('firstName')];
  // Beside a first name, "name" is the family's.
  const last = at.has('lastName') || !first ? cell('lastName') : cell('name');
  return email.includes('<') ? null : { email, names: first || last ? [first, last] : [cell('name')] };
}

/** The cells of a line. Quotes around a cell go, and a divider between them stays. */
function cellsOf(line: string, divider: string): string[] {
  const cells = [''];
  for (const part of line.split(/("(?:[^"]|"")*")/)) {
    const quoted = part.startsWith('"');
    const [first = '', ...rest] = quoted ? [part.slice(1, -1).replaceAll('""', '"')] : part.split(divider);
    cells[cells.length - 1] += first;
    cells.push(...rest);
  }
  return cells.map((cell) => cell.trim());
}
