import { css } from 'lit';

export const styles = css`
  .meter + .meter {
    border-block-start: 1px solid var(--_border);
  }
  .bone-row {
    display: grid;
    align-content: center;
    min-block-size: 116px;
    padding: 16px 20px;
  }
  :is(details, .foot):not(:first-child) {
    border-block-start: 1px solid var(--_border);
  }
  .foot {
    padding: 8px 20px;
  }
  summary {
    padding: 12px 20px;
    cursor: pointer;
  }
  summary:focus-visible {
    outline-offset: -2px;
  }
`;
