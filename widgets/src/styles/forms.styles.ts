import { css } from 'lit';

/** What a form has beyond the search field that is on every page: labels, choices, switches, and the button that takes something away. */
export const forms = css`
  .button.destroy {
    background: var(--_danger);
    border-color: transparent;
    color: oklch(from var(--_danger) clamp(0, (0.57 - l) * 1000, 1) 0 0);
  }
  .button.destroy:hover {
    background: color-mix(in oklab, var(--_danger) 88%, var(--_text));
  }
  textarea.field {
    padding-block: 8px;
    resize: vertical;
  }
  select.field {
    padding-inline: 8px;
    text-overflow: ellipsis;
  }
  .field[aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .labelled {
    display: grid;
    gap: 4px;
    align-content: start;
  }
  .labelled > label,
  legend {
    padding: 0;
    font-size: var(--_13);
    font-weight: 500;
  }
  legend {
    margin-block-end: 4px;
  }
  [type='checkbox'],
  [type='radio'] {
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    flex: none;
    cursor: pointer;
  }
  .switch {
    appearance: none;
    position: relative;
    inline-size: 36px;
    block-size: 24px;
    border-radius: 12px;
  }
  .switch::before {
    content: '';
    position: absolute;
    inset: 2px 0;
    border: 1px solid var(--_field);
    border-radius: 10px;
    background: var(--_pressed);
    transition: background-color var(--_quick);
  }
  .switch::after {
    content: '';
    position: absolute;
    inset-block-start: 5px;
    inset-inline-start: 3px;
    inline-size: 14px;
    block-size: 14px;
    border-radius: 50%;
    background: var(--_muted);
    transition: translate var(--_quick);
  }
  .switch:checked::before {
    background: var(--_accent);
    border-color: var(--_ink);
  }
  .switch:checked::after {
    background: var(--_on-accent);
    translate: 16px;
  }
  .switch:checked:dir(rtl)::after {
    translate: -16px;
  }
  .segments {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 2px;
    padding: 2px;
    justify-self: start;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .segments label {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-block-size: max(24px, calc(var(--_control) - 6px));
    padding: 0 12px;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) - 2px);
    font-size: var(--_13);
    font-weight: 500;
    color: var(--_muted);
  }
  .segments input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
  }
  .segments label:has(:checked) {
    background: var(--_surface);
    color: var(--_text);
    border-color: var(--_edge);
    box-shadow: var(--_raise);
  }
  .segments label:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }
  @media (forced-colors: active) {
    .segments label:has(:checked) {
      border-color: Highlight;
      box-shadow: inset 0 0 0 1px Highlight;
    }
    .button.destroy {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .switch::before {
      border-color: CanvasText;
    }
    .switch::after {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .switch:checked::before {
      forced-color-adjust: none;
      background: Highlight;
    }
    .switch:checked::after {
      background: HighlightText;
    }
  }
`;
