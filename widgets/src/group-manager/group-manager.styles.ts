import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  .groups {
    display: grid;
    grid-template-columns: minmax(232px, 300px) minmax(0, 1fr);
    min-block-size: 420px;
    overflow: clip;
  }
  .list {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    border-inline-end: 1px solid var(--_border);
    background: var(--_sunken);
  }
  .list > header {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px;
    align-items: center;
    padding: 12px;
  }
  .list h2 {
    padding-inline-start: 4px;
  }
  .list .search {
    grid-column: 1 / -1;
  }
  .list ul {
    display: grid;
    gap: 2px;
    padding: 0 8px 8px;
  }
  .list .nothing {
    padding: 8px 20px;
  }
  .entry {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 8px;
    inline-size: 100%;
    padding: 8px;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .entry:hover {
    background: var(--_hover);
  }
  .entry[aria-current] {
    background: var(--_surface);
    border-color: var(--_border);
    box-shadow: var(--_raise);
  }
  .entry:focus-visible {
    outline-offset: -2px;
  }
  .entry > bdi {
    font-weight: 500;
  }
  .entry > .small:nth-child(2) {
    align-self: center;
  }
  .entry :is(.bar, .counts) {
    grid-column: 1 / -1;
  }
  .entry .bar {
    margin-block: 3px 1px;
  }
  .detail {
    min-inline-size: 0;
    padding-block-end: 16px;
  }
  .detail > header {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
    padding: 16px 24px 12px;
  }
  .detail > header > div {
    flex: 1 1 200px;
    min-inline-size: 0;
  }
  .detail > header > .button {
    max-inline-size: min(100%, 320px);
  }
  .detail h2 {
    font-size: var(--_20);
    line-height: 1.4;
    letter-spacing: -0.01em;
  }
  .detail h2:focus {
    outline: none;
  }
  .detail .meter {
    padding: 0 24px 16px;
  }
  .back {
    display: none;
  }
  .adder {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px;
    padding: 16px 24px 8px;
    border-block-start: 1px solid var(--_border);
  }
  .adder > select {
    max-inline-size: 180px;
  }
  .adder > :is(p, .found) {
    grid-column: 1 / -1;
  }
  .found .person:first-of-type {
    border-block-start: 0;
  }
  .people-block {
    padding: 12px 24px 4px;
  }
  .people-block h3 {
    padding-block-end: 4px;
    font-size: var(--_13);
  }
  .people-block h3 + p {
    padding-block: 8px;
    border-block-start: 1px solid var(--_border);
  }
  .person {
    display: grid;
    grid-template-columns: minmax(180px, 1.4fr) minmax(0, 1fr) 32px;
    gap: 4px 16px;
    align-items: center;
    min-block-size: 52px;
    padding-block: 6px;
    border-block-start: 1px solid var(--_border);
  }
  .found .person {
    grid-template-columns: minmax(0, 1fr) auto;
  }
  .person > .icon-button {
    grid-column: 3;
    justify-self: end;
  }
  .grant {
    display: flex;
    gap: 10px;
    align-items: center;
    cursor: pointer;
  }
  .grant .small {
    display: block;
  }
  .bold {
    stroke-width: 2.4;
  }
  .bones {
    padding: 16px 24px;
  }
  .bone-row {
    padding: 12px 20px;
    min-block-size: 56px;
  }
  @container (max-width: 840px) {
    .person:not(.found *) {
      grid-template-columns: minmax(0, 1fr) 32px;
    }
    .person > .fact {
      grid-area: 2 / 1 / auto / -1;
      padding-inline-start: 44px;
    }
    .person > .fact:empty {
      display: none;
    }
    .person > .icon-button {
      grid-area: 1 / 2;
    }
  }
  @container (max-width: 640px) {
    .groups {
      grid-template-columns: minmax(0, 1fr);
      min-block-size: 0;
    }
    .groups[data-pane='detail'] .list,
    .groups[data-pane='list'] .detail {
      display: none;
    }
    .list {
      border-inline-end: 0;
    }
    .back {
      display: inline-flex;
      flex-basis: 100%;
      justify-content: flex-start;
      margin-inline-start: -8px;
    }
    .detail > header,
    .detail .meter,
    .adder,
    .people-block {
      padding-inline: 16px;
    }
  }
  @container (max-width: 420px) {
    .adder {
      grid-template-columns: minmax(0, 1fr);
    }
    .adder > select {
      max-inline-size: none;
    }
  }
  @media (forced-colors: active) {
    .entry[aria-current] {
      border-color: Highlight;
    }
  }
`;
