import { css } from 'lit';

export const styles = css`
  .frame {
    container-type: inline-size;
  }
  .groups {
    display: grid;
    grid-template-columns: minmax(232px, 300px) minmax(0, 1fr);
    min-block-size: 420px;
    overflow: clip;
  }
  .list {
    min-inline-size: 0;
    border-inline-end: 1px solid var(--_border);
    background: var(--_sunken);
  }
  /* Many groups scroll by themselves, beside the people of the chosen one, who scroll with the page. */
  .pane {
    position: sticky;
    inset-block-start: 0;
    display: flex;
    flex-direction: column;
    max-block-size: 100dvh;
  }
  .pane > header {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px;
    align-items: center;
    padding: 12px;
  }
  .list h2 {
    align-content: center;
    min-block-size: var(--_control);
    padding-inline-start: 4px;
  }
  .list .search,
  .pane ::slotted(*) {
    grid-column: 1 / -1;
  }
  .scroll {
    min-block-size: 0;
    padding: 0 8px;
    overflow-y: auto;
  }
  .list li {
    padding-block-end: 2px;
  }
  .list li:has(.entry) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 64px;
  }
  .list .nothing {
    padding: 8px 12px;
  }
  .turn {
    flex: none;
    justify-content: flex-start;
    margin: 4px 8px 8px;
    padding-inline: 8px;
    color: var(--_muted);
    font-weight: 400;
  }
  .more {
    block-size: 1px;
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
      --_back: inline-flex;
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
    .pane {
      position: static;
      max-block-size: none;
    }
  }
  @media (forced-colors: active) {
    .entry[aria-current] {
      border-color: Highlight;
    }
  }
`;
