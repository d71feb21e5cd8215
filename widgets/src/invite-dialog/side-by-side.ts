/** What did not work, and why. */
export interface Failed<T> {
  readonly item: T;
  readonly error: unknown;
}

/** Does the same for each, four at a time, and answers with what failed. */
export async function sideBySide<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<Failed<T>[]> {
  const waiting = [...items];
  const failed: Failed<T>[] = [];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      try {
        await work(item);
      } catch (error) {
        failed.push({ item, error });
      }
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return failed;
}
