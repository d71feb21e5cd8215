import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../parts/more-icons.ts';
import type { InviteWords as Words } from '../words/invite.ts';
import { calledBy, type Saying, type Tally, type Told } from './outcome.ts';

/** More people than this stand behind one line that opens. Who only lacks a seat does so at once: one button serves them all. */
const shownAtOnce = (saying: Saying) => (saying.poolId === undefined ? 3 : 1);

/** What can be done about a result. */
export interface ResultActs {
  mend(key: number): void;
  /** Where the page has a shop. */
  readonly getSeats?: ((poolId: string) => void) | undefined;
}

/** The four figures, then who needs something, then who is done. */
export function renderResult(words: Words, lead: string, tally: Tally, sayings: readonly Saying[], acts: ResultActs): TemplateResult {
  const { invited, held, missed, here, refused } = tally;
  const figure = (name: string, n: number) =>
    html`<div class=${n === 0 ? 'none' : ''}><dt>${name}</dt><dd class="num">${words.number(n)}</dd></div>`;
  return html`${lead ? html`<p class="lead">${lead}</p>` : nothing}
    <dl class="tally">
      ${held > 0 ? figure(words.tally.held, held + invited) : figure(words.tally.invited, invited)} ${figure(words.tally.missed, missed)}
      ${figure(words.tally.here, here)} ${figure(words.tally.refused, refused)}
    </dl>
    <ul class="outcomes" part="results">
      ${sayings.map((saying) =>
        saying.people.length > shownAtOnce(saying)
          ? renderMany(words, saying, acts)
          : saying.people.map(
              (told) =>
                html`<li>${icon(saying.icon, saying.colour)}${renderOne(told, saying.sentence)}${renderAct(words, saying, told, acts)}</li>`,
            ),
      )}
    </ul>`;
}

function renderOne(told: Told, sentence = ''): TemplateResult {
  const { name, email } = calledBy(told);
  return html`<div>
    <bdi>${name}</bdi>
    ${name === email ? nothing : html`<span class="small address" dir="ltr">${email}</span>`}
    ${sentence ? html`<p class="small">${sentence}</p>` : nothing}
  </div>`;
}

function renderMany(words: Words, saying: Saying, acts: ResultActs): TemplateResult {
  const [first, ...others] = saying.people as [Told, ...Told[]];
  return html`<li>
    ${icon(saying.icon, saying.colour)}
    <div>
      <details>
        <summary><bdi>${words.andMore(calledBy(first).name, others.length)}</bdi></summary>
        <ul class="all">${saying.people.map((told) => html`<li>${renderOne(told)}${saying.mends ? renderAct(words, saying, told, acts) : nothing}</li>`)}</ul>
      </details>
      <p class="small">${saying.sentence}</p>
    </div>
    ${saying.mends ? nothing : renderAct(words, saying, first, acts)}
  </li>`;
}

function renderAct(
  words: Words,
  { mends, poolId }: Saying,
  { typed }: Told,
  { mend, getSeats }: ResultActs,
): TemplateResult | typeof nothing {
  if (mends)
    return html`<button class="link small" type="button" aria-label=${words.mendRow(typed.email)} @click=${() => mend(typed.key)}>${words.mend}</button>`;
  if (poolId && getSeats)
    return html`<button class="link small" part="get-seats" type="button" @click=${() => getSeats(poolId)}>${words.getMoreSeats}</button>`;
  return nothing;
}
