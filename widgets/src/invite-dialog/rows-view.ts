import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../parts/icon.ts';
import type { InviteWords as Words } from '../words/invite.ts';
import { looksLikeAddress, type Person } from './addresses.ts';
import type { Cut } from './arithmetic.ts';

/** A person on the list, with the sentence of the last refusal. */
export interface Row extends Person {
  readonly key: number;
  readonly problem?: string | undefined;
}

/** What the list can do. */
export interface RowActs {
  edit(key: number, changes: Partial<Person>): void;
  remove(key: number): void;
  /** Enter in a cell goes back to the field for the next address. */
  leave(): void;
}

/** The people to invite, every cell editable; lines show where the seats end. */
export function renderRows(words: Words, rows: readonly Row[], cuts: readonly Cut[], acts: RowActs): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  let readable = 0;
  return html`<div class="sheet" part="people">
    <div class="sheet-heads" aria-hidden="true"><span></span><span>${words.email}</span><span>${words.firstName}</span><span>${words.lastName}</span></div>
    <ol class="sheet-rows" aria-label=${words.toInvite(rows.length)}>
      ${repeat(
        rows,
        ({ key }) => key,
        (row, index) => {
          const legible = looksLikeAddress(row.email);
          const here = cuts.filter(({ at }) => legible && at === readable);
          if (legible) readable += 1;
          const missed = legible && cuts.some(({ at, pool }) => !pool && readable > at);
          return html`${here.map((cut) => renderCut(words, cut))}
            ${renderRow(words, row, index + 1, legible, missed, acts)}`;
        },
      )}
    </ol>
  </div>`;
}

function renderCut(words: Words, { pool, missing }: Cut): TemplateResult {
  const text = pool ? words.seatsOfPoolEndHere(pool.name || pool.product, missing) : words.seatsEndHere(missing);
  return html`<li class="cut ${pool ? 'soft' : ''}">${icon('warn')}<span>${text}</span></li>`;
}

function renderRow(words: Words, row: Row, number: number, legible: boolean, missed: boolean, acts: RowActs): TemplateResult {
  const problem = row.problem ?? (legible ? '' : words.unreadable);
  const cell = (name: keyof Person, label: string, invalid = false) =>
    html`<input
      class="field cell"
      type=${name === 'email' ? 'email' : 'text'}
      aria-label=${label}
      aria-invalid=${invalid}
      aria-describedby=${invalid ? `problem-${row.key}` : nothing}
      maxlength=${name === 'email' ? 320 : 100}
      autocomplete="off"
      placeholder=${name === 'email' ? words.email : words[name]}
      dir=${name === 'email' ? 'ltr' : 'auto'}
      .value=${row[name]}
      @input=${(event: Event) => acts.edit(row.key, { [name]: (event.currentTarget as HTMLInputElement).value })}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || event.isComposing) return;
        event.preventDefault();
        acts.leave();
      }}
    />`;
  return html`<li class="sheet-row ${missed ? 'missed' : ''}">
    <span class="nr num" aria-hidden="true">${number}</span>
    ${cell('email', words.emailOf(number), problem !== '')} ${cell('firstName', words.firstNameOf(number))} ${cell('lastName', words.lastNameOf(number))}
    <button class="icon-button" type="button" aria-label=${words.removeRow(row.email)} @click=${() => acts.remove(row.key)}>${icon('close')}</button>
    ${problem ? html`<p id="problem-${row.key}" class="small danger problem">${problem}</p>` : nothing}
  </li>`;
}
