import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
  }
  .button[part='trigger'] {
    inline-size: 100%;
  }
  dialog.invite {
    inline-size: min(1024px, 100vw - 24px);
  }
  dialog.small-dialog {
    inline-size: min(600px, 100vw - 24px);
  }
  dialog.invite header h2 {
    font-size: var(--_20);
    line-height: 1.4;
    letter-spacing: -0.01em;
  }
  dialog.invite h2:focus {
    outline: none;
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
  .sheet {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .sheet-heads,
  .sheet-row {
    display: grid;
    grid-template-columns: 28px minmax(0, 1.7fr) minmax(0, 1fr) minmax(0, 1fr) 32px;
    gap: 0 2px;
    align-items: center;
    padding: 2px 4px;
  }
  .sheet-heads {
    min-block-size: 28px;
    font-size: var(--_12);
    font-weight: 500;
    color: var(--_muted);
  }
  .sheet-heads > span {
    padding-inline-start: 9px;
  }
  .sheet-row {
    border-block-start: 1px solid var(--_border);
  }
  .nr {
    text-align: end;
    padding-inline-end: 4px;
    font-size: var(--_12);
    color: var(--_muted);
  }
  .cell {
    padding-inline: 8px;
    background: none;
  }
  .cell:not(:hover, :focus-visible, [aria-invalid='true']) {
    border-color: transparent;
  }
  .cell::placeholder {
    color: transparent;
  }
  .cell:is(:hover, :focus)::placeholder {
    color: var(--_muted);
  }
  .problem {
    grid-column: 2 / -1;
    padding: 2px 9px 6px;
  }
  .missed,
  .cut {
    background: color-mix(in oklab, var(--_danger) 5%, var(--_surface));
  }
  .cut {
    display: flex;
    gap: 8px;
    align-items: center;
    min-block-size: 28px;
    padding: 4px 12px;
    border-block-start: 1px solid var(--_border);
    background: color-mix(in oklab, var(--_danger) 14%, var(--_surface));
    color: color-mix(in oklab, var(--_danger) 82%, var(--_text));
    font-size: var(--_12);
    font-weight: 500;
  }
  .cut.soft {
    background: color-mix(in oklab, var(--_warn) 14%, var(--_surface));
    color: color-mix(in oklab, var(--_warn) 70%, var(--_text));
  }
  .outcomes {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .outcomes li {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 44px;
    padding: 8px 12px;
  }
  .outcomes li > div {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .outcomes .address {
    display: block;
  }
  .outcomes li + li {
    border-block-start: 1px solid var(--_border);
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
  dialog.invite footer {
    justify-content: space-between;
  }
  .small-dialog footer {
    justify-content: flex-end;
  }
  .arith {
    display: grid;
    gap: 8px;
    flex: 1 1 320px;
  }
  .arith .bar {
    max-inline-size: 420px;
    margin-block-end: 4px;
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
    gap: 8px 16px;
  }
  .go p {
    font-size: var(--_13);
    max-inline-size: 44ch;
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
    .sheet-heads {
      display: none;
    }
    .cell::placeholder {
      color: var(--_muted);
    }
    .sheet-row {
      grid-template-columns: 28px minmax(0, 1fr) minmax(0, 1fr) 32px;
      padding-block: 4px;
    }
    .sheet-row > :nth-child(2) {
      grid-column: 2 / 4;
    }
    .sheet-row > :nth-child(3) {
      grid-area: 2 / 2;
    }
    .sheet-row > :nth-child(4) {
      grid-area: 2 / 3;
    }
    .sheet-row > .icon-button {
      grid-area: 1 / 4;
    }
    .go,
    .go .button {
      inline-size: 100%;
    }
  }
`;
