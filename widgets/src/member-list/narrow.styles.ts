import { css } from 'lit';

/** The layouts of the list where its columns do not fit beside each other. */
export const narrow = css`
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
  .table:not(.wide) .heads .row {
    display: flex;
    flex-wrap: wrap;
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

  /* Every value with its label. */
  .named .rows .row {
    align-items: start;
    padding-block: 12px;
    overflow-wrap: anywhere;
  }
  .named .rows .row > .none {
    display: none;
  }
  .named .label {
    display: block;
    font-size: var(--_12);
    line-height: 1.6;
    color: var(--_muted);
  }
  .named .tag {
    max-inline-size: 100%;
  }
  .tiles .rows .row {
    grid-template-columns: minmax(0, 1.6fr) repeat(3, minmax(0, 1fr)) 32px;
    padding-block-end: 4px;
  }
  /* Not a gap: the name and the menu stand beside as many lines as there may be, and those left empty would keep theirs. */
  .tiles .row > :not(.c-name, .c-menu) {
    padding-block-end: 8px;
  }
  .tiles .c-name {
    grid-area: 1 / 1 / span 5;
  }
  .tiles .c-menu {
    grid-area: 1 / 5 / span 5;
  }
  .cards .rows .row {
    grid-template-columns: minmax(0, 1fr) 32px;
    row-gap: 4px;
  }
  .cards .row > :not(.c-name, .c-menu) {
    order: 3;
    grid-column: 1 / -1;
    display: grid;
    grid-template-columns: minmax(72px, 32%) minmax(0, 1fr);
    gap: 0 8px;
    padding-inline-start: 44px;
    font-size: var(--_13);
    color: var(--_text);
  }
  .cards .row > .c-status {
    order: 1;
  }
  .cards .row > .c-seat {
    order: 2;
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
