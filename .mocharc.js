/** A test that is skipped, or alone, fails the run in CI. */
const forbidden = process.env.CI === 'true';

export default {
  'node-option': ['conditions=seatkit-src', 'import=tsx'],
  extension: ['test.ts'],
  recursive: true,
  require: ['test/support/servers.ts'],
  reporter: 'test/support/reporter.ts',
  timeout: 20_000,
  'forbid-pending': forbidden,
  'forbid-only': forbidden,
};
