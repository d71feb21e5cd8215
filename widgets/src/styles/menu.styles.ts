import { css } from 'lit';

/** Menus, and other small things that a button opens beside it. */
export const menus = css`
  .menu {
    position: fixed;
    inset: 0 auto auto 0;
    margin: 0;
    padding: 4px;
    min-inline-size: 208px;
    max-inline-size: min(320px, 100vw - 16px);
    max-block-size: var(--_room);
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_round);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_float);
    translate: var(--_x, 0) var(--_y, 0);
  }
  .menu hr {
    margin: 4px -4px;
    border: 0;
    border-block-start: 1px solid var(--_border);
  }
  .menu button {
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
  .menu button:is(:hover, :focus) {
    background: var(--_hover);
  }
  .menu button:focus-visible {
    outline-offset: -2px;
  }
  .menu button:not(.danger) .i {
    color: var(--_muted);
  }
  .menu .danger {
    color: var(--_danger);
  }
  @media (forced-colors: active) {
    .menu {
      border-color: CanvasText;
    }
  }
`;
