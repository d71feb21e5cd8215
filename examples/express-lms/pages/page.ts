import type { Request, Response } from 'express';
import type { Account } from '../accounts.ts';
import { demoPeople } from '../demo-people.ts';
import { readCookie } from '../sessions.ts';
import { looksAfterOthers } from '../who.ts';
import { type Html, html } from './html.ts';
import { isLanguage, type Language, type Words, wordsOf } from './words.ts';

/** What every page knows of the visitor.  */
export interface Visitor {
  readonly account: Account | null;
  /** Whether the administration page is worth a link: not for learners. */
  readonly withAdmin: boolean;
  readonly language: Language;
  readonly theme: 'light' | 'dark' | '';
  readonly words: Words;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

const year = 365 * 24 * 3600 * 1000;

/** Reads language and theme: what the query asks for (and keeps it), else the cookie, the person's own, the browser's. */
export async function visitorOf(req: Request, res: Response, account: Account | null): Promise<Visitor> {
  const query = Object.fromEntries(Object.entries(req.query).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
  const { lang, theme, ...rest } = query;
  if (isLanguage(lang)) res.cookie('lms_lang', lang, { sameSite: 'lax', maxAge: year });
  if (theme !== undefined)
    res.cookie('lms_theme', theme === 'light' || theme === 'dark' ? theme : 'system', { sameSite: 'lax', maxAge: year });
  const language =
    [lang, readCookie(req, 'lms_lang'), account?.locale?.slice(0, 2), req.acceptsLanguages('en', 'de')].find(isLanguage) ?? 'en';
  const wanted = theme ?? readCookie(req, 'lms_theme');
  return {
    account,
    withAdmin: account === null || (await looksAfterOthers(account)),
    language,
    theme: wanted === 'light' || wanted === 'dark' ? wanted : '',
    words: wordsOf(language),
    path: req.path,
    query: rest,
  };
}

const leaf = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path fill="currentColor" d="M4 21C3 12 8 4 20 3c1 11-5 17-12 16.500L14 12l-8.500 7z"/></svg>`;

function peopleChips({ words, account }: Visitor): Html {
  const customer = demoPeople.find((person) => person.email === account?.email)?.customer ?? 'acme';
  const chips = demoPeople.filter((person) => person.customer === null || person.customer === customer);
  return html`<form class="people" method="post" action="/play" aria-label="${words.youAre}"><span class="people-label" aria-hidden="true">${words.youAre}</span>
${chips.map(
  (
    person,
  ) => html`<button class="person" name="person" value="${person.email}"${person.email === account?.email && html` aria-current="true"`}>
<span class="face" aria-hidden="true">${person.firstName[0]}</span><span>${person.firstName}<span class="part">, ${words[person.part]}</span></span></button>`,
)}</form>`;
}

function preferences({ words, language, theme, query }: Visitor): Html {
  const option = (value: string, label: string, now: string) =>
    html`<option value="${value}"${value === now && html` selected`}>${label}</option>`;
  return html`<form class="preferences" method="get">
${Object.entries(query).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<select name="theme" aria-label="${words.theme}">${option('system', words.themeSystem, theme || 'system')}${option('light', words.themeLight, theme)}${option('dark', words.themeDark, theme)}</select>
<select name="lang" aria-label="${words.language}">${option('en', 'English', language)}${option('de', 'Deutsch', language)}</select>
<noscript><button class="button">${words.apply}</button></noscript></form>`;
}

function navigation({ account, withAdmin, words, path }: Visitor): Html {
  const link = (to: string, label: string) => html`<a href="${to}"${path === to && html` aria-current="page"`}>${label}</a>`;
  return html`<nav class="site-nav" aria-label="Fernhill Learning">
${link('/courses', words.courses)}${withAdmin && link('/admin', words.admin)}${link('/inbox', words.inbox)}${link('/enrolments', words.enrolments)}
<span class="me">${
    account
      ? html`<a href="/account"${path === '/account' && html` aria-current="page"`}>${account.first_name} ${account.last_name}</a><form method="post" action="/logout"><button class="link">${words.signOut}</button></form>`
      : link('/login', words.signIn)
  }</span></nav>`;
}

/** A whole page: head, the demo's people, navigation and the content. */
export function page(visitor: Visitor, title: string, content: Html, scripts: readonly string[] = []): string {
  const { words, language, theme, path } = visitor;
  // Where a page is itself about who one is, a second row of people would be in the way.
  const withPeople = !['/', '/login', '/signup'].includes(path);
  return html`<!doctype html>
<html lang="${language}"${theme && html` data-theme="${theme}"`}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · Fernhill Learning</title>
<link rel="icon" href="/public/leaf.svg" type="image/svg+xml"><link rel="stylesheet" href="/public/lms.css">
<script type="module" src="/public/page.js"></script>
${scripts.map((script) => html`<script type="module" src="${script}"></script>`)}</head>
<body><a class="skip" href="#content">${words.skip}</a>
<header class="site-head"><a class="brand" href="/">${leaf}Fernhill Learning</a>
${withPeople && peopleChips(visitor)}
${preferences(visitor)}</header>
${navigation(visitor)}
<main id="content" tabindex="-1">${content}</main></body></html>`.html;
}

/** A page that says one thing and offers one way on. */
export function notice(visitor: Visitor, title: string, text: string, way?: { readonly href: string; readonly label: string }): string {
  return page(
    visitor,
    title,
    html`<section class="card narrow"><h1>${title}</h1><p>${text}</p>${way && html`<p><a class="button main" href="${way.href}">${way.label}</a></p>`}</section>`,
  );
}
