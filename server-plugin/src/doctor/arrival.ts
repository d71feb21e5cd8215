import type { Base } from '../context.ts';
import { LIMIT } from '../http/read-request.ts';
import { type Answer, ask, hashOfBody, headersOf } from './echo.ts';
import { error, type Finding, ok, warning } from './finding.ts';
import { reachability } from './reachability.ts';

const notLookedAt = ok('Not looked at: first mend what stands above.');

/** Whether every kind of request gets as far as Seatkit, or something of the host's or of the proxy's answers before. */
export async function mountOrder(base: Base): Promise<Finding> {
  if ((await reachability(base)).status !== 'ok') return notLookedAt;
  const { host } = base;
  const refused: string[] = [];
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const answer = await ask(host, method, {});
    if (answer.from === 'stranger')
      return error(
        `The server at ${host.baseUrl} has another secret than this process.`,
        'Give every process the same `secret`: links in mail and cookies made by one must be good at the others.',
      );
    if (answer.from === 'other') refused.push(`${method} (${statusOf(answer)})`);
  }
  return refused.length === 0
    ? ok('Requests of every method arrive.')
    : error(
        `Something else answers these requests before Seatkit sees them: ${refused.join(', ')}.`,
        "Mount the router before the host's CSRF check and sign-in, or exempt its path there; let proxy and firewall pass POST, PUT, PATCH and DELETE.",
      );
}

/** Values that parsers and cleaners of input are fond of changing. */
const delicate = { text: ' <b>"a" & b</b> ', empty: '', nothing: null, list: [0, 1.5, true], $key: { 'a.b': 'c' } };

/** Whether JSON arrives as it was sent, whatever parsers run before Seatkit, and as large as Seatkit takes it. */
export async function bodyParsers(base: Base): Promise<Finding> {
  const small = (await reachability(base)).status === 'ok' ? await ask(base.host, 'POST', delicate) : null;
  // What does not arrive at all is a matter of the mount order.
  if (small?.from !== 'seatkit') return notLookedAt;
  const { body } = small.echo;
  const before = 'Mount the router before whatever reads or changes bodies there, or exempt its path.';
  if (typeof body === 'string') return error(`A JSON body arrives as ${body === 'unreadable' ? 'something unreadable' : body}.`, before);
  if (body.hash !== hashOfBody(delicate)) return error('A JSON body arrives changed: something rewrites its values or keys.', before);
  const large = await ask(base.host, 'POST', { text: 'x'.repeat(LIMIT * 0.95) });
  return large.from === 'seatkit' && typeof large.echo.body === 'object'
    ? ok('JSON arrives as it was sent, up to 2 MB.')
    : warning(
        `A request of 2 MB, as large as an invitation of a thousand people may become, does not arrive (${statusOf(large)}).`,
        "Mount the router before the host's parser, or raise its limit: express.json({ limit: '2mb' }); raise the proxy's as well (nginx: client_max_body_size 2m).",
      );
}

/** Whether the headers that Seatkit relies on get through to it. */
export async function proxy(base: Base): Promise<Finding> {
  const wanted = headersOf(base.host);
  const bare = (await reachability(base)).status === 'ok' ? await ask(base.host, 'POST', {}) : null;
  if (bare?.from !== 'seatkit') return notLookedAt;
  const answer = await ask(base.host, 'POST', {}, wanted);
  if (answer.from !== 'seatkit')
    return error(
      `A request with a bearer token, a cookie and the headers of the API is answered by something else (${statusOf(answer)}).`,
      'Let requests below the mount through whatever they carry: Seatkit checks its own tokens.',
    );
  const lost = Object.keys(wanted).filter((name) => !answer.echo.headers.includes(name));
  return lost.length === 0
    ? ok('Every header arrives that Seatkit relies on.')
    : error(`These headers do not arrive as they were sent: ${lost.join(', ')}.`, 'Let the proxy pass them on unchanged.');
}

function statusOf(answer: Answer): string {
  return answer.from === 'other' && answer.status !== null ? String(answer.status) : 'no answer';
}
