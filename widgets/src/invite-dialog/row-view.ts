import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../parts/more-icons.ts';
import type { InviteWords as Words } from '../words/invite.ts';
import { looksLikeAddress } from './addresses.ts';
import { type Person, personFields } from './person.ts';
import type { Row } from './rows.ts';

/** What the list can do. */
export interface RowActs {
  /** Opens the fields of a row. */
  open(key: number): void;
  edit(key: number, changes: Partial<Person>): void;
  /** Something was pasted into the place of the address. */
  read(key: number): void;
  /** The fields of a row were left. */
  settle(key: number): void;
  remove(key: number): void;
  /** The focus came to a row. */
  reach(key: number): void;
  /** Enter in a field: on to what is to be done next. */
  leave(key: number): void;
}

/** Why a row cannot stay as it is; empty when it can. */
function problemOf(words: Words, row: Row): string {
  return row.problem ?? (looksLikeAddress(row.email) ? '' : words.unreadable);
}

/** A row with its fields open, in a plain list or in a grid. */
export function renderFields(words: Words, row: Row, number: number, acts: RowActs, inGrid: boolean): TemplateResult {
  const problem = problemOf(words, row);
  const cell = inGrid ? 'gridcell' : nothing;
  const field = (name: keyof Person) => {
    const invalid = name === 'email' && problem !== '';
    return html`<input
      class="field"
      id=${`${name}-${row.key}`}
      type=${name === 'email' ? 'email' : 'text'}
      aria-label=${words.fieldOfRow(words[name], number)}
      aria-invalid=${invalid}
      aria-describedby=${invalid ? `problem-${row.key}` : nothing}
      maxlength=${name === 'email' ? 320 : 100}
      autocomplete="off"
      placeholder=${words[name]}
      dir=${name === 'email' ? 'ltr' : 'auto'}
      .value=${live(row[name])}
      @input=${(event: InputEvent) => {
        acts.edit(row.key, { [name]: (event.currentTarget as HTMLInputElement).value });
        if (name === 'email' && event.inputType === 'insertFromPaste') acts.read(row.key);
      }}
    />`;
  };
  const left = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!(currentTarget as Element).contains(relatedTarget as Node | null)) acts.settle(row.key);
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    // Enter on the cross presses it. Escape closes the fields and not the dialog.
    if (event.key === 'Enter' && (event.target as Element).localName !== 'input') return;
    event.preventDefault();
    acts.leave(row.key);
  };
  return html`<div class="entry open" role=${inGrid ? 'row' : 'listitem'} data-key=${row.key} @focusout=${left} @keydown=${keyed}>
    <span class="nr num" aria-hidden="true">${number}</span>
    <div role=${cell}>
      <div class="fields">
        ${personFields.map(field)}
      </div>
      ${problem ? html`<p id="problem-${row.key}" class="small danger">${problem}</p>` : nothing}
    </div>
    <div role=${cell}>${renderRemove(words, row, acts)}</div>
  </div>`;
}

/** A row to read; pressing it opens its fields. One row of the list stands in the tab order, the others are reached by arrow keys. */
export function renderEntry(
  words: Words,
  row: Row,
  number: number,
  acts: RowActs,
  { tabbable, missed = false, note = nothing }: { readonly tabbable: boolean; readonly missed?: boolean; readonly note?: unknown },
): TemplateResult {
  const name = [row.firstName, row.lastName].filter(Boolean).join(' ');
  const tabindex = tabbable ? 0 : -1;
  return html`<div class="entry ${missed ? 'missed' : ''}" role="row" data-key=${row.key}>
    <span class="nr num" aria-hidden="true">${number}</span>
    <div role="gridcell">
      <button class="person" type="button" tabindex=${tabindex} aria-label=${words.editRow([name, row.email].filter(Boolean).join(' '))} @click=${() => acts.open(row.key)}>
        ${name ? html`<b>${name}</b> ` : nothing}<span class="address" dir="ltr">${row.email}</span>${icon('pen')}
      </button>
      ${note}
    </div>
    <div role="gridcell">${renderRemove(words, row, acts, tabindex)}</div>
  </div>`;
}

function renderRemove(words: Words, row: Row, acts: RowActs, tabindex = 0): TemplateResult {
  return html`<button class="icon-button" type="button" tabindex=${tabindex} aria-label=${words.removeRow(row.email)} @click=${() => acts.remove(row.key)}>
    ${icon('close')}
  </button>`;
}
