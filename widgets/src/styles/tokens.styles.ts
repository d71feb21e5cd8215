import { css } from 'lit';

/**
 * The ten properties a host may set, read once, and what follows from them. Names with `--_` are private; those with `--_host-` are what
 * `appearance="inherit"` has found.
 */
export const tokens = css`
  :host {
    --_accent: var(--seatkit-accent, var(--_host-accent, light-dark(#2456c4, #9ab6ff)));
    --_surface: var(--seatkit-surface, var(--_host-surface, light-dark(#fff, #17191e)));
    --_text: var(--seatkit-text, var(--_host-text, light-dark(#1b1f27, #e9ebef)));
    --_muted: var(--seatkit-muted, var(--_host-muted, light-dark(#596170, #a3abb9)));
    --_border: var(--seatkit-border, var(--_host-border, light-dark(#e1e4e9, #2d323b)));
    --_danger: var(--seatkit-danger, var(--_host-danger, light-dark(#b3261e, #ff9a90)));
    --_radius: var(--seatkit-radius, var(--_host-radius, 6px));
    --_font: var(--seatkit-font, var(--_host-font, 400 14px/20px system-ui, sans-serif));
    --_density: var(--seatkit-density, var(--_host-density, 1));

    /* Lightness is clamped so that text stays legible whatever brand colour comes in. */
    --_ink: light-dark(oklch(from var(--_accent) min(l, 0.5) c h), oklch(from var(--_accent) max(l, 0.78) c h));
    --_focus: var(--seatkit-focus, var(--_host-focus, var(--_ink)));
    --_on-accent: oklch(from var(--_accent) clamp(0, (0.57 - l) * 1000, 1) 0 0);
    --_sunken: color-mix(in oklab, var(--_text) 3%, var(--_surface));
    --_hover: color-mix(in oklab, var(--_text) 4.5%, var(--_surface));
    --_pressed: color-mix(in oklab, var(--_text) 9%, var(--_surface));
    --_soft: color-mix(in oklab, var(--_accent) 12%, var(--_surface));
    --_edge: color-mix(in oklab, var(--_text) 12%, var(--_border));
    --_field: color-mix(in oklab, var(--_muted) 72%, var(--_surface));
    --_danger-soft: color-mix(in oklab, var(--_danger) 9%, var(--_surface));
    --_warn: color-mix(in oklab, light-dark(#855300, #efbd5c) 94%, var(--_text));
    --_raise: 0 1px 2px light-dark(rgb(16 20 30 / 0.05), rgb(0 0 0 / 0.3));
    --_float: 0 1px 2px light-dark(rgb(16 20 30 / 0.06), rgb(0 0 0 / 0.4)), 0 10px 28px -6px light-dark(rgb(16 20 30 / 0.18), rgb(0 0 0 / 0.65));

    --_12: 0.8572em;
    --_13: 0.9286em;
    --_16: 1.1429em;
    --_20: 1.4286em;
    --_row: calc(12px * var(--_density));
    --_control: max(28px, calc(32px * var(--_density)));
    --_round: calc(var(--_radius) * 1.5);
    --_quick: 120ms cubic-bezier(0.2, 0, 0.2, 1);

    display: block;
    -webkit-font-smoothing: antialiased;

    /* What would be inherited from the page. Important, because a page's "* { … }" finds the element itself and would win. */
    font: var(--_font) !important;
    color: var(--_text) !important;
    accent-color: var(--_accent) !important;
    caret-color: auto !important;
    text-align: start !important;
    text-align-last: auto !important;
    hyphens: manual !important;
    letter-spacing: normal !important;
    word-spacing: normal !important;
    text-indent: 0 !important;
    text-transform: none !important;
    text-shadow: none !important;
    white-space: normal !important;
    word-break: normal !important;
    cursor: auto !important;
    -webkit-text-fill-color: currentColor !important;
    -webkit-text-stroke: 0 !important;
  }
  :host([hidden]) {
    display: none;
  }
  @media (pointer: coarse) {
    :host {
      --_control: 40px;
    }
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  /* Words and names of another direction than the page's keep their own order, and still start where the page starts. */
  * {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  :where(span, b, strong, p, h2, h3, dt, dd, legend, summary, bdi) {
    unicode-bidi: plaintext;
  }
  [hidden] {
    display: none !important;
  }
  :where(h2, h3, h4, p, ul, ol, dl, dd, fieldset) {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  :where(ul, ol) {
    list-style: none;
  }
  :where(h2, h3, h4) {
    font-size: inherit;
    font-weight: 600;
  }
  :where(h2, h3, p, li, button, label, dt, dd) {
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .hush {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .num {
    font-variant-numeric: tabular-nums;
  }
  .clip {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    min-inline-size: 0;
  }
  .small {
    font-size: var(--_12);
    line-height: 1.34;
    color: var(--_muted);
  }
  .danger {
    color: var(--_danger);
  }
  .warn {
    color: var(--_warn);
  }
  .card {
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_round);
    box-shadow: var(--_raise);
  }
  .i {
    inline-size: 16px;
    block-size: 16px;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .bold {
    stroke-width: 2.4;
  }
  .flip:dir(rtl) {
    scale: -1 1;
  }
  @media (prefers-reduced-motion: reduce) {
    :not(.slow),
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
  }
`;
