import { html, type TemplateResult } from 'lit';
import type { IconName } from './more-icons.ts';

/** What is asked, what "yes" means, and what it does. */
export interface Question {
  readonly title: string;
  readonly button: string;
  /** Takes something from somebody: the button says so by its colour. */
  readonly destroys?: boolean;
  /** What "yes" means, in a template of a list's lines or paragraphs. There is nothing to press before it is known. */
  readonly means: () => unknown | Promise<unknown>;
  readonly confirm: () => Promise<void>;
  /** The way round. */
  readonly instead?: Instead;
}

/** Something else that can be done, in place of what is asked. */
export interface Instead {
  readonly label: string;
  readonly icon: IconName;
  readonly run: () => void;
}

/** One consequence: its mark, what happens, and why. For a list of the class `happens`. */
export function renderLine(mark: unknown, title: string, note: string): TemplateResult {
  return html`<li>
    ${mark}
    <div>
      <b>${title}</b>
      <p>${note}</p>
    </div>
  </li>`;
}
