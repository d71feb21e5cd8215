import { Router } from 'express';
import { hashPassword, isPassword } from '../accounts.ts';
import { db } from '../db.ts';
import { fields } from '../forms.ts';
import { html } from '../pages/html.ts';
import { page, type Visitor, visitorOf } from '../pages/page.ts';
import { requireAccount } from '../require-account.ts';
import { sendConfirmation } from './sign-up.ts';

/** One's own account: the address, and the password, which people who joined by a link have yet to set. */
export const account: Router = Router();

function accountPage(visitor: Visitor, said: { readonly saved?: boolean; readonly error?: string } = {}): string {
  const { words, account: person } = visitor;
  const hasPassword = Boolean(person?.password_hash);
  return page(
    visitor,
    words.account,
    html`<section class="card narrow"><h1>${person?.first_name} ${person?.last_name}</h1>
<p><bdi>${person?.email}</bdi> · ${person?.email_verified_at ? words.confirmed : words.unconfirmed}</p>
${!person?.email_verified_at && html`<form method="post" action="/account/confirmation"><button class="button">${words.sendLink}</button></form>`}
<h2>${hasPassword ? words.changePassword : words.setPassword}</h2>
<form class="fields" method="post" action="/account/password">
${said.saved && html`<p class="good" role="status">${words.saved}</p>`}${said.error && html`<p class="error" role="alert">${said.error}</p>`}
<input type="hidden" name="username" value="${person?.email}" autocomplete="username">
${hasPassword && html`<label>${words.currentPassword}<input type="password" name="current" autocomplete="current-password" required></label>`}
<label>${words.newPassword}<input type="password" name="password" autocomplete="new-password" minlength="8" maxlength="200" required aria-describedby="rule"><span class="hint" id="rule">${words.passwordHint}</span></label>
<button class="button main">${words.save}</button></form></section>`,
  );
}

account.get('/account', requireAccount, async (req, res) => {
  res.send(accountPage(await visitorOf(req, res, res.locals.account), { saved: req.query.saved === '1' }));
});

account.post('/account/password', requireAccount, async (req, res) => {
  const visitor = await visitorOf(req, res, res.locals.account);
  const person = res.locals.account;
  const { current = '', password = '' } = fields(req);
  const isTheirs = !person.password_hash || (await isPassword(current, person.password_hash));
  if (!isTheirs || password.length < 8 || password.length > 200) {
    res.status(400).send(accountPage(visitor, { error: isTheirs ? visitor.words.passwordHint : visitor.words.wrongPassword }));
    return;
  }
  await db('users')
    .where({ id: person.id })
    .update({ password_hash: await hashPassword(password) });
  res.redirect(303, '/account?saved=1');
});

account.post('/account/confirmation', requireAccount, async (req, res) => {
  const visitor = await visitorOf(req, res, res.locals.account);
  await sendConfirmation(res.locals.account, visitor.words, null);
  res.redirect(303, '/inbox');
});
