import type { InvitationResult } from '@seatkit/sdk';
import { html, type TemplateResult } from 'lit';
import { icon } from '../parts/icon.ts';
import { nameOf } from '../parts/person.ts';
import type { Words } from '../strings.ts';

/** What became of each person, in a plain sentence. */
export function renderResult(words: Words, results: readonly InvitationResult[]): TemplateResult {
  return html`<ul class="outcomes" part="results">
    ${results.map(({ email, outcome, member }) => {
      const quiet = outcome === 'already_member';
      return html`<li>
        ${icon(outcome === 'invited' ? 'mail' : 'check', quiet ? '' : 'good')}
        <div>
          <bdi>${member ? nameOf(member) || email : email}</bdi>
          <p class="small">${words.outcome[outcome]}</p>
        </div>
      </li>`;
    })}
  </ul>`;
}
