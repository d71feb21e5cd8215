import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

export const fr = (f: Formats): ReturnType<typeof en> => ({
  getMoreSeats: 'Acheter d’autres licences',
  until: (date) => `jusqu’au ${date}`,
  freeSeats: (n) => (n === 0 ? 'aucune disponible' : f.count(n, '# disponible', '# disponibles')),
  bought: 'Achetées',
  noPools: 'Aucune licence n’a encore été achetée',
  noPoolsNote: 'Dès que votre fournisseur aura enregistré des licences, elles apparaîtront ici.',
  from: (date) => `à partir du ${date}`,
  ended: (date) => `terminé le ${date}`,
  endsSoon: (days, date) =>
    days === 0 ? 'se termine aujourd’hui' : `se termine ${days === 1 ? 'demain' : `dans ${f.number(days)} jours`}, le ${date}`,
  endedPools: (n) => f.count(n, '# lot terminé', '# lots terminés'),
  sum: (pool) =>
    `${f.count(pool.quantity, '# achetée', '# achetées')}\u00a0: ${f.count(pool.assigned, '# attribuée', '# attribuées')}, ${f.count(pool.reserved, '# réservée', '# réservées')}, ${f.count(pool.consumed, '# consommée', '# consommées')}, ${f.count(pool.free, '# disponible', '# disponibles')}`,
});
