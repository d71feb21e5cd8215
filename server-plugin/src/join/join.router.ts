import express, { type Request, type Response, type Router } from 'express';
import type { Base, Context } from '../context.ts';
import { isUnavailable } from '../db/dialect.ts';
import { DomainError } from '../errors.ts';
import { findJoinable, findJoinableById, findJoinedBy, type Joinable } from '../invitations/joining.service.ts';
import type { HostUser } from '../options.ts';
import { findInviterName, findProductNames } from '../outbox/mails/load-content.ts';
import { report } from '../report.ts';
import { systemContext } from '../transact.ts';
import type { PageName } from '../words/join.words.ts';
import { chooseLanguage } from '../words/language.ts';
import { preferredLanguage } from './accept-language.ts';
import { type Claim, clearClaim, readClaim, setClaim } from './claim.ts';
import { isOwnForm } from './form-origin.ts';
import { hostPage } from './host-pages.ts';
import { type JoinPage, joinHeaders, renderJoinPage } from './join.page.ts';
import { askForNewLink, type JoinOutcome, joinAnonymously, joinAs, refusalFor } from './join.service.ts';
import { clearVisit, keepVisit, readVisit } from './visit.ts';

interface Visit {
  readonly ctx: Context;
  readonly req: Request;
  readonly res: Response;
}

/** The invitee's pages. GET and HEAD change nothing, because mail scanners follow links; only a button on our own page does. */
export function joinRouter(base: Base): Router {
  const router = express.Router();
  const headers = joinHeaders(base.host);
  const on = (work: (visit: Visit) => Promise<void>) => (req: Request, res: Response) => {
    const visit = { ctx: systemContext(base, 'join'), req, res };
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
    const guarded = req.method === 'POST' && !isOwnForm(req, base.host.baseUrl) ? showPlain(visit, 'foreign', 403) : work(visit);
    guarded.catch((error: unknown) => showFailure(visit, error));
  };
  router.get('/join/continue', on(showContinue));
  router.post('/join/continue', on(postContinue));
  router.get(['/join/:token', '/join/:token/new-link'], on(showOffer));
  router.post('/join/:token', on(postOffer));
  router.post('/join/:token/new-link', on(postNewLink));
  return router;
}

async function showOffer(visit: Visit): Promise<void> {
  const joinable = await findByToken(visit);
  if (!joinable) return showClosed(visit);
  const user = await findVisitor(visit);
  // Whoever opens the mail a second time is told so; to everybody else a used link is as dead as an unknown one.
  if (user && hasJoined(joinable, user)) return showJoined(visit, joinable, user);
  if (joinable.state !== 'open') return showClosed(visit);
  if (!user) keepVisit(visit.req, visit.res, visit.ctx.host);
  await showOfferTo(visit, joinable, user, false, `/join/${tokenOf(visit.req)}`);
}

async function postOffer(visit: Visit): Promise<void> {
  const joinable = await findByToken(visit);
  if (!joinable) return showClosed(visit);
  const user = await findVisitor(visit);
  const outcome = await tryOffer(visit, joinable, user);
  const done = outcome.kind === 'joined' || outcome.kind === 'created';
  await finish(visit, joinable, user, done ? outcome : ((await findRepeated(visit, joinable, user)) ?? outcome));
}

function tryOffer({ ctx, req }: Visit, joinable: Joinable, user: HostUser | null): Promise<JoinOutcome> | JoinOutcome {
  if (joinable.state !== 'open') return { kind: 'refused', page: 'closed', status: 404 };
  return user ? joinAs(ctx, joinable, user, false) : joinAnonymously(ctx, joinable, readVisit(req));
}

/** How the press before this one ended, when this one is its repetition: the browser has thrown that answer away. */
async function findRepeated(visit: Visit, { invitation }: Joinable, user: HostUser | null): Promise<JoinOutcome | null> {
  const { ctx, req } = visit;
  const joinable = await findJoinableById(ctx, invitation.id, invitation.version);
  if (!joinable) return null;
  if (user) return hasJoined(joinable, user) ? { kind: 'joined' } : null;
  const id = readVisit(req);
  const account = id === undefined ? null : await findJoinedBy(ctx, joinable, id);
  return account && { kind: 'created', user: account };
}

async function postNewLink(visit: Visit): Promise<void> {
  const joinable = await findByToken(visit);
  if (joinable) await askForNewLink(visit.ctx, joinable);
  await showPlain(visit, 'newLink', 200);
}

async function showContinue(visit: Visit): Promise<void> {
  const claimed = await findClaimed(visit);
  if (!claimed) return showPlain(visit, 'claimGone', 404);
  const { joinable, claim } = claimed;
  const user = await findVisitor(visit);
  if (user && hasJoined(joinable, user)) return showJoined(visit, joinable, user);
  if (joinable.state !== 'open') return showPlain(visit, 'claimGone', 404);
  if (!user)
    return show(visit, joinable, null, { name: 'signIn', status: 200, link: { to: hostPage(visit.ctx.host, 'signIn'), asButton: true } });
  await showOfferTo(visit, joinable, user, claim.copied, '/join/continue');
}

async function postContinue(visit: Visit): Promise<void> {
  const claimed = await findClaimed(visit);
  if (!claimed) return showPlain(visit, 'claimGone', 404);
  const { joinable, claim } = claimed;
  const user = await findVisitor(visit);
  if (!user) return redirect(visit, hostPage(visit.ctx.host, 'signIn'));
  // `userChanged` may have let them in while they were signing up.
  const already = hasJoined(joinable, user);
  if (!already && joinable.state !== 'open') return showPlain(visit, 'claimGone', 404);
  await finish(visit, joinable, user, already ? { kind: 'joined' } : await joinAs(visit.ctx, joinable, user, claim.copied));
}

