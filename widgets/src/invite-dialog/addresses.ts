import { type Person, personOf, typedOf } from './person.ts';
import { type Columns, columnsOf, rowOf } from './sheet.ts';

type Name = Omit<Person, 'email'>;

/** Whether a text has the shape of an address. The server decides; this only catches slips before the seats are counted. */
export function looksLikeAddress(text: string): boolean {
  return /^[^\s@<>,;"]+@[^\s@<>,;".]+(?:\.[^\s@<>,;".]+)+$/.test(text.trim());
}

/**
 * Reads people out of what somebody pastes from a mail (`Ada Lindgren <ada@acme.test>, …`), a sheet (cells with tabs, commas or
 * semicolons) or a list. What holds no address becomes a person whose address is that text, so that it can be mended.
 */
export function parsePeople(text: string): Person[] {
  let columns: Columns | null = null;
  const lines = text.replace(/[^\S\t\r\n]+/g, ' ').split(/[\r\n]+/);
  const people = lines.flatMap((line) => {
    const heads = columnsOf(line);
    columns = heads ?? columns;
    if (heads) return [];
    const row = columns && rowOf(line, columns);
    return row ? { email: row.email, ...nameFrom(row.names) } : parseLine(line.replace(lineStart, ''));
  });
  return people.filter((person) => Object.keys(typedOf(person)).length > 0);
}

/** The mark of a list, or the field of a mail. */
const lineStart = /^\s*(?:\d{1,4}[.)]|[-*•·‣–]|(?:to|b?cc|an|à|cci|aan)\s?:)\s+/i;
/** "and" after an address, with another one to come. */
const conjunction = /(@[^\s,;@]*)[,;]?\s+(?:and|und|et|en|&)\s+(?=.*@)/gi;
/** A word with an @. It is looked for where words begin, so that a very long one is gone through once. */
const atWord = /(?<![^\s<>()[\]"“”„])[^\s<>()[\]"“”„]*@[^\s<>()[\]"“”„]*/g;
/** What was meant as an address: a dot and no blank, or an @ in words. */
const nearly = /^\S+(?:\.\p{L}{2,}|[([{]at[)\]}]\S+)$/iu;
function parseLine(line: string): Person[] {
  const list = line.replace(conjunction, '$1, ');
  const cells = cellsOf(list.replaceAll(';', ','));
  // A semicolon stands between people, or, where only one address stands in the line, between the cells of a sheet.
  if (cells.filter(({ isAddress }) => isAddress).length < 2) return parseCells(cells);
  return list.split(';').flatMap((part) => parseCells(cellsOf(part)));
}

interface Cell {
  readonly text: string;
  /** It holds an address, or what was meant as one. Never a name. */
  readonly isAddress: boolean;
  /** A tab, or a divider without a blank, stands before it, as in a sheet: `Ada,ada@acme.test` names a person, `hello, ada@acme.test` does not. */
  readonly tight: boolean;
}

function cellsOf(text: string): Cell[] {
  return [...text.matchAll(/(?:[^,\t"]|"[^"]*"|")+/g)].flatMap(({ 0: cell, index }, i) => {
    const plain = trimmed(cell);
    if (!plain) return [];
    return {
      text: cell,
      isAddress: cell.includes('@') || nearly.test(plain),
      tight: i > 0 && (text[index - 1] === '\t' || !/^ /.test(cell)),
    };
  });
}

function parseCells(cells: readonly Cell[]): Person[] {
  const people: Person[] = [];
  /** Cells that belong to the address after them, if one comes. */
  let names: Cell[] = [];
  for (const cell of cells) {
    if (!cell.isAddress) {
      names.push(cell);
      continue;
    }
    const [first, ...others] = peopleIn(cell.text);
    if (!first) continue;
    const before = names.map(({ text }) => trimmed(text));
    // "Lindgren, Ada <ada@acme.test>": the cell before is the family name.
    const family = first.firstName && !first.lastName ? before.pop() : undefined;
    if (family !== undefined) people.push(...before.map(unreadable), { ...first, lastName: family });
    else if (first.firstName || !cell.tight) people.push(...before.map(unreadable), first);
    else people.push({ ...first, ...nameFrom(before) });
    people.push(...others);
    names = [];
  }
  const left = names.map(({ text }) => trimmed(text));
  const only = people.length === 1 ? people[0] : undefined;
  // In a sheet the names may stand after the address.
  if (only && !only.firstName && names[0]?.tight) return [{ ...only, ...nameFrom(left) }];
  // What cannot be read is kept, to be mended.
  return [...people, ...left.map(unreadable)];
}

/** The addresses in one cell, each with the name before it; the name of a single one may stand after it. */
function peopleIn(cell: string): Person[] {
  const found = [...cell.matchAll(atWord)];
  if (found.length === 0) return [unreadable(trimmed(cell))];
  let end = 0;
  const people = found.map((match) => {
    const before = trimmed(cell.slice(end, match.index));
    end = match.index + match[0].length;
    return { email: trimmed(match[0]).replace(/^mailto:/i, ''), ...nameFrom([before]) };
  });
  // Mail programs write an address without a name as `ada@acme.test <ada@acme.test>`.
  if (people.length === 2 && people[0]?.email.toLowerCase() === people[1]?.email.toLowerCase()) people.pop();
  const left = trimmed(cell.slice(end));
  const only = people.length === 1 ? people[0] : undefined;
  if (left && only && !only.firstName) return [{ ...only, ...nameFrom([left]) }];
  return left ? [...people, unreadable(left)] : people;
}

function unreadable(text: string): Person {
  return personOf({ email: text });
}

/** Of several cells the first is the first name; a single one is taken apart. */
function nameFrom(cells: readonly string[]): Name {
  const [name = '', ...rest] = cells;
  if (rest.length > 0) return { firstName: name, lastName: rest.join(' ') };
  const comma = name.split(/,\s*/).filter(Boolean);
  if (comma.length === 2) return { firstName: comma[1] as string, lastName: comma[0] as string };
  const words = name.split(/\s+/).filter(Boolean);
  if (words.length < 2) return { firstName: name, lastName: '' };
  // "Noah van den Berg": the family name begins with its small words.
  const small = words.findIndex((word, i) => i > 0 && /^\p{Ll}/u.test(word));
  const cut = small > 0 ? small : words.length - 1;
  return { firstName: words.slice(0, cut).join(' '), lastName: words.slice(cut).join(' ') };
}

function trimmed(text: string): string {
  return text.replace(/^[\s"'“”„<(,.:|]+|[\s"'“”„<>(),.:|]+$/g, '');
}
