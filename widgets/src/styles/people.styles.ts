import { css } from 'lit';

/** A person (avatar, name over address), the four marks of a seat and the shapes of a status. */
export const people = css`
  .who {
    display: flex;
    align-items: center;
    gap: 12px;
    min-inline-size: 0;
  }
  .who > div {
    min-inline-size: 0;
  }
  .who .name {
    display: flex;
    align-items: center;
    gap: 6px;
    font-weight: 500;
  }
  .owned {
    display: inline-grid;
    color: var(--_muted);
  }
  .owned .i {
    inline-size: 14px;
    block-size: 14px;
  }
  .who .mail {
    display: block;
    font-size: var(--_13);
    line-height: 1.4;
    color: var(--_muted);
  }
  .avatar {
    --_turn: 0;
    display: inline-grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    flex: none;
    border: 1px solid transparent;
    border-radius: 50%;
    font-size: var(--_12);
    line-height: 1;
    font-weight: 600;
    background: light-dark(
      oklch(from var(--_accent) 0.94 0.03 calc(h + var(--_turn))),
      oklch(from var(--_accent) 0.33 0.04 calc(h + var(--_turn)))
    );
    color: light-dark(oklch(from var(--_accent) 0.4 0.07 calc(h + var(--_turn))), oklch(from var(--_accent) 0.88 0.05 calc(h + var(--_turn))));
  }
  .seat {
    display: inline-block;
    inline-size: 10px;
    block-size: 10px;
    flex: none;
    border: 1px solid transparent;
    border-radius: 3px;
  }
  .assigned {
    background: var(--_accent);
    border-color: var(--_ink);
  }
  .reserved {
    background: repeating-linear-gradient(135deg, var(--_accent) 0 2px, color-mix(in oklab, var(--_accent) 22%, var(--_surface)) 2px 5px);
    border-color: var(--_ink);
  }
  .consumed {
    --_used: color-mix(in oklab, var(--_muted) 68%, var(--_surface));
    background: var(--_used);
    border-color: var(--_used);
  }
  .free {
    background: var(--_sunken);
    border-color: var(--_field);
  }
  .missing {
    background: var(--_danger-soft);
    border: 1px dashed var(--_danger);
  }
  .state {
    display: flex;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
  }
  .state > .i {
    inline-size: 14px;
    block-size: 14px;
    margin-inline: -2px;
  }
  .state + .small {
    display: block;
    padding-inline-start: 18px;
  }
  .dot {
    display: inline-block;
    inline-size: 8px;
    block-size: 8px;
    margin-inline: 1px;
    flex: none;
    border: 1.5px solid currentColor;
    border-radius: 50%;
  }
  .dot.full {
    background: currentColor;
  }
  .good {
    color: color-mix(in oklab, light-dark(#12713f, #62d394) 94%, var(--_text));
  }
  .dot.dotted {
    border-style: dotted;
  }
  .dot.dash {
    block-size: 2px;
    border-width: 1px;
    border-radius: 1px;
  }
  @media (forced-colors: active) {
    .seat,
    .bar > i {
      forced-color-adjust: none;
      border-color: CanvasText;
    }
    .assigned {
      background: Highlight;
    }
    .reserved {
      background: repeating-linear-gradient(135deg, Highlight 0 2px, Canvas 2px 5px);
    }
    .consumed {
      background: CanvasText;
    }
    .free,
    .missing {
      background: Canvas;
    }
    .missing {
      border: 1px dashed CanvasText;
    }
    .dot.full {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .avatar {
      border-color: CanvasText;
    }
  }
`;
