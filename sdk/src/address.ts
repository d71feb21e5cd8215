import { SeatkitError } from './error.ts';

/** Fills the path of an endpoint with its ids and appends the query; what is undefined is left out. */
export function addressOf(path: string, params: Readonly<Record<string, string>>, query: object): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(requireId(name, params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}

/** URLs drop empty and dotted segments, so such an id would reach another endpoint. The server refuses all of them as `invalid`. */
function requireId(name: string, id: unknown): string {
  if (typeof id === 'string' && !/^\.{0,2}$/.test(id)) return id;
  const fields = [{ path: name, message: 'is not an id' }];
  throw new SeatkitError({
    type: 'about:blank',
    title: 'The request is not valid',
    status: 400,
    code: 'invalid',
    detail: `${name} is not an id.`,
    fields,
  });
}
