import { Router } from 'express';
import { type Account, addAccount, findAccount, hashPassword } from '../accounts.ts';
import { config } from '../config.ts';
import { db } from '../db.ts';
import { fields } from '../forms.ts';
import { sendMail } from '../mail.ts';
import { isProven, proofOf } from '../mailed-links.ts';
import { html } from '../pages/html.ts';
import { notice, page, type Visitor, visitorOf } from '../pages/page.ts';
import type { Words } from '../pages/words.ts';
import { seatkit } from '../seatkit.ts';
import { ownPath } from '../security.ts';
import { currentAccount, startSession } from '../sessions.ts';

/** Making an account of one's own, and proving its address by a mailed link. */
export const signUp: Router = Router();

const claimOf = ({ id, email }: Pick<Account, 'id' | 'email'>) => `confirm:${id}:${email}`;

/** Sends the link by which the account's address is confirmed. It works in the account's own session only. */
export async function sendConfirmation(account: Pick<Account, 'id' | 'email'>, words: Words, returnTo: string | null): Promise<void> {
  const query = new URLSearchParams({ ...proofOf(claimOf(account)), ...(returnTo && { returnTo }) });
  const link = `${config.origin}/confirm?${query}`;
  const { confirmSubject: subject, confirmText, confirmIgnore, confirmButton } = words;
  await sendMail({
    to: account.email,
    subject,
    text: `${confirmText}\n\n${link}\n\n${confirmIgnore}\n`,
    html: html`<p>${confirmText}</p><p><a href="${link}">${confirmButton}</a></p><p>${confirmIgnore}</p>`.html,
  });
}

type Values = Readonly<Record<'email' | 'firstName' | 'lastName', string>> & { readonly returnTo: string | null; readonly error?: string };

function form(visitor: Visitor, { email, firstName, lastName, returnTo, error }: Values): string {
  const { words } = visitor;
  return page(
    visitor,
    words.signUp,
    html`<section class="card narrow"><h1>${words.signUp}</h1>
<form class="fields" method="post" action="/signup">
${error && html`<p class="error" role="alert">${error}</p>`}
${returnTo && html`<input type="hidden" name="returnTo" value="${returnTo}">`}
<label>${words.firstName}<input name="firstName" value="${firstName}" autocomplete="given-name" maxlength="100" required autofocus></label>
<label>${words.lastName}<input name="lastName" value="${lastName}" autocomplete="family-name" maxlength="100" required></label>
<label>${words.email}<input type="email" name="email" value="${email}" autocomplete="email" maxlength="190" required></label>
<label>${words.password}<input type="password" name="password" autocomplete="new-password" minlength="8" maxlength="200" required aria-describedby="rule"><span class="hint" id="rule">${words.passwordHint}</span></label>
<button class="button main">${words.signUp}</button></form>
<p class="aside">${words.haveAccount} <a href="/login${returnTo && `?returnTo=${encodeURIComponent(returnTo)}`}">${words.signIn}</a></p></section>`,
  );
}

signUp.get('/signup', async (req, res) => {
  const visitor = await visitorOf(req, res, await currentAccount(req));
  res.send(form(visitor, { email: '', firstName: '', lastName: '', returnTo: ownPath(req.query.returnTo) }));
});

signUp.post('/signup', async (req, res) => {
  const visitor = await visitorOf(req, res, null);
  const { email = '', firstName = '', lastName = '', password = '', ...rest } = fields(req);
  const returnTo = ownPath(rest.returnTo);
  const refuse = (status: number, error: string) => res.status(status).send(form(visitor, { email, firstName, lastName, returnTo, error }));
  const isName = (name: string) => name.trim() !== '' && name.length <= 100 && !/\p{Cc}/u.test(name);
  const isAddress = /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+\.[^\s@\p{Cc}]+$/u.test(email.trim()) && email.length <= 190;
  if (!isName(firstName) || !isName(lastName) || !isAddress || password.length < 8 || password.length > 200) {
    refuse(400, visitor.words.fillIn);
    return;
  }
  if (await findAccount(email)) {
    refuse(409, visitor.words.addressTaken);
    return;
  }
  const id = await addAccount({
    email,
    first_name: firstName.trim(),
    last_name: lastName.trim(),
    password_hash: await hashPassword(password),
    locale: visitor.language,
  });
  await startSession(req, res, id);
  const account = await findAccount(email);
  if (!account) throw new Error('The new account was not found');
  await sendConfirmation(account, visitor.words, returnTo);
  const { checkMail, checkMailText, inbox } = visitor.words;
  res.status(201).send(notice({ ...visitor, account }, checkMail, checkMailText(account.email), { href: '/inbox', label: inbox }));
});

signUp.get('/confirm', async (req, res) => {
  const account = await currentAccount(req);
  if (!account) {
    // The link alone proves a mailbox, not who chose the password: whoever opens it has to be signed in.
    res.redirect(303, `/login?returnTo=${encodeURIComponent(req.originalUrl)}`);
    return;
  }
  if (!isProven(claimOf(account), req.query)) {
    const visitor = await visitorOf(req, res, account);
    const { linkDead, linkDeadText, toAccount } = visitor.words;
    res.status(410).send(notice(visitor, linkDead, linkDeadText, { href: '/account', label: toAccount }));
    return;
  }
  await db('users').where({ id: account.id }).whereNull('email_verified_at').update({ email_verified_at: Date.now() });
  await seatkit.userChanged(String(account.id));
  res.redirect(303, ownPath(req.query.returnTo) ?? '/courses');
});
