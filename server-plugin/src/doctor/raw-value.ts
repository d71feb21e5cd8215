/** The first value of a raw answer, whose shape every driver has its own way with. */
export function firstValue(raw: unknown): unknown {
  return pick(raw, 0);
}

/** The last value of the first row of a raw answer. */
export function lastValue(raw: unknown): unknown {
  return pick(raw, -1);
}

function pick(raw: unknown, at: number): unknown {
  let value = raw;
  while (typeof value === 'object' && value !== null) {
    if ('rows' in value) value = value.rows;
    else if (Array.isArray(value)) value = value[0];
    else
      value = Object.entries(value)
        .filter(([name]) => name !== '_metadata')
        .at(at)?.[1];
  }
  return value;
}
