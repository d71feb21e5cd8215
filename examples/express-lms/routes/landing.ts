import { Router } from 'express';
import { type DemoPerson, demoPeople } from '../demo-people.ts';
import { type Html, html } from '../pages/html.ts';
import { page, visitorOf } from '../pages/page.ts';
import type { Words } from '../pages/words.ts';
import { currentAccount } from '../sessions.ts';

/** The front door, from which every part can be played with one click. */
export const landing: Router = Router();

function card(title: string, people: readonly DemoPerson[], words: Words): Html {
  return html`<section class="card customer"><h2>${title}</h2><ul>${people.map(
    (
      person,
    ) => html`<li><form method="post" action="/login"><input type="hidden" name="email" value="${person.email}"><input type="hidden" name="password" value="seatkit-demo">
<button class="play" aria-label="${words.continueAs(`${person.firstName} ${person.lastName}`)}"><span class="face" aria-hidden="true">${person.firstName[0]}</span><span class="play-name">${person.firstName} ${person.lastName}</span><span class="play-part">${words[person.part]}</span><span class="play-job">${words[`${person.part}Job`]}</span></button></form></li>`,
  )}</ul></section>`;
}

landing.get('/', async (req, res) => {
  const visitor = visitorOf(req, res, await currentAccount(req));
  const { words } = visitor;
  const of = (customer: DemoPerson['customer']) => demoPeople.filter((person) => person.customer === customer);
  res.send(
    page(
      visitor,
      words.tagline,
      html`<div class="hero"><h1>${words.tagline}</h1><p>${words.intro}</p></div>
<div class="customers">${card('Acme Industries', of('acme'), words)}${card('Globex Training', of('globex'), words)}${card('Fernhill Learning', of(null), words)}</div>`,
    ),
  );
});
