import type { Formats } from '../formats.ts';

/** English, and the pattern of every other language. */
export const en = (f: Formats) => ({
  getMoreSeats: 'Get more seats',
  until: (date: string) => `until ${date}`,
  freeSeats: (n: number) => (n === 0 ? 'none free' : `${f.number(n)} free`),
  bought: 'Bought',
  noPools: 'No seats have been bought yet',
  noPoolsNote: 'As soon as your provider has booked seats, they appear here.',
  from: (date: string) => `from ${date}`,
  ended: (date: string) => `ended ${date}`,
  endsSoon: (days: number, date: string) => (days === 0 ? 'ends today' : `ends ${f.count(days, 'tomorrow', 'in # days')}, on ${date}`),
  endedPools: (n: number) => f.count(n, '# pool has ended', '# pools have ended'),
  sum: (pool: { quantity: number; assigned: number; reserved: number; consumed: number; free: number }) =>
    `${f.number(pool.quantity)} bought: ${f.number(pool.assigned)} assigned, ${f.number(pool.reserved)} reserved, ${f.number(pool.consumed)} consumed, ${f.number(pool.free)} free`,
});
