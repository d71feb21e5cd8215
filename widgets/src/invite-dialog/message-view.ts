import type { MailBody, MailPreview } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { InviteWords as Words } from '../words/invite.ts';
import { longestMessage } from './offer.ts';
import type { Change } from './offer-view.ts';

/** The personal message, counted. What is too long stays, to be shortened by whoever wrote it. */
export function renderMessage(words: Words, message: string, change: Change): TemplateResult {
  const over = message.length > longestMessage;
  return html`<div class="labelled">
    <label for="message">${words.message}</label>
    <textarea
      id="message"
      class="field"
      rows="3"
      dir="auto"
      aria-invalid=${over}
      aria-describedby="message-hint message-count"
      .value=${live(message)}
      @input=${(event: Event) => change({ message: (event.currentTarget as HTMLTextAreaElement).value })}
    ></textarea>
    <div class="beside">
      <span id="message-hint" class="small">${words.messageHint}</span>
      <span id="message-count" class="small num ${over ? 'danger' : ''}">${words.messageCount(message.length, longestMessage)}</span>
    </div>
  </div>`;
}

/** The mail as it will arrive, asked for when it is opened. `blank` stands in its place: bones, or why there is none. */
export function renderPreview(
  words: Words,
  mail: MailPreview | undefined,
  to: string,
  blank: unknown,
  toggled: (open: boolean) => void,
): TemplateResult {
  return html`<details class="preview" part="preview" @toggle=${(event: Event) => toggled((event.currentTarget as HTMLDetailsElement).open)}>
    <summary>${words.preview}</summary>
    ${
      mail && blank === nothing
        ? html`<div class="letter" lang=${mail.body.lang}>
            <dl lang=${words.language}>
              ${to ? html`<div><dt>${words.mailTo}</dt><dd><bdi>${to}</bdi></dd></div>` : nothing}
              <div><dt>${words.subject}</dt><dd lang=${mail.body.lang}><bdi>${mail.subject}</bdi></dd></div>
            </dl>
            ${renderMail(mail.body)}
          </div>`
        : blank
    }
  </details>`;
}

/** The parts of the mail as text: a page's policy may forbid its HTML, and nothing in it is to be pressed here. */
function renderMail({ greeting, lines, list, quote, button, after, footer }: MailBody): TemplateResult {
  const small = (text: string) => html`<p class="small">${text}</p>`;
  return html`<div class="mail" dir="auto">
    ${[greeting, ...lines].map((line) => html`<p>${line}</p>`)}
    ${list ? html`<p>${list.title}</p><ul>${list.items.map((item) => html`<li>${item}</li>`)}</ul>` : nothing}
    ${quote ? html`${small(quote.title)}<p class="typed">${quote.text}</p>` : nothing}
    ${button ? html`<p><span class="fake">${button.label}</span></p>` : nothing}
    ${after.map(small)} ${button ? html`${small(button.copyLink)}<p class="small" dir="ltr">${button.url}</p>` : nothing}
    <div class="foot">${footer.map(small)}</div>
  </div>`;
}
