import { type Request, type Response, Router } from 'express';
import { type Account, findAccount, hashPassword } from '../accounts.ts';
import { config } from '../config.ts';
import { db } from '../db.ts';
import { fields } from '../forms.ts';
import { sendMail } from '../mail.ts';
import { isProven, proofOf } from '../mailed-links.ts';
import { html } from '../pages/html.ts';
import { notice, page, visitorOf } from '../pages/page.ts';
import { currentAccount } from '../sessions.ts';
import { homeOf } from '../who.ts';
import { enter } from './sign-in.ts';

/** A new password for whoever has forgotten theirs, or never had one because they joined by a link. */
export const reset: Router = Router();

/** The old password is part of it, so that a link works once. */
const claimOf = ({ id, email, password_hash }: Account) => `reset:${id}:${email}:${password_hash}`;

const asked = new Map<number, number>();

/** At most one mail a minute to the same account. */
function isAskedLately({ id }: Account): boolean {
  for (const [one, at] of asked) if (at < Date.now() - 60_000) asked.delete(one);
  if (asked.has(id)) return true;
  asked.set(id, Date.now());
  return false;
}

reset.get('/forgot', async (req, res) => {
  const visitor = await visitorOf(req, res, await currentAccount(req));
  const { words } = visitor;
  res.send(
    page(
      visitor,
      words.forgot,
      html`<section class="card narrow"><h1>${words.forgot}</h1><p>${words.forgotText}</p>
<form class="fields" method="post" action="/forgot">
<label>${words.email}<input type="email" name="email" autocomplete="username" required autofocus></label>
<button class="button main">${words.forgotButton}</button></form></section>`,
    ),
  );
});

reset.post('/forgot', async (req, res) => {
  const visitor = await visitorOf(req, res, null);
  const { words } = visitor;
  const { email = '' } = fields(req);
  const account = await findAccount(email);
  if (account && !account.suspended && !isAskedLately(account)) {
    const link = `${config.origin}/reset?${new URLSearchParams({ account: String(account.id), ...proofOf(claimOf(account)) })}`;
    // Whoever asks waits for no mail, or the time it takes would tell that there is an account.
    void sendMail({
      to: account.email,
      subject: words.resetSubject,
      text: `${words.resetText}\n\n${link}\n\n${words.resetIgnore}\n`,
      html: html`<p>${words.resetText}</p><p><a href="${link}">${words.newPassword}</a></p><p>${words.resetIgnore}</p>`.html,
    }).catch((error: unknown) => console.error('The mail for a new password was not sent:', error));
  }
  // The same whether there is an account or not.
  res.send(notice(visitor, words.checkMail, words.forgotSent(email), { href: '/inbox', label: words.inbox }));
});

async function showDead(req: Request, res: Response): Promise<void> {
  const visitor = await visitorOf(req, res, null);
  const { linkDead, resetDead, forgot } = visitor.words;
  res.status(410).send(notice(visitor, linkDead, resetDead, { href: '/forgot', label: forgot }));
}

/** The account that the link belongs to; says so, when it is none. */
async function provenAccount(req: Request, res: Response): Promise<Account | null> {
  const account = await db<Account>('users')
    .where({ id: Number(req.query.account) || 0 })
    .first();
  if (account && isProven(claimOf(account), req.query)) return account;
  await showDead(req, res);
  return null;
}

reset.get('/reset', async (req, res) => {
  const account = await provenAccount(req, res);
  if (!account) return;
  const visitor = await visitorOf(req, res, null);
  const { words } = visitor;
  res.send(
    page(
      visitor,
      words.newPassword,
      html`<section class="card narrow"><h1>${words.newPassword}</h1>
<form class="fields" method="post" action="${req.originalUrl}">
<input type="hidden" name="username" value="${account.email}" autocomplete="username">
<label>${words.newPassword}<input type="password" name="password" autocomplete="new-password" minlength="8" maxlength="200" required autofocus aria-describedby="rule"><span class="hint" id="rule">${words.passwordHint}</span></label>
<button class="button main">${words.save}</button></form></section>`,
    ),
  );
});

reset.post('/reset', async (req, res) => {
  const account = await provenAccount(req, res);
  if (!account) return;
  const { password = '' } = fields(req);
  if (password.length < 8 || password.length > 200) return res.redirect(303, req.originalUrl);
  const password_hash = await hashPassword(password);
  const email_verified_at = account.email_verified_at ?? Date.now(); // the link came by mail
  const isFirst = await db.transaction(async (trx) => {
    const changed = await trx('users')
      .where({ id: account.id, email: account.email, password_hash: account.password_hash })
      .update({ password_hash, email_verified_at });
    // Whoever knew the old password is signed out.
    if (changed === 1) await trx('sessions').where({ user_id: account.id }).delete();
    return changed === 1;
  });
  if (!isFirst) return showDead(req, res);
  res.redirect(303, (await enter(req, res, account)) ? await homeOf(account) : '/login');
});
