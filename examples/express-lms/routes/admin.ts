import { Router } from 'express';
import { config } from '../config.ts';
import { newestEnrolments } from '../enrolments.ts';
import { listInbox } from '../mail.ts';
import { type Html, html } from '../pages/html.ts';
import { notice, page, visitorOf } from '../pages/page.ts';
import { enrolmentTable, mailList } from '../pages/panels.ts';
import type { Words } from '../pages/words.ts';
import { requireAccount } from '../require-account.ts';
import { type AdminOf, administers } from '../who.ts';

/** The page on which a customer looks after its people: the host's frame around Seatkit's widgets. */
export const admin: Router = Router();

function chooser(organizations: readonly AdminOf[], chosen: AdminOf, words: Words): Html {
  return html`<form class="chooser" method="get"><label>${words.customer}
<select name="organization" autocomplete="off">${organizations.map((one) => html`<option value="${one.id}"${one === chosen && html` selected`}>${one.name}</option>`)}</select></label>
<noscript><button class="button">${words.apply}</button></noscript></form>`;
}

admin.get('/admin', requireAccount, async (req, res) => {
  const { account } = res.locals;
  const visitor = await visitorOf(req, res, account);
  const { words } = visitor;
  const organizations = await administers(account);
  const wanted = req.query.organization;
  const chosen = organizations.find((one) => one.id === wanted || one.key === wanted) ?? organizations[0];
  if (!chosen) {
    if (account.is_staff) res.send(notice(visitor, words.noCustomer, words.noCustomerText));
    else res.status(403).send(notice(visitor, words.noAdmin, words.noAdminText, { href: '/courses', label: words.courses }));
    return;
  }
  const here = html`base-url="/seatkit" organization-id="${chosen.id}"`;
  res.send(
    page(
      visitor,
      words.people,
      html`<div class="admin-page"><div class="admin-main">
<div class="page-head"><div><p class="crumb">${chosen.name} · ${words.admin}</p><h1>${words.people}</h1></div>
${organizations.length > 1 && chooser(organizations, chosen, words)}
${chosen.may.includes('invite') && html`<seatkit-invite-dialog ${here}></seatkit-invite-dialog>`}</div>
<nav class="parts" aria-label="${words.admin}"><a href="#seats">${words.seats}</a><a href="#people">${words.people}</a><a href="#groups">${words.groups}</a><a href="#behind">${words.behind}</a></nav>
<section id="seats" aria-label="${words.seats}"><seatkit-seat-meter ${here}></seatkit-seat-meter></section>
<section id="people" aria-label="${words.people}"><seatkit-member-list ${here}></seatkit-member-list></section>
<section id="groups" aria-labelledby="groups-head"><h2 id="groups-head">${words.groups}</h2><seatkit-group-manager ${here}></seatkit-group-manager></section>
</div><aside class="admin-side" id="behind" aria-label="${words.behind}">
${!config.smtpUrl && mailList(visitor, await listInbox(5), 5)}${enrolmentTable(visitor, await newestEnrolments(6), 6)}
</aside></div>`,
      ['/seatkit/assets/seatkit.js', '/public/live.js'],
    ),
  );
});
