import { css } from 'lit';

/** The seat meter: a bar of four marks over its sum. */
export const meter = css`
  .meter {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding: 16px 20px;
    container-type: inline-size;
  }
  .meter-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 12px;
    overflow-wrap: anywhere;
  }
  .meter-head > * {
    min-inline-size: 0;
  }
  .meter-head .link {
    margin-inline-start: auto;
  }
  .meter-head .warn .i {
    inline-size: 14px;
    block-size: 14px;
    margin-inline-end: 4px;
    vertical-align: -2px;
  }
  .meter.shut > .bar {
    opacity: 0.5;
  }
  .bar {
    display: flex;
    gap: 2px;
    block-size: 12px;
    border-radius: 6px;
    overflow: hidden;
  }
  .bar > i {
    flex: var(--_n, 1) 1 0;
    min-inline-size: 4px;
    border: 1px solid transparent;
    border-radius: 2px;
    transition: flex-grow 180ms;
  }
  .bar > .assigned,
  .bar > .reserved {
    border-color: var(--_ink);
  }
  .bar > .free {
    border-color: var(--_field);
  }
  .bar > i:first-child {
    border-start-start-radius: 6px;
    border-end-start-radius: 6px;
  }
  .bar > i:last-child {
    border-start-end-radius: 6px;
    border-end-end-radius: 6px;
  }
  .bar.thin {
    block-size: 6px;
    gap: 1px;
  }
  .bar.thin > i {
    min-inline-size: 3px;
  }
  .sum {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 0;
  }
  .sum > div {
    position: relative;
    display: grid;
    padding-inline-end: 40px;
  }
  .sum > div::after {
    content: attr(data-sign) / '';
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 14px;
    color: var(--_muted);
    font-size: var(--_16);
    line-height: 1.5;
  }
  .sum dt {
    order: 2;
    display: flex;
    align-items: center;
    gap: 6px;
    font-size: var(--_12);
    line-height: 1.34;
    color: var(--_muted);
  }
  .sum dd {
    font-size: var(--_16);
    line-height: 1.5;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  @container (max-width: 540px) {
    .meter-head .link {
      margin-inline-start: 0;
      flex-basis: 100%;
    }
    /* Two in a line under what was bought, in the same columns in every pool; a figure too long for its column stands below its word. */
    .sum {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0 16px;
    }
    .sum > div {
      display: flex;
      flex-wrap: wrap;
      gap: 0 8px;
      align-items: center;
      padding: 4px 0;
      border-block-start: 1px solid var(--_border);
    }
    .sum > div:first-child {
      grid-column: 1 / -1;
    }
    .sum > div::after {
      content: none;
    }
    .sum dt {
      order: 0;
    }
    .sum dd {
      margin-inline-start: auto;
      font-size: inherit;
    }
  }
  @container (max-width: 300px) {
    .sum {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
