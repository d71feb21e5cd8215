import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

export const de = (f: Formats): ReturnType<typeof en> => ({
  getMoreSeats: 'Weitere Plätze erwerben',
  until: (date) => `bis ${date}`,
  freeSeats: (n) => (n === 0 ? 'keiner frei' : `${f.number(n)} frei`),
  bought: 'Erworben',
  noPools: 'Es wurden noch keine Plätze erworben',
  noPoolsNote: 'Sobald Ihr Anbieter Plätze gebucht hat, erscheinen sie hier.',
  from: (date) => `ab ${date}`,
  ended: (date) => `beendet am ${date}`,
  endsSoon: (days, date) => (days === 0 ? 'endet heute' : `endet ${f.count(days, 'morgen', 'in # Tagen')}, am ${date}`),
  endedPools: (n) => f.count(n, '# beendetes Kontingent', '# beendete Kontingente'),
  sum: (pool) =>
    `${f.number(pool.quantity)} erworben: ${f.number(pool.assigned)} zugewiesen, ${f.number(pool.reserved)} vorgemerkt, ${f.number(pool.consumed)} verbraucht, ${f.number(pool.free)} frei`,
});
