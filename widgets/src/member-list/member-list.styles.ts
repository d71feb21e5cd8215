import { css } from 'lit';

export const styles = css`
  .card {
    container-type: inline-size;
  }
  .toolbar {
    display: grid;
    gap: 12px;
    padding: 12px 16px;
    border-block-end: 1px solid var(--_border);
  }
  .toolbar-row,
  .toolbar .end {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .toolbar-row .search {
    flex: 1 1 220px;
    max-inline-size: 360px;
  }
  .toolbar > .chips {
    align-items: center;
  }
  .chip.opens,
  .chip.set,
  .head {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    max-inline-size: 100%;
  }
  .chip.opens {
    border: 1px dashed var(--_edge);
  }
  .chip .i,
  .head .i {
    inline-size: 12px;
    block-size: 12px;
  }
  .toolbar .end,
  .chip.columns {
    margin-inline-start: auto;
  }
  .toolbar .link {
    font-size: var(--_13);
  }
  .card > .note {
    margin: 12px 16px;
  }
  .row {
    display: grid;
    grid-template-columns: var(--_columns);
    gap: 0 16px;
    align-items: center;
    padding-inline: 16px 8px;
    border-block-end: 1px solid var(--_border);
  }
  .row > * {
    min-inline-size: 0;
  }
  .wide {
    isolation: isolate;
  }
  .wide .heads {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    background: var(--_surface);
  }
  .wide .rows .row {
    scroll-margin-block-start: 41px;
  }
  .heads .row {
    min-block-size: 40px;
    font-size: var(--_12);
    font-weight: 500;
    color: var(--_muted);
  }
  .head {
    min-block-size: 28px;
    margin-inline-start: -6px;
    padding: 0 6px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .head span:empty {
    display: none;
  }
  .head.on {
    color: var(--_ink);
  }
  .head:hover {
    background: var(--_pressed);
    color: var(--_text);
  }
  .rows .row {
    min-block-size: calc(32px + 2 * var(--_row));
    padding-block: calc(var(--_row) - 4px);
    transition: background-color var(--_quick);
  }
  .rows .row:has(.open):hover {
    background: var(--_hover);
    cursor: pointer;
  }
  .rows :focus-visible {
    outline-offset: -2px;
  }
  .rows .bones {
    block-size: calc(var(--_usual) * 1px);
  }
  .gap {
    block-size: calc(var(--_high) * 1px);
    /* What stays in its place while rows come and go above it is a row. */
    overflow-anchor: none;
  }
  .off :is(.name, .c-role) {
    color: var(--_muted);
  }
  .open {
    margin-block: -2px;
    padding: 2px 0;
    border: 0;
    border-radius: 2px;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .open:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .label {
    display: none;
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    align-items: center;
  }
  .tag {
    max-inline-size: 160px;
  }
  .c-menu {
    justify-self: end;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 4px 16px;
    min-block-size: 44px;
    padding: 4px 16px;
    border-block-start: 1px solid var(--_border);
    font-size: var(--_13);
  }
  .foot strong {
    font-weight: 500;
  }
  .bone-row {
    display: grid;
    align-content: center;
    min-block-size: calc(32px + 2 * var(--_row));
    padding-inline: 16px;
    border-block-end: 1px solid var(--_border);
  }
  :is(.rows .row, .bone-row):last-child {
    border: 0;
  }
`;
