import type { EnrolmentView } from '../enrolments.ts';
import type { ReceivedMail } from '../mail.ts';
import { type Html, html } from './html.ts';
import type { Visitor } from './page.ts';

/** The time of day of today's things, the date of older ones. `live.js` does the same in the browser. */
function when(iso: string, language: string): string {
  const time = new Date(iso);
  const today = time.toDateString() === new Date().toDateString();
  return today
    ? time.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
    : time.toLocaleDateString(language, { day: 'numeric', month: 'short' });
}

/** The newest mails, kept fresh by `live.js`. */
export function mailList({ words, language }: Visitor, mails: readonly ReceivedMail[], limit: number): Html {
  return html`<section class="panel"><header><h2>${words.inbox}</h2><span class="live">${words.everyMail}</span></header>
<ul class="mails" data-live="/inbox.json" data-limit="${limit}">${mails
    .slice(0, limit)
    .map(
      (mail) =>
        html`<li data-id="${mail.id}"><a href="/inbox/${mail.id}"><span class="to" dir="auto">${mail.to}</span><time datetime="${mail.sentAt}">${when(mail.sentAt, language)}</time><span class="subject" dir="auto">${mail.subject}</span></a></li>`,
    )}</ul>
<p class="nothing">${words.nothingYet}</p></section>`;
}

/** The newest rows of the host's own table, kept fresh by `live.js`. */
export function enrolmentTable({ words, language }: Visitor, rows: readonly EnrolmentView[], limit: number): Html {
  return html`<section class="panel"><header><h2>enrolments</h2><span class="live">${words.hostTable}</span></header>
<table class="db"><thead><tr><th scope="col">id</th><th scope="col">user_id</th><th scope="col">course_id</th><th scope="col">created_at</th></tr></thead>
<tbody data-live="/enrolments.json" data-limit="${limit}">${rows
    .slice(0, limit)
    .map(
      (row) =>
        html`<tr data-id="${row.id}"><td>${row.id}</td><td title="${row.email}">${row.userId} ${row.email.split('@')[0]}</td><td>${row.courseId}</td><td><time datetime="${row.createdAt}">${when(row.createdAt, language)}</time></td></tr>`,
    )}</tbody></table>
<p class="nothing">${words.nothingYet}</p></section>`;
}
