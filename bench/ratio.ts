/** What is measured: once for us and once for what we are compared with. */
export interface Contest {
  readonly title: string;
  readonly unit: string;
  /** The ratio of ours to theirs that we promise not to exceed. */
  readonly atMost: number;
  readonly ours: { readonly name: string; readonly measure: () => Promise<number> };
  readonly theirs: { readonly name: string; readonly measure: () => Promise<number> };
}

/** Measures both by turns, so that whatever else the machine does falls on both, and prints the ratio of the medians. Answers whether the promise is kept. */
export async function compare({ title, unit, atMost, ours, theirs }: Contest, repetitions: number): Promise<boolean> {
  const figures = { ours: [] as number[], theirs: [] as number[] };
  for (let n = 0; n < repetitions; n += 1) {
    figures.ours.push(await ours.measure());
    figures.theirs.push(await theirs.measure());
  }
  const ratio = median(figures.ours) / median(figures.theirs);
  console.log(`${title}: ${ratio.toFixed(2)} × (promised: at most ${atMost} ×), ${repetitions} repetitions by turns`);
  for (const [name, values] of [
    [ours.name, figures.ours],
    [theirs.name, figures.theirs],
  ] as const)
    console.log(`  ${name}: median ${show(median(values))}, ${show(Math.min(...values))} to ${show(Math.max(...values))} ${unit}`);
  return tell(ratio <= atMost);
}

/** Prints a figure with the limit that we promise. Answers whether the promise is kept. */
export function limit(title: string, value: number, atMost: number, unit: string): boolean {
  console.log(`${title}: ${show(value)} ${unit} (promised: at most ${atMost})`);
  return tell(value <= atMost);
}

function tell(kept: boolean): boolean {
  if (!kept) console.log('  NOT KEPT');
  return kept;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function show(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}
