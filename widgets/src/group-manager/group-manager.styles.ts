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
  .bones {
    padding: 16px 24px;
  }
  .bone-row {
    padding: 12px 20px;
    min-block-size: 56px;
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
  }
  @media (forced-colors: active) {
    .entry[aria-current] {
      border-color: Highlight;
    }
  }
`;
