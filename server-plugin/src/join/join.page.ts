import { createHash } from 'node:crypto';
import type { Host } from '../host/host.ts';
import { type Html, html } from '../html.ts';
import type { PageFacts, PageName } from '../words/join.words.ts';
import type { ChosenLanguage } from '../words/language.ts';
import { hostOrigins } from './host-pages.ts';

/** A page to show: which one, about what, and where its button leads. */
export interface JoinPage {
  readonly name: PageName;
  readonly status: number;
  readonly language: ChosenLanguage;
  readonly facts?: Partial<PageFacts>;
  readonly products?: readonly string[];
  /** The button posts there. */
  readonly postTo?: string;
  /** The button, or the link below it, leads to a page of the host. */
  readonly link?: { readonly to: string; readonly asButton?: boolean };
}

const style = `:root{color-scheme:light dark;--page:#f3f4f6;--card:#fff;--edge:#e1e4e8;--ink:#15181c;--text:#3a4149;--quiet:#5b6570;--accent:#1f5fd6;--on-accent:#fff;--tint:#f4f7fd}
@media (prefers-color-scheme:dark){:root{--page:#15171a;--card:#1f2226;--edge:#34393f;--ink:#f2f4f6;--text:#cfd4da;--quiet:#a3abb5;--accent:#7aa7ff;--on-accent:#0c1626;--tint:#272c34}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;align-items:center;justify-content:center;padding:32px 16px;background:var(--page);color:var(--text);font:17px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif}
main{width:100%;max-width:30rem;background:var(--card);border:1px solid var(--edge);border-radius:16px;padding:40px;box-shadow:0 1px 2px rgb(0 0 0/.04),0 12px 32px rgb(0 0 0/.06);overflow-wrap:anywhere}
h1{margin:0 0 16px;color:var(--ink);font-size:1.6rem;line-height:1.25;letter-spacing:-.01em;font-weight:650;text-wrap:balance}
h2{margin:0 0 6px;color:var(--quiet);font-size:.85rem;font-weight:600}
p{margin:0 0 12px}
section{margin:20px 0 0;padding:14px 18px;border-radius:10px;background:var(--tint)}
ul{margin:0;padding:0;list-style:none;color:var(--ink);font-weight:550}
form,.go{margin:28px 0 0}
button,.go a{display:block;width:100%;border:0;border-radius:10px;padding:14px 20px;background:var(--accent);color:var(--on-accent);font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer}
button:hover,.go a:hover{filter:brightness(1.08)}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
.other{margin:20px 0 0;text-align:center;font-size:.95rem}
.other a{color:var(--accent)}
footer{margin:20px 0 0;color:var(--quiet);font-size:.85rem}
@media (max-width:30rem){body{justify-content:flex-start;padding:16px 12px}main{padding:28px 22px}}`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** The headers of every answer of the join pages. */
export function joinHeaders(host: Host): Record<string, string> {
  const formAction = ["'self'", ...hostOrigins(host)].join(' ');
  return {
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'strict-origin',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action ${formAction}; frame-ancestors 'none'; base-uri 'none'`,
  };
}

/** A whole page as text. Works without scripts and without any other file. */
export function renderJoinPage(host: Host, page: JoinPage): string {
  const { language, name, link } = page;
  const words = host.words[language.language].join;
  const own = words[name];
  const facts: PageFacts = { site: host.siteName, organization: '', inviter: null, email: '', ...page.facts };
  const title = own.title(facts);
  const label = 'button' in own ? own.button : words.home;
  return html`<!doctype html>
<html lang="${language.tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${own.lines(facts).map((line) => html`<p>${line}</p>`)}
${products(words.products, page.products ?? [])}
${page.postTo !== undefined && html`<form method="post" action="${page.postTo}"><button>${label}</button></form>`}
${link && (link.asButton ? html`<p class="go"><a href="${link.to}">${label}</a></p>` : html`<p class="other"><a href="${link.to}">${words.home}</a></p>`)}
</main>
<footer>${facts.site}</footer>
</body>
</html>
`.markup;
}

function products(title: string, names: readonly string[]): Html | null {
  if (names.length === 0) return null;
  return html`<section><h2>${title}</h2><ul>${names.map((name) => html`<li>${name}</li>`)}</ul></section>`;
}
