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
    grid-template-columns:
      minmax(200px, 2.1fr) minmax(96px, 0.8fr) minmax(148px, 1.3fr) minmax(128px, 0.95fr) minmax(168px, 1.35fr)
      minmax(104px, 0.8fr) 40px;
    gap: 0 16px;
    align-items: center;
    padding-inline: 16px 8px;
    border-block-end: 1px solid var(--_border);
  }
  .row > * {
    min-inline-size: 0;
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
  @container (max-width: 1000px) {
    .heads {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .heads:focus-within {
      position: static;
      inline-size: auto;
      block-size: auto;
      clip-path: none;
    }
    .rows .row {
      grid-template: 'who role seat status menu' auto 'who groups seat seen menu' 1fr / minmax(0, 1.6fr) minmax(0, 1.2fr) minmax(0, 1.1fr) minmax(
          0,
          1.1fr
        ) 32px;
      align-items: start;
      row-gap: 2px;
      padding-block: var(--_row);
    }
    .c-who {
      grid-area: who;
    }
    .c-role {
      grid-area: role;
    }
    .c-seat {
      grid-area: seat;
    }
    .c-status {
      grid-area: status;
    }
    .c-groups {
      grid-area: groups;
    }
    .c-seen {
      grid-area: seen;
      padding-inline-start: 18px;
      font-size: var(--_12);
      color: var(--_muted);
    }
    .c-seen.none {
      display: none;
    }
    .row:has(.c-seen.none) .c-status {
      grid-row: 1 / 3;
    }
    .c-menu {
      grid-area: menu;
      margin-block-start: -4px;
    }
  }

  /* A card a row, every value with its label. */
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
    .rows .row {
      grid-template: 'who menu' auto 'status status' auto 'seat seat' auto 'role role' auto 'groups groups' auto 'seen seen' auto / minmax(
          0,
          1fr
        ) 32px;
      row-gap: 4px;
      padding-block: 12px;
    }
    .rows .row > :not(.c-who, .c-menu) {
      display: grid;
      grid-template-columns: minmax(72px, 32%) minmax(0, 1fr);
      gap: 0 8px;
      padding-inline-start: 44px;
      font-size: var(--_13);
      color: var(--_text);
    }
    .rows .row > .none {
      display: none;
    }
    .row:has(.c-seen.none) .c-status {
      grid-row: auto;
    }
    .label {
      display: block;
      font-size: var(--_12);
      line-height: 1.6;
      color: var(--_muted);
    }
    .tag {
      max-inline-size: 100%;
    }
  }
`;
