import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  .toolbar {
    display: grid;
    gap: 12px;
    padding: 12px 16px;
    border-block-end: 1px solid var(--_border);
  }
  .toolbar-row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .toolbar-row .search {
    flex: 1 1 220px;
    max-inline-size: 360px;
  }
  .toolbar-row .end {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-inline-start: auto;
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
    display: inline-flex;
    gap: 6px;
    min-block-size: 28px;
    align-items: center;
    margin-inline-start: -6px;
    padding: 0 6px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
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
  .rows .row:hover {
    background: var(--_hover);
  }
  .rows .row:last-child {
    border-block-end: 0;
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
  .bold {
    stroke-width: 2.4;
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
  .bone-row:last-child {
    border: 0;
  }

  /* Two lines a row. */
  .table:not(.wide) .heads {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .table:not(.wide) .heads:focus-within {
    position: static;
    inline-size: auto;
    block-size: auto;
    clip-path: none;
  }
  .lines .rows .row {
    grid-template:
      'name role seat status menu' auto 'name groups seat seen menu' 1fr / minmax(0, 1.6fr) minmax(0, 1.2fr) minmax(0, 1.1fr)
      minmax(0, 1.1fr) 32px;
    align-items: start;
    row-gap: 2px;
    padding-block: var(--_row);
  }
  .lines .c-name {
    grid-area: name;
  }
  .lines .c-role {
    grid-area: role;
  }
  .lines .c-seat {
    grid-area: seat;
  }
  .lines .c-status {
    grid-area: status;
  }
  .lines .c-groups {
    grid-area: groups;
  }
  .lines .c-seen {
    grid-area: seen;
    padding-inline-start: 18px;
    font-size: var(--_12);
    color: var(--_muted);
  }
  .lines .c-seen.none {
    display: none;
  }
  .lines .row:has(.c-seen.none) .c-status {
    grid-row: 1 / 3;
  }
  .lines .c-menu {
    grid-area: menu;
    margin-block-start: -4px;
  }

  /* A card a row, every value with its label. */
  .cards .rows .row {
    grid-template-columns: minmax(0, 1fr) 32px;
    row-gap: 4px;
    padding-block: 12px;
  }
  .cards .rows .row > :not(.c-name, .c-menu) {
    grid-column: 1 / -1;
    display: grid;
    grid-template-columns: minmax(72px, 32%) minmax(0, 1fr);
    gap: 0 8px;
    padding-inline-start: 44px;
    font-size: var(--_13);
    color: var(--_text);
  }
  .cards .rows .row > .none {
    display: none;
  }
  .cards .c-menu {
    grid-area: 1 / -2;
  }
  .cards .label {
    display: block;
    font-size: var(--_12);
    line-height: 1.6;
    color: var(--_muted);
  }
  .cards .tag {
    max-inline-size: 100%;
  }
  @container (max-width: 600px) {
    .toolbar-row .search {
      flex-basis: 100%;
      max-inline-size: none;
    }
    .toolbar-row .end {
      inline-size: 100%;
    }
    ::slotted(*) {
      flex: 1;
    }
  }
`;