async function finish(visit: Visit, joinable: Joinable, user: HostUser | null, outcome: JoinOutcome): Promise<void> {
  const { res, req, ctx } = visit;
  const { host } = ctx;
  const { invitation, organization } = joinable;
  switch (outcome.kind) {
    case 'joined':
      clearClaim(res, host);
      return redirect(visit, hostPage(host, 'home'));
    case 'created':
      clearClaim(res, host);
      clearVisit(res, host);
      try {
        await host.options.signIn(req, res, outcome.user, { method: 'invitation', organizationKey: organization.key });
      } catch (error) {
        // The account exists and has joined; only the session is missing.
        report(host, 'signIn', error, true);
        return redirect(visit, host.options.pages.signIn);
      }
      return redirect(visit, hostPage(host, 'home'));
    case 'away':
      setClaim(res, host, { invitationId: invitation.id, version: invitation.version, copied: invitation.copied === 1 });
      return redirect(visit, hostPage(host, outcome.to));
    case 'refused':
      if (outcome.page === 'closed') return showClosed(visit);
      return show(visit, joinable, user, { name: outcome.page, status: outcome.status });
  }
}

async function showJoined(visit: Visit, joinable: Joinable, user: HostUser): Promise<void> {
  await show(visit, joinable, user, { name: 'joined', status: 200, link: { to: hostPage(visit.ctx.host, 'home'), asButton: true } });
}

/** The offer, or to a signed-in person the reason why not. */
async function showOfferTo(visit: Visit, joinable: Joinable, user: HostUser | null, copied: boolean, path: string): Promise<void> {
  const refusal = user && (await refusalFor(visit.ctx, joinable, user, copied));
  if (refusal?.kind === 'refused')
    return show(visit, joinable, user, { name: refusal.page, status: refusal.status, link: { to: hostPage(visit.ctx.host, 'home') } });
  const products = await findProductNames(visit.ctx, joinable.member.id);
  await show(visit, joinable, user, {
    name: user ? 'offerSignedIn' : 'offer',
    status: 200,
    products,
    postTo: visit.ctx.host.mountPath + path,
  });
}

const hasJoined = ({ member }: Joinable, user: HostUser): boolean => member.userId === user.id && member.status === 'active';

const tokenOf = (req: Request): string => String(req.params.token);

async function findByToken({ ctx, req }: Visit): Promise<Joinable | null> {
  const token = tokenOf(req);
  return /^[\w-]{20,100}$/.test(token) ? findJoinable(ctx, token) : null;
}

async function findClaimed({ ctx, req }: Visit): Promise<{ claim: Claim; joinable: Joinable } | null> {
  const claim = readClaim(req, ctx.host);
  const joinable = claim && (await findJoinableById(ctx, claim.invitationId, claim.version));
  return claim && joinable ? { claim, joinable } : null;
}

/** The host's account of whoever is signed in. */
async function findVisitor({ ctx, req }: Visit): Promise<HostUser | null> {
  const session = await ctx.host.findSession(req);
  if (!session) return null;
  return (await ctx.host.findUsers(ctx.db, [session.userId])).get(session.userId) ?? null;
}

/** One answer for links that are unknown, used, revoked or have run out, so that it tells nobody which. */
async function showClosed(visit: Visit): Promise<void> {
  const token = encodeURIComponent(tokenOf(visit.req));
  return showPlain(visit, 'closed', 404, {
    postTo: `${visit.ctx.host.mountPath}/join/${token}/new-link`,
    link: { to: hostPage(visit.ctx.host, 'home') },
  });
}

/** A page that speaks of nobody, in the browser's language. */
async function showPlain(visit: Visit, name: PageName, status: number, more: Partial<JoinPage> = {}): Promise<void> {
  const { host } = visit.ctx;
  send(visit, { name, status, language: chooseLanguage([preferredLanguage(visit.req), host.defaultLocale]), ...more });
}

async function show(visit: Visit, joinable: Joinable, user: HostUser | null, page: Omit<JoinPage, 'language' | 'facts'>): Promise<void> {
  const { ctx, req } = visit;
  const { member, invitation, organization } = joinable;
  const language = chooseLanguage([
    user?.locale,
    member.locale,
    invitation.locale,
    preferredLanguage(req),
    organization.locale,
    ctx.host.defaultLocale,
  ]);
  const inviter = await findInviterName(ctx, invitation.invitedBy, organization.id);
  send(visit, { ...page, language, facts: { organization: organization.name, inviter, email: user?.email ?? '' } });
}

function showFailure(visit: Visit, error: unknown): void {
  const cause = error instanceof DomainError && error.cause !== undefined ? error.cause : error;
  report(visit.ctx.host, 'join', cause);
  const away = isUnavailable(cause) || (error instanceof DomainError && error.code === 'unavailable');
  if (away) visit.res.setHeader('Retry-After', '10');
  void showPlain(visit, away ? 'unavailable' : 'failed', away ? 503 : 500);
}

function send({ ctx, req, res }: Visit, page: JoinPage): void {
  if (res.headersSent) return void res.end();
  const text = renderJoinPage(ctx.host, page);
  res.statusCode = page.status;
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  res.setHeader('Content-Length', String(Buffer.byteLength(text)));
  res.end(req.method === 'HEAD' ? undefined : text);
}

function redirect({ res }: Visit, to: string): void {
  if (res.headersSent) return;
  res.statusCode = 303;
  res.setHeader('Location', to);
  res.end();
}
