import { css } from 'lit';

/** A field that finds things, and what it found below it. */
export const finder = css`
  .finder .found {
    margin-block-start: 4px;
    padding: 4px;
    max-block-size: 220px;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .finder .found button {
    display: flex;
    align-items: center;
    gap: 10px;
    inline-size: 100%;
    min-block-size: max(32px, var(--_control));
    padding: 4px 8px;
    border: 0;
    border-radius: calc(var(--_radius) - 1px);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .finder .found button:is(:hover, :focus) {
    background: var(--_hover);
  }
  .finder .found button:focus-visible {
    outline-offset: -2px;
  }
  .finder .found bdi {
    flex: 1;
    min-inline-size: 0;
  }
  .finder .found .i {
    color: var(--_muted);
  }
  .finder > .small {
    padding: 8px;
  }
`;
