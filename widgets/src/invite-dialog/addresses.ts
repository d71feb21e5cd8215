/** A person as typed or pasted: nothing is checked yet. */
export interface Person {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** Whether a text has the shape of an address. The server decides; this only catches slips before the seats are counted. */
export function looksLikeAddress(text: string): boolean {
  return /^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(text.trim());
}

/**
 * Reads people out of what somebody pastes from a mail (`Ada Lindgren <ada@acme.test>, …`), a sheet (cells with tabs) or a
 * list. What holds no address becomes a person whose address is that text, so that it can be mended.
 */
export function parsePeople(text: string): Person[] {
  return text
    .split(/[\r\n;]+/)
    .flatMap((line) => parseLine(line))
    .filter(({ email }) => email !== '');
}

function parseLine(line: string): Person[] {
  const people: Person[] = [];
  let rest = line;
  for (;;) {
    const match = /<?(?:mailto:)?([^\s@<>,;:"'()[\]][^\s@<>,;:"()[\]]*@[^\s@<>,;"'()[\]]*[^\s@<>,;"'()[\].])>?/.exec(rest);
    if (!match) break;
    people.push({ email: match[1] as string, ...nameFrom(rest.slice(0, match.index)) });
    rest = rest.slice(match.index + match[0].length);
  }
  const left = trimmed(rest);
  const only = people.length === 1 ? people[0] : undefined;
  // In a sheet the names may stand after the address.
  if (left && only && !only.firstName && !only.lastName && !rest.includes(',')) return [{ ...only, ...nameFrom(rest) }];
  // What cannot be read is kept, to be mended.
  return left ? [...people, { email: left, firstName: '', lastName: '' }] : people;
}

function nameFrom(text: string): Pick<Person, 'firstName' | 'lastName'> {
  const cells = text.split('\t').map(trimmed).filter(Boolean);
  if (cells.length > 1) return { firstName: cells[0] as string, lastName: cells.slice(1).join(' ') };
  const name = cells[0] ?? '';
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
  return text.replace(/^[\s"'“”„<(,.:|]+|[\s"'“”„>),.:|]+$/g, '');
}
