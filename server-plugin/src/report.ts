import type { Host } from './host/host.ts';

/** What may be kept and shown of an error: its kind and codes. Messages of databases and mail servers quote names and addresses. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return typeof error;
  const { name, code, responseCode } = error as { name?: unknown; code?: unknown; responseCode?: unknown };
  const parts = [name, code, responseCode].filter((part) => part !== undefined && part !== null && part !== '');
  return (
    parts
      .map((part) => String(part).replace(/[^\w.-]/g, ''))
      .join(' ')
      .slice(0, 200) || 'error'
  );
}

/**
 * Tells the host what went wrong: where, the kind of error and its stack, but no message and so no personal data. What one of the host's own
 * hooks threw is told in its own words, unless it comes from the database driver.
 */
export function report(host: Host, where: string, error: unknown, ofHook = false): void {
  const words = ofHook && error instanceof Error && !isOfDriver(error) ? error.message : errorCode(error);
  const told = new Error(`${where}: ${words}`);
  told.name = 'SeatkitReport';
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  told.stack = [`${told.name}: ${told.message}`, ...frames].join('\n');
  const tell = host.options.onError ?? ((problem: unknown) => console.error(problem));
  try {
    tell.call(host.options, told);
  } catch (failure) {
    // A logger that throws must not stop mail from leaving.
    console.error(`onError: ${errorCode(failure)}`);
  }
}

/** Drivers put the statement and its values into their messages. */
function isOfDriver(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : '';
  return 'sql' in error || 'severity' in error || /^(SQLITE|ER_)/.test(code);
}
