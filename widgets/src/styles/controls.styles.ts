import { css } from 'lit';

/** Buttons, links, fields and chips: native controls in the clothes of the tokens. What only forms need is in `forms`. */
export const controls = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: var(--_control);
    padding: 4px 12px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-weight: 500;
    cursor: pointer;
    box-shadow: var(--_raise);
    transition: background-color var(--_quick);
  }
  .button:hover {
    background: var(--_hover);
  }
  .button:active {
    background: var(--_pressed);
  }
  .button .i {
    margin-inline-start: -2px;
  }
  .button.primary {
    background: var(--_accent);
    border-color: transparent;
    color: var(--_on-accent);
  }
  .button.primary:hover {
    background: color-mix(in oklab, var(--_accent) 88%, var(--_text));
  }
  .button.quiet {
    border-color: transparent;
    background: none;
    box-shadow: none;
  }
  .button.quiet:hover {
    background: var(--_hover);
  }
  .button[aria-disabled='true'][aria-disabled] {
    background: var(--_sunken);
    border-color: var(--_border);
    color: var(--_muted);
    box-shadow: none;
    cursor: not-allowed;
  }
  .icon-button {
    display: inline-grid;
    place-items: center;
    inline-size: max(28px, var(--_control) - 4px);
    block-size: max(28px, var(--_control) - 4px);
    flex: none;
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
    color: var(--_muted);
    cursor: pointer;
    transition: background-color var(--_quick);
  }
  .icon-button:is(:hover, [aria-expanded='true']) {
    background: var(--_pressed);
    color: var(--_text);
  }
  .link {
    display: inline-flex;
    align-items: center;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    border-radius: 2px;
    background: none;
    color: var(--_ink);
    font: inherit;
    font-weight: 500;
    text-align: start;
    text-decoration: underline;
    text-decoration-color: color-mix(in oklab, currentColor 35%, transparent);
    text-underline-offset: 3px;
    cursor: pointer;
  }
  .link:hover {
    text-decoration-color: currentColor;
  }
  .field {
    display: block;
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: var(--_control);
    padding: 4px 12px;
    border: 1px solid var(--_field);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    transition: border-color var(--_quick);
  }
  .field:placeholder-shown {
    text-overflow: ellipsis;
  }
  .field:hover {
    border-color: var(--_muted);
  }
  .field:focus-visible {
    outline-offset: -1px;
    border-color: var(--_focus);
  }
  .field::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .search {
    position: relative;
    display: block;
  }
  .search .i {
    position: absolute;
    inset-block-start: calc(50% - 8px);
    inset-inline-start: 10px;
    color: var(--_muted);
    pointer-events: none;
  }
  .search .field {
    padding-inline-start: 34px;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
  }
  .chip {
    min-block-size: max(24px, calc(var(--_control) - 4px));
    padding: 0 12px;
    border: 1px solid var(--_border);
    border-radius: 99px;
    background: none;
    color: var(--_muted);
    font: inherit;
    font-size: var(--_13);
    cursor: pointer;
    transition: background-color var(--_quick);
  }
  .chip:hover {
    background: var(--_hover);
    color: var(--_text);
  }
  .chip:is([aria-pressed='true'], .set) {
    background: var(--_soft);
    border-color: color-mix(in oklab, var(--_accent) 45%, var(--_surface));
    color: var(--_text);
    font-weight: 500;
  }
  .tag {
    display: inline-flex;
    align-items: center;
    max-inline-size: 100%;
    padding: 1px 6px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.67);
    background: var(--_sunken);
    font-size: var(--_12);
    line-height: 1.34;
  }
  .note {
    display: flex;
    gap: 12px;
    padding: 12px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_sunken);
    font-size: var(--_13);
  }
  .note .i {
    margin-block-start: 2px;
  }
  .note.bad {
    background: var(--_danger-soft);
    border-color: color-mix(in oklab, var(--_danger) 30%, var(--_surface));
  }
  .note.bad > .i {
    color: var(--_danger);
  }
  .blank {
    display: grid;
    justify-items: center;
    gap: 4px;
    padding: 48px 24px;
    text-align: center;
  }
  .blank h2 {
    font-size: var(--_16);
    line-height: 1.5;
    text-wrap: balance;
  }
  .blank p {
    max-inline-size: 44ch;
    color: var(--_muted);
    text-wrap: pretty;
  }
  .blank .button {
    margin-block-start: 12px;
  }
  /* The box and not each bone: what is animated costs a layer of its own, just when the first rows are on their way. */
  .bones {
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .bone {
    display: block;
    block-size: 10px;
    margin-block: 5px;
    border: 1px solid transparent;
    border-radius: 5px;
    background: var(--_pressed);
  }
  .bone:nth-child(odd) {
    inline-size: 52%;
  }
  .bone:nth-child(even) {
    inline-size: 36%;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  .slow {
    padding: 4px 20px;
    visibility: hidden;
    animation: appear 0s 8s forwards;
  }
  @keyframes appear {
    to {
      visibility: visible;
    }
  }
  @media (forced-colors: active) {
    .chip[aria-pressed='true'] {
      border-color: Highlight;
      box-shadow: inset 0 0 0 1px Highlight;
    }
    .button.primary {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .bone {
      border-color: CanvasText;
    }
  }
`;
