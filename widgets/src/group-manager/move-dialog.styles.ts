import { css } from 'lit';

export const styles = css`
  .groups {
    display: grid;
    max-block-size: 232px;
    overflow-y: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .groups label {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 12px;
    align-items: center;
    min-block-size: var(--_control);
    padding: 4px 12px;
    cursor: pointer;
  }
  .groups label:hover {
    background: var(--_hover);
  }
  .groups label:has(:checked) {
    background: var(--_soft);
  }
  .groups label + label {
    border-block-start: 1px solid var(--_border);
  }
  .groups bdi {
    overflow-wrap: anywhere;
  }
  .groups p {
    padding: 8px 12px;
    border-block-start: 1px solid var(--_border);
  }
`;
