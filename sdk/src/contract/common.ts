import { z } from 'zod';

/** Our own ids: UUIDs, version 7, as text. */
export const Id = z.string().regex(/^[0-9A-Za-z_-]{1,64}$/, 'is not an id');
/** An id of the host (a user, an order): any text of one line, never parsed by us. */
export const HostId = singleLine(190);
/** An instant as ISO 8601 in UTC with milliseconds, `2026-11-21T09:30:00.000Z`. */
export const Timestamp = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 'is not a time like 2026-11-21T09:30:00.000Z');
const years = { first: Date.parse('0000-01-01T00:00:00.000Z'), last: Date.parse('9999-12-31T23:59:59.999Z') };
/** A time as people write it in requests: any ISO 8601 instant with an offset. It is kept in UTC. */
export const TimestampInput = z.iso
  .datetime({ offset: true })
  .refine((text) => !(Date.parse(text) < years.first || Date.parse(text) > years.last), 'must lie between the years 0 and 9999')
  .transform((text) => new Date(text).toISOString());
/** A BCP 47 language tag, such as `en`, `de` or `pt-BR`. */
export const Locale = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,12}){0,3}$/, 'is not a language tag such as "en" or "de-AT"');

const controlCharacters = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;
/** Marks that turn the direction of what follows, with which a name could rewrite the sentence around it. */
const directionMarks = /[\u202A-\u202E\u2066-\u2069]/;
const visible = /[^\p{C}\p{Z}]/u;
const linkLike = /:\/\/|www\./i;

/** Text of one line: no control characters, no line breaks, at least one visible character. */
export function singleLine(max: number) {
  return z
    .string()
    .max(max, `is longer than ${max} characters`)
    .refine((text) => !controlCharacters.test(text) && !directionMarks.test(text), 'contains a control character or a line break')
    .refine((text) => visible.test(text), 'is empty')
    .transform((text) => text.trim().normalize('NFC'));
}

/** The name of a person, an organization or a group: one line that cannot smuggle a link into a mail. */
export function nameText(max: number) {
  return singleLine(max).refine((text) => !linkLike.test(text), 'must not contain a web address');
}

/** Text of several lines, as typed: line breaks and tabs stay, other control characters are refused. */
export function multiLine(max: number) {
  return z
    .string()
    .max(max, `is longer than ${max} characters`)
    .refine((text) => !controlCharacters.test(text.replace(/[\r\n\t]/g, '')), 'contains a control character')
    .transform((text) => text.replace(/\r\n?/g, '\n').normalize('NFC'));
}

/** How many rows there are; above 10,000 only that there are at least so many, because counting on would cost more than it tells. */
export const Total = z.union([z.int().nonnegative(), z.object({ atLeast: z.literal(10_000) })]).meta({ id: 'Total' });
export type Total = z.infer<typeof Total>;

/** One page of a list. `next` is the cursor of the following page, null on the last one. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable(), total: Total });
}

/** Yes or no in a query, no unless said: text where it comes by HTTP. */
export const QueryFlag = z
  .union([z.boolean(), z.enum(['true', 'false'])])
  .default(false)
  .transform((flag) => String(flag) === 'true')
  .meta({
    override: ({ jsonSchema }: { jsonSchema: Record<string, unknown> }) => {
      delete jsonSchema.anyOf;
      jsonSchema.type = 'boolean';
    },
  });

/** What every list takes: an opaque cursor from the answer before, and how many rows a page has (1 to 200, 50 by default). */
export const PageQuery = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
