import { expect } from 'chai';
import { runProcesses } from './processes.ts';

const script = new URL('./processes.fixture.ts', import.meta.url);

describe('test processes', () => {
  it('start their work together and answer in order', async () => {
    const results = await runProcesses<{ index: string; at: number }>(3, script, { WORD: 'go' });
    expect(results.map(({ index }) => index)).to.deep.equal(['0', '1', '2']);
    const times = results.map(({ at }) => at);
    expect(Math.max(...times) - Math.min(...times)).to.be.below(500);
  });

  it('fail with the words of the one that failed', async () => {
    const failure = await runProcesses(2, script, { WORD: 'fail' }).catch((error: unknown) => error);
    expect(failure)
      .to.be.an('error')
      .with.property('message')
      .that.matches(/process 1: Error: no luck/);
  });
});
