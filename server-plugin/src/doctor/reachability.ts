import type { Base } from '../context.ts';
import { VERSION } from '../version.ts';
import { error, type Finding, ok, warning } from './finding.ts';

/** Asks the running server for its health under its public address, through whatever proxy stands before it. */
export async function reachability({ host }: Base): Promise<Finding> {
  const url = `${host.baseUrl}/health`;
  let answer: Response;
  try {
    answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(3000) });
  } catch {
    return warning(
      `${url} cannot be reached from here.`,
      'Start the server. If it runs, check baseUrl, its name and its certificate on this machine.',
    );
  }
  if (answer.status >= 300 && answer.status < 400)
    return warning(
      `${url} redirects to ${answer.headers.get('location')}.`,
      'Give the address behind it as baseUrl. If that is the same address, let the proxy send X-Forwarded-Proto and the host trust it.',
    );
  const version = versionIn(await answer.text());
  if (version === null)
    return error(
      `${url} is answered by something else (${answer.status}).`,
      'Mount the router at the path of baseUrl, before the handler that answers 404 and before whatever asks for a sign-in.',
    );
  return version === VERSION
    ? ok(`${url} answers.`)
    : warning(
        `${url} is answered by version ${version}; this is ${VERSION}.`,
        'Restart every process with the same version, or check where the proxy leads.',
      );
}

/** The version in a health report of ours. Null: it is none. */
function versionIn(text: string): string | null {
  try {
    const report = JSON.parse(text) as { version?: unknown; migrations?: unknown } | null;
    return typeof report?.version === 'string' && report.migrations !== undefined ? report.version : null;
  } catch (problem) {
    if (problem instanceof SyntaxError) return null;
    throw problem;
  }
}
