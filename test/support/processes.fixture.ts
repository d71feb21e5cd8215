import { atStart } from './process-child.ts';

await atStart(async () => {
  if (process.env.WORD === 'fail' && process.env.PROCESS_INDEX === '1') throw new Error('no luck');
  return { index: process.env.PROCESS_INDEX, at: Date.now() };
});
