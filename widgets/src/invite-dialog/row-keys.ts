const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity };

/** Moves through a list of rows by arrow keys, and within a row from one button to the next; Delete takes the row out. */
export function walkRows(event: KeyboardEvent, remove: (key: number) => void): void {
  const button = (event.target as Element).closest('button');
  const row = button?.closest<HTMLElement>('[data-key]');
  if (!button || !row) return;
  const buttons = [...row.querySelectorAll('button')];
  const column = buttons.indexOf(button);
  const step = steps[event.key];
  let next: Element | undefined;
  if (step !== undefined) {
    const rows = [...(event.currentTarget as Element).querySelectorAll('[data-key]')];
    const target = Math.min(Math.max(rows.indexOf(row) + step, 0), rows.length - 1);
    next = rows[target]?.querySelectorAll('button')[column];
  } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
    const forwards = (event.key === 'ArrowRight') === row.matches(':dir(ltr)');
    next = buttons[column + (forwards ? 1 : -1)];
  } else if (event.key === 'Delete') {
    remove(Number(row.dataset.key));
  } else return;
  event.preventDefault();
  (next as HTMLElement | undefined)?.focus();
}

/** The row after one in its list, else the one before it: where the focus goes when it is taken out. */
export function rowBeside(root: ParentNode, key: number): number | undefined {
  const row = root.querySelector<HTMLElement>(`[data-key='${key}']`);
  const rows = [...(row?.parentElement?.querySelectorAll<HTMLElement>(':scope > [data-key]') ?? [])];
  const at = row ? rows.indexOf(row) : -1;
  const beside = rows[at + 1] ?? rows[at - 1];
  return beside && Number(beside.dataset.key);
}
