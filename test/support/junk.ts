import { createHash } from 'node:crypto';
import { type Operation, type OperationName, operations } from '@seatkit/sdk/contract';

/** Numbers from 0 to 1 that are the same in every run for the same seed (mulberry32). */
export function random(seed: string): { next: () => number; pick: <T>(list: readonly T[]) => T } {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, pick: (list) => list[Math.floor(next() * list.length)]! };
}

const leaves: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    1,
    1.5,
    1e21,
    Number.MAX_SAFE_INTEGER,
    2 ** 31,
    '',
    ' ',
    'x',
    'admin',
    'member',
    'active',
    'now',
    'hold',
    'required',
  ],
  ...[
    '\u0000',
    '\ud800',
    '\u202e',
    'a@b.test',
    'A@B.TEST ',
    '@',
    'ada@',
    'x'.repeat(500),
    "'; drop table users; --",
    '%',
    '../..',
    'https://x',
    'en',
    'de-AT',
  ],
  ...[
    '2026-11-21T09:30:00.000Z',
    '9999-99-99T99:99:99.999Z',
    '+275760-09-13T00:00:00.000Z',
    '01932c07-0000-7000-8000-000000000000',
    '__proto__',
    '🚀',
  ],
];
const names = ['__proto__', 'constructor', 'id', 'toString', '', 'length', '0'];

/** A body that is nearly right: the names of the operation's own fields with values of every kind, now and then something quite different. */
export function junk(operation: OperationName, next: () => number): unknown {
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!;
  const known = fieldsOf(operation);
  const value = (depth: number): unknown => {
    const kind = next();
    if (depth > 3 || kind < 0.55) return pick(leaves);
    if (kind < 0.75) return Array.from({ length: Math.floor(next() * 4) }, () => value(depth + 1));
    return object(depth + 1);
  };
  const object = (depth: number) => {
    const entries = known.filter(() => next() < 0.5).map((name) => [name, value(depth)] as const);
    const made: Record<string, unknown> = Object.fromEntries(entries);
    if (next() < 0.15) Object.defineProperty(made, pick(names), { value: value(depth), enumerable: true, configurable: true });
    return made;
  };
  return next() < 0.9 ? object(0) : value(0);
}

/** The names of the fields of a body, those of nested objects, too. */
function fieldsOf(operation: OperationName): string[] {
  const { body } = operations[operation] as Operation;
  const found = new Set<string>();
  const walk = (schema: unknown): void => {
    const definition = (schema as { def?: Record<string, unknown> } | undefined)?.def;
    if (!definition) return;
    for (const [name, child] of Object.entries((definition.shape as object | undefined) ?? {})) {
      found.add(name);
      walk(child);
    }
    for (const key of ['innerType', 'element', 'in', 'out']) walk(definition[key]);
  };
  walk(body);
  return [...found];
}
