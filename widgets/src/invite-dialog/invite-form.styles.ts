import { css } from 'lit';

/** The form: whom on one side, what they get on the other, the arithmetic below. */
export const styles = css`
  dialog.invite:not(.small-dialog) {
    inline-size: min(1024px, 100vw - 24px);
  }
  dialog.invite header h2 {
    font-size: var(--_20);
    line-height: 1.4;
    letter-spacing: -0.01em;
  }
  dialog .panes {
    display: grid;
    grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr);
    gap: 0;
    padding: 0;
    border-block-start: 1px solid var(--_border);
  }
  .pane {
    display: grid;
    gap: 20px;
    align-content: start;
    padding: 20px 24px 24px;
    min-inline-size: 0;
  }
  .offer {
    border-inline-start: 1px solid var(--_border);
    background: var(--_sunken);
  }
  .draft {
    field-sizing: content;
    min-block-size: 76px;
    max-block-size: 200px;
  }
  .beside {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 12px;
  }
  .beside > :last-child {
    flex: none;
  }
  .note > span {
    flex: 1;
  }
  .note .dot {
    flex: none;
    margin-block-start: 6px;
  }
  .note > .answers {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 0 16px;
  }
  .note .link {
    min-block-size: 20px;
  }
  .pair {
    display: flex;
    flex-wrap: wrap;
    gap: 20px 24px;
  }
  /* As wide as its longest choice, below the role where that does not fit beside it. */
  .pair > .labelled {
    flex: 1 0 auto;
    max-inline-size: 100%;
  }
  .picks {
    display: grid;
    gap: 4px;
  }
  .pick {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    gap: 4px;
    align-items: center;
    padding-inline-start: 12px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .pick .field {
    inline-size: auto;
    border-color: transparent;
    color: var(--_muted);
  }
  .grant {
    display: flex;
    grid-column: 1 / -1;
    align-items: center;
    gap: 8px;
    min-block-size: 28px;
    padding-block-end: 4px;
  }
  .pools {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .pool {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 12px;
    align-items: start;
    padding: 8px 12px;
    cursor: pointer;
  }
  .pool + .pool {
    border-block-start: 1px solid var(--_border);
  }
  .pool [type='checkbox'] {
    margin-block-start: 2px;
  }
  .pool .small {
    display: block;
  }
  .preview {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .preview > :not(summary) {
    border-block-start: 1px solid var(--_border);
  }
  .preview > p {
    padding: 12px;
  }
  .letter {
    font-size: var(--_13);
  }
  .letter dl {
    padding: 8px 12px;
    border-block-end: 1px solid var(--_border);
  }
  .letter dl div {
    display: flex;
    gap: 8px;
  }
  .letter dt {
    flex: none;
    color: var(--_muted);
  }
  .letter dd {
    font-weight: 500;
  }
  .mail {
    display: grid;
    gap: 12px;
    padding: 16px 12px;
  }
  .mail ul {
    padding-inline-start: 20px;
    list-style: disc;
  }
  .typed {
    padding: 4px 12px;
    border-inline-start: 3px solid var(--_edge);
    white-space: pre-wrap;
  }
  .fake {
    display: inline-block;
    padding: 6px 14px;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .foot {
    display: grid;
    gap: 4px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_border);
  }
  dialog.invite footer {
    justify-content: space-between;
  }
  dialog.small-dialog footer {
    justify-content: flex-end;
  }
  .arith {
    display: grid;
    gap: 8px;
    flex: 1 1 320px;
    max-block-size: 25dvh;
    overflow: auto;
  }
  .arith .bar {
    max-inline-size: 420px;
    margin-block-end: 4px;
  }
  .arith .bar > .missing {
    border: 1px dashed var(--_danger);
  }
  .arith p {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 12px;
    font-size: var(--_13);
  }
  .arith b,
  .pool-name {
    font-weight: 600;
  }
  .left {
    color: var(--_muted);
  }
  .go {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 8px;
    margin-inline-start: auto;
  }
  .go p {
    display: flex;
    gap: 8px;
    max-inline-size: 44ch;
    margin-inline-end: 8px;
    font-size: var(--_13);
  }
  .go .i {
    margin-block-start: 2px;
  }
  .bone-row {
    min-block-size: 64px;
  }
  .pane .card {
    box-shadow: none;
  }
  @container (max-width: 760px) {
    dialog .panes {
      grid-template-columns: minmax(0, 1fr);
    }
    .offer {
      border-inline-start: 0;
      border-block-start: 1px solid var(--_border);
    }
  }
  @container (max-width: 480px) {
    .pane {
      padding: 16px;
    }
    .note {
      flex-wrap: wrap;
    }
    .note > .answers {
      flex-basis: 100%;
      padding-inline-start: 28px;
    }
    .go,
    .go .button {
      inline-size: 100%;
    }
  }
  @media (max-width: 640px) {
    dialog.invite:not(.small-dialog) {
      inline-size: 100vw;
      max-inline-size: none;
      block-size: 100dvh;
      max-block-size: none;
      border: 0;
      border-radius: 0;
    }
    dialog.invite:not(.small-dialog) > form {
      block-size: 100%;
    }
    dialog.invite:not(.small-dialog) .body {
      flex: 1;
      align-content: start;
    }
  }
`;
