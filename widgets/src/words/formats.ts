import type { Total } from '@seatkit/sdk';

/** What the sentences need of `Intl`, bound to one language. */
export interface Formats {
  number(value: number): string;
  /** The first `#` in the chosen form stands for the number. So names stand outside the forms, or behind it: they may hold one, too. */
  count(value: number | Total, one: string, other: string): string;
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
    count: (value, one, other) => {
      const exact = typeof value === 'number';
      const amount = exact ? value : value.atLeast;
      return (plurals.select(amount) === 'one' ? one : other).replace('#', numbers.format(amount) + (exact ? '' : '+'));
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
