import { css } from 'lit';

export const styles = css`
  .title {
    padding: 6px 8px;
    font-size: var(--_12);
    font-weight: 500;
    color: var(--_muted);
  }
  .search {
    margin: 0 4px 4px;
  }
  .choices {
    max-block-size: min(336px, 50vh);
    overflow: auto;
  }
  .choices > .small {
    padding: 8px;
  }
  .choices label {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: max(32px, var(--_control));
    padding: 4px 8px;
    border-radius: calc(var(--_radius) - 1px);
    cursor: pointer;
  }
  .choices label:hover {
    background: var(--_hover);
  }
  .menu button > span {
    flex: 1;
    min-inline-size: 0;
  }
  .menu button .small {
    display: block;
  }
  .i.off {
    visibility: hidden;
  }
  .menu :focus-visible {
    outline-offset: -2px;
  }
`;
