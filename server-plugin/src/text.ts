import { domainToASCII } from 'node:url';

const blanks = /^[\s\p{Z}\u200B\uFEFF]+|[\s\p{Z}\u200B\uFEFF]+$/gu;
const localPart = /^[^\s@<>()[\]\\,;:"\p{Cc}\p{Cf}\p{Cs}\p{Z}]{1,64}$/u;
const LONGEST_KEY = 254;
const hostName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** An address as it was typed, trimmed, and the key by which addresses are compared. */
export interface Address {
  readonly email: string;
  readonly key: string;
}

/** Reads an e-mail address. Null: it is none. */
export function parseAddress(text: string): Address | null {
  // No address is longer, and trimming a very long text of blanks takes very long.
  if (text.length > 400) return null;
  const email = text.replace(blanks, '').normalize('NFC');
  const at = email.lastIndexOf('@');
  if (at < 1 || email.length > 254) return null;
  const local = email.slice(0, at);
  const domain = domainToASCII(email.slice(at + 1).toLowerCase());
  if (!localPart.test(local) || local.startsWith('.') || local.endsWith('.') || local.includes('..')) return null;
  if (!hostName.test(domain)) return null;
  const key = `${local.toLowerCase()}@${domain}`;
  // Umlauts in a domain make the key longer than the address.
  return key.length > LONGEST_KEY ? null : { email, key };
}

/** The key of an address that the host stores; whatever it is, it gets one, so that it can be compared. */
export function addressKey(text: string): string {
  return parseAddress(text)?.key ?? cut(text.replace(blanks, '').normalize('NFC').toLowerCase(), LONGEST_KEY);
}

/** The first characters of a text, without half of a pair at its end. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

const letters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', đ: 'd', ð: 'd', ł: 'l', æ: 'ae', œ: 'oe', þ: 'th', ı: 'i' };

/** Text without case, accents and control characters, for sorting and searching: `Åse Müller` → `ase muller`. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßøđðłæœþı]/g, (letter) => letters[letter] ?? letter)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** The key by which the names of groups and role profiles are compared. Folding may lengthen a text (`ß`), so it is cut to what its column holds. */
export function nameKey(text: string): string {
  return cut(fold(text), 200);
}

/** The sort key of a name: as it is shown, folded, and the id behind it, so that no two are the same. Nameless people sort by address. */
export function sortKey(name: string, id: string): string {
  return `${cut(fold(name), 120)}\u0001${id}`;
}

/**
 * The first sort key that begins with `prefix`, on all three databases. Not the prefix itself: where blanks are added to the shorter of two texts, as on
 * MySQL, a whole name sorts after its own key.
 */
export function fromPrefix(prefix: string): string {
  return `${prefix}\u0001`;
}

/** The first text that sorts after every text beginning with `prefix`, on all three databases. */
export function afterPrefix(prefix: string): string {
  return `${prefix}\u{10FFFF}`;
}

/**
 * The search keys of a person: the whole name beginning at each of its words (`ann bell`, `bell ann`) and the address. A key that begins another one is
 * left out, so that a person is met seldom more than once in a range of beginnings. Each ends in the id, so that it is a sort key, too.
 */
export function searchKeys(person: {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}): string[] {
  const words = fold(`${person.firstName} ${person.lastName}`).split(' ').filter(Boolean).slice(0, 8);
  const rotations = words.map((_, at) => cut([...words.slice(at), ...words.slice(0, at)].join(' '), 120));
  const keys = [...new Set([...rotations, cut(fold(person.email), 120)])].filter(Boolean);
  return keys.filter((key) => !keys.some((other) => other !== key && other.startsWith(key))).map((key) => `${key}\u0001${person.id}`);
}
