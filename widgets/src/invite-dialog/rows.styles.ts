import { css } from 'lit';

/** The list of people to invite. */
export const rows = css`
  .found {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    overflow: clip;
  }
  .found details + details {
    border-block-start: 1px solid var(--_border);
  }
  summary {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 36px;
    padding: 4px 12px;
    font-size: var(--_13);
    font-weight: 500;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    content: '';
    flex: none;
    inline-size: 6px;
    block-size: 6px;
    margin-inline: auto 4px;
    border: solid var(--_muted);
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
    translate: 0 -2px;
  }
  details[open] > summary::after {
    rotate: 225deg;
    translate: 0 2px;
  }
  summary:hover {
    background: var(--_hover);
  }
  summary:focus-visible,
  .entry :focus-visible {
    outline-offset: -2px;
  }
  .entries {
    border-block-start: 1px solid var(--_border);
  }
  .entries.scrolls {
    max-block-size: 336px;
    overflow: auto;
  }
  .entry {
    display: grid;
    grid-template-columns: 36px minmax(0, 1fr) auto;
    gap: 0 4px;
    align-items: start;
    min-block-size: 32px;
    padding: 2px 4px;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 32px;
  }
  .entry.open {
    padding-block: 6px;
    content-visibility: visible;
  }
  .nr {
    padding-inline-end: 4px;
    text-align: end;
    font-size: var(--_12);
    line-height: 28px;
    color: var(--_muted);
  }
  .person {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 0 8px;
    inline-size: 100%;
    min-block-size: 28px;
    padding: 2px 4px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .person:hover {
    background: var(--_hover);
  }
  .person b {
    font-weight: 500;
  }
  .person .address {
    font-size: var(--_13);
    color: var(--_muted);
  }
  .person .i {
    inline-size: 14px;
    color: var(--_muted);
    opacity: 0;
  }
  .person:is(:hover, :focus-visible) .i {
    opacity: 1;
  }
  .entry p {
    padding: 0 4px 4px;
  }
  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1.7fr) minmax(0, 1fr) minmax(0, 1fr);
    gap: 4px;
    padding-block-end: 4px;
  }
  .fields .field {
    padding-inline: 8px;
  }
  .missed,
  .cut {
    background: color-mix(in oklab, var(--_danger) 5%, var(--_surface));
  }
  .cut {
    display: flex;
    gap: 8px;
    align-items: center;
    min-block-size: 28px;
    padding: 4px 12px;
    background: color-mix(in oklab, var(--_danger) 14%, var(--_surface));
    color: color-mix(in oklab, var(--_danger) 82%, var(--_text));
    font-size: var(--_12);
    font-weight: 500;
  }
  .cut.soft {
    background: color-mix(in oklab, var(--_warn) 14%, var(--_surface));
    color: color-mix(in oklab, var(--_warn) 70%, var(--_text));
  }
  .below {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0 12px;
  }
  .below > span {
    flex: 1 1 200px;
  }
  @container (max-width: 480px) {
    .fields {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .fields > :first-child {
      grid-column: 1 / -1;
    }
    .entry {
      grid-template-columns: 28px minmax(0, 1fr) auto;
    }
  }
`;
