import { Router } from 'express';
import { type DemoPerson, demoPeople } from '../demo-people.ts';
import { type Html, html } from '../pages/html.ts';
import { page, visitorOf } from '../pages/page.ts';
import type { Words } from '../pages/words.ts';
import { currentAccount } from '../sessions.ts';

/** The front door, from which every part can be played with one click. */
export const landing: Router = Router();

function card(title: string, people: readonly DemoPerson[], words: Words): Html {
  const play = ({ email, firstName, lastName, part }: DemoPerson) => {
    const name = `${firstName} ${lastName}`;
    return html`<li><button class="play" name="person" value="${email}"><span class="face" aria-hidden="true">${firstName[0]}</span>
<span class="play-name">${name}</span><span class="play-part">${words[part]}</span><span class="play-job">${words[`${part}Job`]}</span></button></li>`;
  };
  return html`<form class="card customer" method="post" action="/play"><h2>${title}</h2><ul>${people.map(play)}</ul></form>`;
}

landing.get('/', async (req, res) => {
  const visitor = await visitorOf(req, res, await currentAccount(req));
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
