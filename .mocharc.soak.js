import usual from './.mocharc.js';

export default { ...usual, require: ['test/support/soak-mode.ts', ...usual.require], timeout: 300_000 };
