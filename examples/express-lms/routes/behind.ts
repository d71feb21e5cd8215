import { Router } from 'express';
import { addressKey } from '../accounts.ts';
import { config } from '../config.ts';
import { newestEnrolments } from '../enrolments.ts';
import { findMail, listInbox, type ReceivedMail } from '../mail.ts';
import { type Html, html } from '../pages/html.ts';
import { page, type Visitor, visitorOf } from '../pages/page.ts';
import { enrolmentTable, mailList } from '../pages/panels.ts';
import { ownPath } from '../security.ts';
import { currentAccount } from '../sessions.ts';

/**
 * What a visitor of the demo wants to see beside the product: its mail and the host's enrolment rows. Open to
 * everybody, because the demo listens on this machine only; no real LMS has such pages.
 */
export const behind: Router = Router();

const limitOf = (value: unknown): number => Math.min(Math.max(Math.trunc(Number(value)) || 200, 1), 200);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** In one browser nobody can be two people: a way to the invitation for whoever is signed in as somebody else. */
function openAs({ account, words }: Visitor, mail: ReceivedMail): Html | false {
  const invitation = mail.links.map(ownPath).find((path) => path?.startsWith('/seatkit/join/'));
  if (!account || !invitation || addressKey(account.email) === addressKey(mail.to)) return false;
  return html`<form class="open-as" method="post" action="/logout"><input type="hidden" name="returnTo" value="${invitation}">
<p class="muted">${words.openAsHint(`${account.first_name} ${account.last_name}`)}</p>
<button class="button main">${words.openAs(mail.to)}</button></form>`;
}

behind.get('/enrolments.json', async (req, res) => {
  const email = textOf(req.query.email);
  res.json(await newestEnrolments(limitOf(req.query.limit), email && addressKey(email)));
});

behind.get('/enrolments', async (req, res) => {
  const visitor = await visitorOf(req, res, await currentAccount(req));
  const { words } = visitor;
  res.send(
    page(
      visitor,
      words.enrolments,
      html`<h1>${words.enrolments}</h1><p class="muted">${words.enrolmentsText}</p>${enrolmentTable(visitor, await newestEnrolments(50), 50)}`,
      ['/public/live.js'],
    ),
  );
});

behind.get('/inbox', async (req, res) => {
  const visitor = await visitorOf(req, res, await currentAccount(req));
  const { words } = visitor;
  const list = config.smtpUrl ? html`<p class="card narrow">${words.inboxSmtp}</p>` : mailList(visitor, await listInbox(50), 50);
  res.send(page(visitor, words.inbox, html`<h1>${words.inbox}</h1><p class="muted">${words.inboxText}</p>${list}`, ['/public/live.js']));
});

if (!config.smtpUrl) {
  behind.get('/inbox.json', async (req, res) => {
    res.json(await listInbox(limitOf(req.query.limit), textOf(req.query.to)));
  });

  behind.get('/inbox/:id', async (req, res, next) => {
    const mail = await findMail(Number(req.params.id) || 0);
    if (!mail) {
      next();
      return;
    }
    const visitor = await visitorOf(req, res, await currentAccount(req));
    const { words, language } = visitor;
    const time = new Date(mail.sentAt);
    res.send(
      page(
        visitor,
        mail.subject,
        html`<p class="crumb"><a href="/inbox">${words.backToInbox}</a></p>
<article class="card mail"><header><h1>${mail.subject}</h1><p class="muted">${words.to} <bdi>${mail.to}</bdi> · <time datetime="${mail.sentAt}">${time.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'medium' })}</time></p>${openAs(visitor, mail)}</header>
<iframe title="${words.message}" src="/inbox/${mail.id}/body" sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"></iframe>
<details><summary>${words.plainText}</summary><pre>${mail.text}</pre></details></article>`,
      ),
    );
  });

  behind.get('/inbox/:id/body', async (req, res, next) => {
    const mail = await findMail(Number(req.params.id) || 0);
    if (!mail) {
      next();
      return;
    }
    // Mail carries its style in attributes, as mail must. It gets an origin of its own, and nothing else.
    res.set(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
    );
    const base = '<base target="_top">';
    res.send(
      mail.html.includes('<head>')
        ? mail.html.replace('<head>', `<head>${base}`)
        : `<!doctype html><meta charset="utf-8">${base}${mail.html}`,
    );
  });
}
