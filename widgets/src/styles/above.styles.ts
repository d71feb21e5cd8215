import { css } from 'lit';

/** Toasts lie above the page without stopping it. */
export const above = css`
  .toast {
    position: fixed;
    inset: auto 24px calc(24px + 60px * var(--_lift, 0));
    margin: 0;
    margin-inline-end: auto;
    inline-size: fit-content;
    max-inline-size: min(560px, 100vw - 48px);
    padding: 8px;
    padding-inline-start: 16px;
    border: 1px solid transparent;
    border-radius: var(--_round);
    background: light-dark(#20242d, #e9ebef);
    color: light-dark(#f6f7f9, #1b1f27);
    box-shadow: var(--_float);
    overflow: clip;
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .toast :is(.button, .icon-button) {
    flex: none;
    border-color: color-mix(in oklab, currentColor 30%, transparent);
    background: none;
    color: inherit;
    box-shadow: none;
  }
  .toast .icon-button {
    border-color: transparent;
  }
  .toast :is(.button, .icon-button):hover {
    background: color-mix(in oklab, currentColor 12%, transparent);
  }
  .toast :focus-visible {
    outline-color: currentColor;
  }
  .toast::after {
    content: '';
    position: absolute;
    inset-block-end: 0;
    inset-inline-start: 0;
    inline-size: calc(var(--_left, 0) * 1%);
    block-size: 2px;
    background: currentColor;
    opacity: 0.55;
    transition: inline-size 1s linear;
  }
  .toast > .num {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  @media (max-width: 480px) {
    .toast {
      flex-wrap: wrap;
    }
    .toast > .num {
      flex-basis: calc(100% - 64px);
    }
    .toast > .button {
      margin-inline-start: auto;
    }
  }
  @media (forced-colors: active) {
    .toast {
      border-color: CanvasText;
    }
  }
`;
