import { expect } from 'chai';
import { runProcesses } from './processes.ts';

const script = new URL('./processes.fixture.ts', import.meta.url);
const orders = (count: number, failing?: number) => Array.from({ length: count }, (_, index) => ({ index, fails: index === failing }));
const run = (count: number, failing?: number) =>
  runProcesses<{ index: number; pid: number; ready: number; began: number }>(script, orders(count, failing));

describe('test processes', () => {
  it('start their work together, each apart from the others, and answer in order', async () => {
    const results = await run(3);
    expect(results.map(({ index }) => index)).to.deep.equal([0, 1, 2]);
    expect(new Set([process.pid, ...results.map(({ pid }) => pid)])).to.have.property('size', 4);
    // Nobody begins before all are ready.
    expect(Math.max(...results.map(({ ready }) => ready))).to.be.at.most(Math.min(...results.map(({ began }) => began)));
  });

  it('fail with the words of the one that failed, and others do the work that comes next', async () => {
    const failure = await run(2, 1).catch((error: unknown) => error);
    expect(failure)
      .to.be.an('error')
      .with.property('message')
      .that.matches(/process 1: Error: no luck/);
    expect((await run(2)).map(({ index }) => index)).to.deep.equal([0, 1]);
  });
});
