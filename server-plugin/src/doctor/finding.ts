/** What a check found. `fix` says what to do when it is not `ok`. */
export interface Finding {
  readonly status: 'ok' | 'warning' | 'error';
  readonly detail: string;
  readonly fix?: string;
}

export const ok = (detail: string): Finding => ({ status: 'ok', detail });
export const warning = (detail: string, fix: string): Finding => ({ status: 'warning', detail, fix });
export const error = (detail: string, fix: string): Finding => ({ status: 'error', detail, fix });
