import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

export const nl = (f: Formats): ReturnType<typeof en> => ({
  getMoreSeats: 'Meer licenties kopen',
  until: (date) => `tot ${date}`,
  freeSeats: (n) => (n === 0 ? 'geen beschikbaar' : `${f.number(n)} beschikbaar`),
  bought: 'Gekocht',
  noPools: 'Er zijn nog geen licenties gekocht',
  noPoolsNote: 'Zodra je aanbieder licenties heeft geboekt, verschijnen ze hier.',
  from: (date) => `vanaf ${date}`,
  ended: (date) => `beëindigd op ${date}`,
  endsSoon: (days, date) => (days === 0 ? 'eindigt vandaag' : `eindigt ${f.count(days, 'morgen', 'over # dagen')}, op ${date}`),
  endedPools: (n) => f.count(n, '# licentiepakket is beëindigd', '# licentiepakketten zijn beëindigd'),
  sum: (pool) =>
    `${f.number(pool.quantity)} gekocht: ${f.number(pool.assigned)} toegewezen, ${f.number(pool.reserved)} gereserveerd, ${f.number(pool.consumed)} verbruikt, ${f.number(pool.free)} beschikbaar`,
});
