import type { z } from 'zod';

type Issue = Parameters<z.core.$ZodErrorMap>[0];

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/** Why a value was refused, as the rest of a sentence that begins with the field's name. Words that a schema has of its own win over these. */
export function fieldWords(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${kinds[issue.expected] ?? 'of another kind'}`;
    case 'invalid_value':
      return issue.input === undefined ? 'is missing' : `must be ${issue.values.map((value) => `“${String(value)}”`).join(' or ')}`;
    case 'too_small':
      return sizeWords(issue.origin, 'at least', Number(issue.minimum));
    case 'too_big':
      return sizeWords(issue.origin, 'at most', Number(issue.maximum));
    case 'invalid_format':
      return issue.format === 'datetime' ? 'must be a time like 2026-11-21T09:30:00Z' : 'has the wrong form';
    default:
      return 'has a value that is not allowed';
  }
}

function sizeWords(origin: string, bound: 'at least' | 'at most', limit: number): string {
  if (origin === 'string') return `must have ${bound} ${limit} characters`;
  if (origin === 'array') return `must have ${bound} ${limit} ${limit === 1 ? 'entry' : 'entries'}`;
  return `must be ${bound} ${limit}`;
}
