import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../words/core.ts';
import { icon } from './icon.ts';
import { vars } from './vars.ts';

export interface Named {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email?: string;
  readonly managedBy?: string;
}

/** How somebody is called: the name, else the address. */
export function nameOf(person: Pick<Named, 'firstName' | 'lastName' | 'email'>): string {
  return [person.firstName, person.lastName].filter(Boolean).join(' ') || person.email || '';
}

/** Avatar, name over address, and a mark when somebody else owns the record. The name can be a button. */
export function renderPerson(words: Words, person: Named, opens = false): TemplateResult {
  const name = nameOf(person);
  const owner = person.managedBy && person.managedBy !== 'manual' ? words.managedElsewhere(person.managedBy) : '';
  return html`<div class="who">
    ${renderAvatar(person)}
    <div>
      <span class="name">${opens ? html`<button class="open clip" type="button" tabindex="-1" aria-haspopup="dialog"><bdi>${name}</bdi></button>` : html`<bdi class="clip">${name}</bdi>`}${owner ? html`<span class="owned" role="img" aria-label=${owner} title=${owner}>${icon('link')}</span>` : nothing}</span>
      ${person.email && person.email !== name ? html`<span class="mail clip" dir="ltr">${person.email}</span>` : nothing}
    </div>
  </div>`;
}

/** Somebody's initials. */
export function renderAvatar(person: Named): TemplateResult {
  const initials = ([...person.firstName][0] ?? '') + ([...person.lastName][0] ?? '') || ([...nameOf(person)][0] ?? '');
  return html`<span class="avatar" aria-hidden="true" ${vars({ '--_turn': turnOf(person.id) })}>${initials.toUpperCase()}</span>`;
}

/** A tint out of five, always the same for the same person. */
function turnOf(id: string): number {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + char.charCodeAt(0)) % 997;
  return (sum % 5) * 72;
}
