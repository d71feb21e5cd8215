import type { Host } from '../host/host.ts';

/** Where somebody is sent at the host. */
export type HostPage = 'signIn' | 'signUp' | 'home';

/**
 * The address of a host page, in the form the host gave it (absolute, or a path of its origin), with the way back to `/join/continue`.
 * A page of our own origin is told a path, because good hosts accept nothing else; no token ever stands in it.
 */
export function hostPage(host: Host, page: HostPage): string {
  const { pages } = host.options;
  const given = page === 'signUp' ? (pages.signUp ?? pages.signIn) : pages[page];
  if (page === 'home') return given;
  const base = new URL(host.baseUrl);
  const url = new URL(given, base);
  const back = `${host.mountPath}/join/continue`;
  url.searchParams.set('returnTo', url.origin === base.origin ? back : base.origin + back);
  return /^[a-z][a-z0-9+.-]*:/i.test(given) ? url.href : url.pathname + url.search + url.hash;
}

/** The origins of all host pages, for `form-action`: browsers check it for the redirect after a form, too. */
export function hostOrigins(host: Host): string[] {
  const { signIn, signUp, home } = host.options.pages;
  return [...new Set([signIn, signUp ?? signIn, home].map((page) => new URL(page, host.baseUrl).origin))];
}
