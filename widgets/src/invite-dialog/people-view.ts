import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type IconName, icon } from '../parts/more-icons.ts';
import type { InviteWords as Words } from '../words/invite.ts';
import type { Cut } from './arithmetic.ts';
import { walkRows } from './row-keys.ts';
import { type RowActs, renderEntry, renderFields } from './row-view.ts';
import { type Invitee, isShutOut, type Known, type Row, type Sorted } from './rows.ts';

/** How the list is shown. */
export interface PeopleState {
  readonly rows: readonly Row[];
  readonly sorted: Sorted;
  readonly cuts: readonly Cut[];
  readonly editing: number | undefined;
  /** The row in the tab order of each list: the one that had the focus last, if it is there. */
  readonly current: number | undefined;
  /** Whether people who are members already get anything. */
  readonly adds: boolean;
  readonly lookupFailed: boolean;
}

export interface PeopleActs extends RowActs {
  retryLookup(): void;
  discard(): void;
}

/** The list by what is to be said of each: what has to be mended first, then who is ready, then what is no trouble. */
export function renderPeople(words: Words, state: PeopleState, acts: PeopleActs): TemplateResult | typeof nothing {
  const { rows, sorted, cuts, lookupFailed } = state;
  if (rows.length === 0) return nothing;
  const { mend, fresh, known, twice } = sorted;
  const numbers = new Map(rows.map(({ key }, at) => [key, at + 1]));
  const view: View = { words, state, acts, numberOf: ({ key }) => numbers.get(key) ?? 0 };
  return html`<div class="found" part="people">
      ${renderSection('warn', 'danger', words.cannotStay(mend.length), mend, true, () => renderOpen(view, mend))}
      ${renderSection('check', 'good', words.ready(fresh.length), fresh, true, () => renderList(view, words.toInvite(fresh.length), fresh, cuts))}
      ${renderSection(
        'people',
        '',
        words.alreadyHere(known.length),
        known,
        known.some((invitee) => isShutOut(invitee.known)),
        () => renderList(view, words.alreadyHere(known.length), known),
      )}
      ${renderSection('copy', '', words.twice(twice.length), twice, false, () => renderList(view, words.twice(twice.length), twice))}
    </div>
    <p class="below small">
      ${lookupFailed ? html`<span>${words.lookupFailed}</span> <button class="link" type="button" @click=${acts.retryLookup}>${words.retry}</button>` : nothing}
      <button class="link" type="button" @click=${acts.discard}>${words.discard}</button>
    </p>`;
}

/** What all rows are drawn with. */
interface View {
  readonly words: Words;
  readonly state: PeopleState;
  readonly acts: RowActs;
  readonly numberOf: (row: Row) => number;
}

function renderSection(
  name: IconName,
  colour: string,
  title: string,
  rows: readonly Invitee[],
  open: boolean,
  body: () => TemplateResult,
): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`<details ?open=${open}>
    <summary>${icon(name, colour)}<span class="num">${title}</span></summary>
    ${body()}
  </details>`;
}

/** Rows whose fields are open. */
function renderOpen({ words, acts, numberOf }: View, rows: readonly Invitee[]): TemplateResult {
  return html`<div class="entries" role="list">
    ${repeat(
      rows,
      ({ row }) => row.key,
      ({ row }) => renderFields(words, row, numberOf(row), acts, false),
    )}
  </div>`;
}

/** Rows to read, with lines where the seats end. */
function renderList(
  { words, state, acts, numberOf }: View,
  label: string,
  invitees: readonly Invitee[],
  cuts: readonly Cut[] = [],
): TemplateResult {
  const { current, editing, adds } = state;
  const tabbable = invitees.some(({ row }) => row.key === current) ? current : invitees[0]?.row.key;
  const end = cuts.find(({ pool }) => !pool)?.at ?? invitees.length;
  const focused = ({ target }: FocusEvent) => acts.reach(Number((target as Element).closest<HTMLElement>('[data-key]')?.dataset.key));
  const keyed = (event: KeyboardEvent) => walkRows(event, acts.remove);
  return html`<div class="entries scrolls" role="grid" aria-label=${label} @keydown=${keyed} @focusin=${focused}>
    ${repeat(
      invitees,
      ({ row }) => row.key,
      ({ row, known }, at) =>
        html`${cuts.filter((cut) => cut.at === at).map((cut) => renderCut(words, cut))}${
          row.key === editing
            ? renderFields(words, row, numberOf(row), acts, true)
            : renderEntry(words, row, numberOf(row), acts, {
                tabbable: row.key === tabbable,
                missed: at >= end,
                note: known && renderStanding(words, known, adds),
              })
        }`,
    )}
  </div>`;
}

function renderCut(words: Words, { pool, missing }: Cut): TemplateResult {
  const text = pool ? words.seatsOfPoolEndHere(pool.name || pool.product, missing) : words.seatsEndHere(missing);
  return html`<div class="cut ${pool ? 'soft' : ''}" role="row">${icon('warn')}<span role="gridcell">${text}</span></div>`;
}

/** What somebody is already, and what the invitation does to them. */
function renderStanding({ here, status }: Words, known: Known, adds: boolean): TemplateResult {
  const standing = 'status' in known ? known.status : 'elsewhere';
  const text = standing === 'active' && adds ? here.activeAdds : standing === 'anonymized' ? status.anonymized : here[standing];
  return html`<p class="small ${standing === 'deactivated' ? 'danger' : ''}">${text}</p>`;
}
