import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
    padding: 16px 24px 12px;
  }
  header > div {
    flex: 1 1 200px;
    min-inline-size: 0;
  }
  header > .button {
    max-inline-size: min(100%, 320px);
  }
  h2 {
    font-size: var(--_20);
    line-height: 1.4;
    letter-spacing: -0.01em;
  }
  h2:focus {
    outline: none;
  }
  .meter {
    padding: 0 24px 16px;
  }
  /* Shown where the list is not. */
  .back {
    display: var(--_back, none);
    flex-basis: 100%;
    justify-content: flex-start;
    margin-inline-start: -8px;
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
  .chunk {
    block-size: var(--_high);
  }
  .end {
    padding-block: 8px;
  }
  section > .end {
    padding-inline: 24px;
  }
  section > .note {
    margin: 0 24px 16px;
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
    grid-template-columns: minmax(0, 1fr) auto auto;
  }
  .found .button {
    grid-column: 2 / -1;
  }
  .person > .icon-button {
    grid-column: 3;
    justify-self: end;
  }
  .icon-button .bold {
    stroke-width: 2.4;
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
  .bones {
    padding: 16px 24px;
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
      grid-area: 1 / -2;
    }
  }
  @container (max-width: 640px) {
    header,
    .meter,
    .adder,
    .people-block {
      padding-inline: 16px;
    }
  }
  @container (max-width: 420px) {
    header > div {
      flex-basis: 100%;
    }
    header > .button:not(.back) {
      flex: 1 1 0;
      min-inline-size: 0;
      max-inline-size: none;
    }
    .adder {
      grid-template-columns: minmax(0, 1fr);
    }
    .adder > select {
      max-inline-size: none;
    }
    .found .person > .small {
      grid-area: 2 / 1 / auto / -1;
      padding-inline-start: 44px;
    }
  }
`;
