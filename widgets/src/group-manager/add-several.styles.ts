import { css } from 'lit';

export const styles = css`
  .rows {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .rows li {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    align-items: center;
    justify-content: space-between;
    min-block-size: 40px;
    padding: 6px 12px;
  }
  .rows li + li {
    border-block-start: 1px solid var(--_border);
  }
  .who-text {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .who-text .small {
    display: block;
  }
  .said {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }
  .said .i {
    inline-size: 14px;
    block-size: 14px;
  }
  .note .seat {
    margin-block-start: 4px;
  }
  .note .link {
    margin-inline-start: 4px;
  }
`;
