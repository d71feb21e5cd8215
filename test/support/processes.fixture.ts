export async function prepare({ index, fails }: { index: number; fails: boolean }) {
  const ready = Date.now();
  return async () => {
    if (fails) throw new Error('no luck');
    return { index, pid: process.pid, ready, began: Date.now() };
  };
}
