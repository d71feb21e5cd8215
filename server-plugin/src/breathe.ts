import { setImmediate } from 'node:timers/promises';

/** So many rows are worked on in a row. */
const ROWS = 20;

/** Lets others have their turn every few rows: a driver that answers at once, as that of SQLite does, would leave them none in a long loop. */
export async function breathe(row: number): Promise<void> {
  if (row % ROWS === ROWS - 1) await setImmediate();
}
