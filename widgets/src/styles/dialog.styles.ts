import { css } from 'lit';

/** Modal dialogs. */
export const dialogs = css`
  dialog {
    padding: 0;
    inline-size: min(480px, 100vw - 24px);
    max-block-size: calc(100dvh - 24px);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 2);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_float);
    container-type: inline-size;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: light-dark(rgb(20 24 33 / 0.38), rgb(0 0 0 / 0.6));
  }
  dialog > form {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  dialog header {
    display: flex;
    align-items: flex-start;
    gap: 12px;
    padding-block: 16px 8px;
    padding-inline: 24px 12px;
  }
  dialog header h2 {
    flex: 1;
    font-size: var(--_16);
    line-height: 1.5;
  }
  dialog .body {
    display: grid;
    gap: 16px;
    /* Room above for the focus ring of what comes first. */
    padding: 4px 24px 20px;
    overflow: auto;
  }
  dialog footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    align-items: center;
    gap: 8px;
    padding: 12px 24px;
    border-block-start: 1px solid var(--_border);
  }
  dialog footer .start {
    margin-inline: -12px auto;
  }
  /* Another way out has a line of its own, or the two buttons would part in languages of long words. */
  dialog footer button.start {
    flex: 1 0 100%;
    justify-content: flex-start;
  }
  /* Inside a dialog a toast takes its place in the flow and covers nothing. */
  dialog .toast {
    position: relative;
    inset: auto;
    flex: none;
    margin: 8px 24px;
    box-shadow: none;
  }
  @container (width < 480px) {
    dialog .toast {
      margin-inline: 16px;
    }
  }
  .happens {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .happens li {
    display: flex;
    gap: 12px;
    padding: 12px;
  }
  .happens li + li {
    border-block-start: 1px solid var(--_border);
  }
  .happens .seat {
    margin: 5px 3px 0;
  }
  .happens .i {
    margin-block-start: 2px;
    color: var(--_muted);
  }
  .happens b {
    display: block;
    font-weight: 500;
  }
  .happens p {
    font-size: var(--_13);
    color: var(--_muted);
  }
  @container (max-width: 420px) {
    dialog header,
    dialog .body,
    dialog footer {
      padding-inline: 16px;
    }
    dialog footer .button {
      flex: 1 1 auto;
    }
  }
`;
