import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { InviteWords as Words } from '../words/invite.ts';
import type { TypedPeople } from './typed-people.ts';

/** The field for addresses, whatever stands around it. */
export function renderAddresses(words: Words, people: TypedPeople): TemplateResult {
  return html`<div class="labelled">
    <label for="draft">${words.addresses}</label>
    <textarea
      id="draft"
      class="field draft"
      autofocus
      rows="3"
      autocomplete="off"
      spellcheck="false"
      dir="auto"
      aria-describedby="draft-hint"
      .value=${live(people.draft)}
      @input=${(event: Event) => people.type((event.currentTarget as HTMLTextAreaElement).value)}
      @keydown=${people.keyed}
      @paste=${people.pasted}
    ></textarea>
    <div class="beside">
      <span id="draft-hint" class="small">${words.addressesHint}</span>
      <button class="link small" type="button" ?hidden=${people.draft.trim() === ''} @click=${() => people.absorb()}>${words.addToList}</button>
    </div>
  </div>`;
}

/** A fact that asks for an answer, at the top of the form. */
export function renderNote(
  mark: TemplateResult,
  text: string,
  buttons: readonly (readonly [label: string, run: () => void])[],
): TemplateResult {
  return html`<div class="note">
    ${mark}<span>${text}</span>
    <span class="answers">${buttons.map(([label, run]) => html`<button class="link" type="button" @click=${run}>${label}</button>`)}</span>
  </div>`;
}
