export async function prepare({ index, fails }: { index: number; fails: boolean }) {
  return async () => {
    if (fails) throw new Error('no luck');
    return { index, pid: process.pid, at: Date.now() };
  };
}
