import { css } from 'lit';

/** What became of people: a sentence, four figures, a list. */
export const outcomes = css`
  dialog.small-dialog {
    inline-size: min(600px, 100vw - 24px);
  }
  dialog.small-dialog header h2 {
    font-size: var(--_20);
    line-height: 1.4;
    letter-spacing: -0.01em;
  }
  dialog h2:focus {
    outline: none;
  }
  .lead {
    color: var(--_muted);
  }
  .tally {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    margin-inline: -24px;
    border-block: 1px solid var(--_border);
  }
  .tally > div {
    display: flex;
    flex-direction: column-reverse;
    justify-content: flex-end;
    padding: 12px 16px;
  }
  .tally > div:first-child {
    padding-inline-start: 24px;
  }
  .tally > div + div {
    border-inline-start: 1px solid var(--_border);
  }
  .tally dt {
    font-size: var(--_12);
    line-height: 1.34;
    color: var(--_muted);
  }
  .tally dd {
    font-size: var(--_20);
    line-height: 1.4;
    font-weight: 600;
  }
  .tally .none dd {
    color: var(--_muted);
    font-weight: 400;
  }
  .tally + .outcomes {
    margin-block-start: -16px;
  }
  .outcomes {
    margin-inline: -24px;
  }
  .outcomes li {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 44px;
    padding: 8px 24px;
  }
  .outcomes > li:has(details[open]) {
    align-items: flex-start;
  }
  .outcomes > li + li {
    border-block-start: 1px solid var(--_border);
  }
  .outcomes li > div {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .outcomes .dot {
    color: var(--_muted);
  }
  .outcomes .address {
    display: block;
  }
  .outcomes .link {
    flex: none;
  }
  .outcomes summary {
    inline-size: fit-content;
    min-block-size: 24px;
    padding: 0;
    font: inherit;
    cursor: pointer;
  }
  .outcomes .all {
    max-block-size: 280px;
    margin-block: 4px;
    overflow: auto;
  }
  .outcomes .all li {
    min-block-size: 32px;
    padding: 4px 0;
  }
  .body > .button {
    justify-self: center;
  }
  @container (max-width: 420px) {
    .tally,
    .outcomes {
      margin-inline: -16px;
    }
    .tally {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .tally > div,
    .tally > div:first-child,
    .outcomes > li {
      padding-inline: 16px;
    }
    .outcomes > li {
      flex-wrap: wrap;
    }
    .outcomes > li > div {
      flex-basis: calc(100% - 40px);
    }
    .outcomes > li > .link {
      margin-inline-start: 28px;
    }
    .tally > div:nth-child(3) {
      border-inline-start: 0;
    }
    .tally > div:nth-child(n + 3) {
      border-block-start: 1px solid var(--_border);
    }
  }
`;
