import { html, type TemplateResult } from 'lit';

const paths = {
  plus: 'M8 3v10M3 8h10',
  search: 'M11.5 7a4.5 4.5 0 1 1-9 0a4.5 4.5 0 1 1 9 0M10.5 10.5l3 3',
  dots: 'M3 8h.01M8 8h.01M13 8h.01',
  close: 'M4 4l8 8M12 4l-8 8',
  back: 'M10 3L5 8l5 5',
  warn: 'M8 2.5L14.5 13.5H1.5zM8 6.5v3M8 11.5v.01',
  check: 'M3 8.5l3.5 3.5L13 4.5',
  mail: 'M2 4h12v8.5H2zM2 4.5l6 4.5l6-4.5',
  undo: 'M5.5 3L2.5 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H6',
  people: 'M8.5 5.5a2.5 2.5 0 1 1-5 0a2.5 2.5 0 1 1 5 0M1.5 13a4.5 4.5 0 0 1 9 0M10.5 3.2a2.5 2.5 0 0 1 0 4.6M12 9.5a4.5 4.5 0 0 1 2.5 3.5',
  lock: 'M3 7h10v6.5H3zM5 7V5a3 3 0 0 1 6 0v2',
  link: 'M6.5 9.5l3-3M7 4.5L8.5 3A3.2 3.2 0 0 1 13 7.5L11.5 9M9 11.5L7.5 13A3.2 3.2 0 0 1 3 8.5L4.5 7',
  pen: 'M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3zM9 4.7l2.3 2.3',
  off: 'M13.5 8a5.5 5.5 0 1 1-11 0a5.5 5.5 0 1 1 11 0M4.2 4.2l7.6 7.6',
  bin: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5',
  key: 'M8 5.5a2.7 2.7 0 1 1-5.4 0a2.7 2.7 0 1 1 5.4 0M7.3 7.3l6 6M11 11l1.5-1.5',
} as const;

export type IconName = keyof typeof paths;

/** A drawing beside a word; never the only bearer of a meaning. */
export const icon = (name: IconName, classes = ''): TemplateResult =>
  html`<svg class="i ${classes}" viewBox="0 0 16 16" aria-hidden="true"><path d=${paths[name]} /></svg>`;
