import { css } from 'lit';

export const styles = css`
  dialog {
    position: fixed;
    inset: 0;
    inset-inline-start: auto;
    inline-size: min(480px, 100vw);
    max-inline-size: 100vw;
    block-size: 100dvh;
    max-block-size: 100dvh;
    margin: 0;
    border-width: 0;
    border-inline-start-width: 1px;
    border-radius: 0;
  }
  dialog[open] {
    animation: slide 160ms cubic-bezier(0.2, 0, 0, 1);
  }
  @keyframes slide {
    from {
      translate: 24px;
      opacity: 0;
    }
  }
  dialog header {
    align-items: center;
    padding-block-end: 4px;
  }
  dialog header .small {
    flex: 1;
  }
  .identity {
    display: flex;
    gap: 16px;
    padding: 0 24px 16px;
    border-block-end: 1px solid var(--_border);
  }
  .identity > div {
    display: grid;
    gap: 2px;
    align-content: start;
    min-inline-size: 0;
  }
  .identity h2 {
    font-size: var(--_20);
    line-height: 1.4;
  }
  .identity h2:focus,
  h3:focus {
    outline: none;
  }
  .avatar {
    inline-size: 48px;
    block-size: 48px;
    font-size: var(--_16);
  }
  dialog .body {
    flex: 1;
    align-content: start;
    gap: 0;
    padding-block: 0 24px;
  }
  .body:focus-visible {
    outline-offset: -2px;
  }
  .body > .note {
    margin-block-start: 16px;
  }
  section {
    display: grid;
    gap: 12px;
    padding-block: 20px;
  }
  section + section {
    border-block-start: 1px solid var(--_border);
  }
  h3 {
    font-size: var(--_16);
    line-height: 1.5;
  }
  form,
  fieldset {
    display: grid;
    gap: 12px;
  }
  fieldset {
    gap: 4px;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(170px, 100%), 1fr));
    gap: 12px;
    align-items: start;
  }
  .locked {
    position: relative;
    display: block;
  }
  .locked .i {
    position: absolute;
    inset-block-start: calc(50% - 8px);
    inset-inline-end: 10px;
    color: var(--_muted);
  }
  .field[readonly] {
    background: var(--_sunken);
    border-color: var(--_border);
  }
  .locked .field[readonly] {
    padding-inline-end: 34px;
    text-overflow: ellipsis;
  }
  .facts > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    min-block-size: 44px;
    padding-block: 6px;
  }
  .facts > li + li {
    border-block-start: 1px solid var(--_border);
  }
  .facts > li > :is(div:not(.asked), bdi) {
    flex: 1 1 140px;
    min-inline-size: 0;
  }
  .facts div > .small {
    display: block;
  }
  .facts .seat {
    align-self: flex-start;
    margin-block-start: 5px;
  }
  .facts select {
    flex: 0 1 auto;
    inline-size: auto;
    max-inline-size: 190px;
  }
  .facts label,
  .facts div > label.small {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 24px;
    cursor: pointer;
  }
  .facts .link {
    font-size: var(--_13);
  }
  .pairs {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 4px 16px;
    font-size: var(--_13);
  }
  .pairs dt {
    color: var(--_muted);
  }
  .buttons,
  .link-row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .link-row .field {
    flex: 1 1 180px;
    inline-size: auto;
  }
  .asked {
    display: grid;
    gap: 12px;
    margin-block: 4px 8px;
    padding: 16px;
    border-radius: var(--_round);
    background: var(--_sunken);
  }
  .facts :is(.asked, .note) {
    flex: 1 0 100%;
  }
  .asked .happens {
    background: var(--_surface);
  }
  .asked .buttons {
    justify-content: flex-end;
  }
  dialog footer .start {
    flex: 1 1 120px;
    margin-inline: 0;
  }
  dialog footer .note {
    flex: 1 0 100%;
    order: -1;
  }
  @container (max-width: 420px) {
    .identity {
      padding-inline: 16px;
    }
    .facts select {
      flex: 1 1 auto;
    }
    dialog footer .start:not(:empty) {
      flex-basis: 100%;
    }
  }
`;
