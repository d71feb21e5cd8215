import { type Request, type Response, Router } from 'express';
import { type Account, findAccount, isPassword } from '../accounts.ts';
import { demoPeople } from '../demo-people.ts';
import { fields } from '../forms.ts';
import { html } from '../pages/html.ts';
import { page, type Visitor, visitorOf } from '../pages/page.ts';
import { seatkit } from '../seatkit.ts';
import { ownPath } from '../security.ts';
import { currentAccount, endSession, startSession } from '../sessions.ts';
import { homeOf } from '../who.ts';

/** Signing in and out with a password. */
export const signIn: Router = Router();

function form(visitor: Visitor, values: { readonly email?: string; readonly returnTo: string | null; readonly error?: string }): string {
  const { words } = visitor;
  const { email, returnTo, error } = values;
  return page(
    visitor,
    words.signIn,
    html`<section class="card narrow"><h1>${words.signIn}</h1>
<form class="fields" method="post" action="/login">
${error && html`<p class="error" role="alert">${error}</p>`}
${returnTo && html`<input type="hidden" name="returnTo" value="${returnTo}">`}
<label>${words.email}<input type="email" name="email" value="${email}" autocomplete="username" required autofocus></label>
<label>${words.password}<input type="password" name="password" autocomplete="current-password" required></label>
<a class="hint" href="/forgot">${words.forgot}</a>
<button class="button main">${words.signIn}</button></form>
<p class="aside">${words.noAccountYet} <a href="/signup${returnTo && `?returnTo=${encodeURIComponent(returnTo)}`}">${words.signUp}</a></p></section>`,
  );
}

/** Starts a session, unless the host or Seatkit keeps the person out: deactivated people, and organizations that insist on their own sign-in. */
export async function enter(req: Request, res: Response, account: Account): Promise<boolean> {
  if (account.suspended || !(await seatkit.maySignIn(String(account.id), 'password'))) return false;
  await startSession(req, res, account.id);
  // Whoever was invited meanwhile joins now, and the member lists learn that they were here.
  await seatkit.userChanged(String(account.id));
  return true;
}

signIn.get('/login', async (req, res) => {
  const visitor = await visitorOf(req, res, await currentAccount(req));
  res.send(form(visitor, { returnTo: ownPath(req.query.returnTo) }));
});

signIn.post('/login', async (req, res) => {
  const { email = '', password = '', returnTo } = fields(req);
  const account = await findAccount(email);
  const known = await isPassword(password, account?.password_hash);
  if (!account || !known || !(await enter(req, res, account))) {
    const visitor = await visitorOf(req, res, null);
    res.status(401);
    if (req.is('json')) res.json({ error: visitor.words.wrongPassword });
    else res.send(form(visitor, { email, returnTo: ownPath(returnTo), error: visitor.words.wrongPassword }));
    return;
  }
  if (req.is('json')) res.json({ email: account.email });
  else res.redirect(303, ownPath(returnTo) ?? (await homeOf(account)));
});

// One click instead of a password, for the demo's own people only.
signIn.post('/play', async (req, res) => {
  const person = demoPeople.find(({ email }) => email === fields(req).person);
  const account = person && (await findAccount(person.email));
  res.redirect(303, account && (await enter(req, res, account)) ? await homeOf(account) : '/');
});

signIn.post('/logout', async (req, res) => {
  await endSession(req, res);
  if (req.is('json')) res.status(204).end();
  else res.redirect(303, ownPath(fields(req).returnTo) ?? '/');
});

signIn.get('/me', async (req, res) => {
  const account = await currentAccount(req);
  if (account) res.json({ email: account.email });
  else res.status(401).json({ error: 'Nobody is signed in' });
});
