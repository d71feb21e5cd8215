import type { Total } from '@seatkit/sdk';

/** Plural forms of languages that have more than those of 1 and of the rest. */
type MoreForms = Exclude<Intl.LDMLPluralRule, 'one' | 'other'>;

/**
 * What the sentences need of `Intl`, bound to one language. A language with further plural forms names them, and then writes each:
 * `(f: Formats<'few' | 'many'>) => f.count(n, '# osoba', '# osoby', { few: '# osoby', many: '# osób' })`.
 */
export interface Formats<More extends MoreForms = never> {
  number(value: number): string;
  /** The first `#` in the chosen form stands for the number. So names stand outside the forms, or behind it: they may hold one, too. */
  count(value: number | Total, one: string, other: string, ...more: [More] extends [never] ? [] : [Readonly<Record<More, string>>]): string;
  /** A day, with the year when it is not this one. */
  date(iso: string): string;
  /** Under a week as a distance (`5 minutes ago`), else the day. */
  when(iso: string): string;
}

const made = new Map<string, Formats>();

/** The formats of a BCP 47 tag that `Intl` knows. */
export function formatsFor(tag: string): Formats {
  const known = made.get(tag);
  if (known) return known;
  const numbers = new Intl.NumberFormat(tag);
  const plurals = new Intl.PluralRules(tag);
  const thisYear = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short' });
  const otherYear = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric' });
  const distance = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const date = (iso: string) => {
    const day = new Date(iso);
    return (day.getFullYear() === new Date().getFullYear() ? thisYear : otherYear).format(day);
  };
  const formats: Formats = {
    number: (value) => numbers.format(value),
    count: (value: number | Total, one: string, other: string, more?: Readonly<Partial<Record<MoreForms, string>>>) => {
      const exact = typeof value === 'number';
      const amount = exact ? value : value.atLeast;
      return ({ one, other, ...more }[plurals.select(amount)] ?? other).replace('#', numbers.format(amount) + (exact ? '' : '+'));
    },
    date,
    when: (iso) => {
      const minutes = Math.round((Date.parse(iso) - Date.now()) / 60_000);
      const size = Math.abs(minutes);
      if (size < 60) return distance.format(minutes, 'minute');
      if (size < 24 * 60) return distance.format(Math.trunc(minutes / 60), 'hour');
      if (size < 7 * 24 * 60) return distance.format(Math.trunc(minutes / 60 / 24), 'day');
      return date(iso);
    },
  };
  made.set(tag, formats);
  return formats;
}
