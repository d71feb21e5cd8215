const versions = new WeakMap<object, number>();

/** Remembers which version of a row an answer shows, so that the router can send it as ETag without it standing in the body. */
export function versioned<T extends object>(answer: T, version: number): T {
  versions.set(answer, Number(version));
  return answer;
}

export function versionOf(answer: unknown): number | undefined {
  return typeof answer === 'object' && answer !== null ? versions.get(answer) : undefined;
}
