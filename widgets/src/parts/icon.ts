import { html, type TemplateResult } from 'lit';

const paths = {
  plus: 'M8 3v10M3 8h10',
  search: 'M11.5 7a4.5 4.5 0 1 1-9 0a4.5 4.5 0 1 1 9 0M10.5 10.5l3 3',
  dots: 'M3 8h.01M8 8h.01M13 8h.01',
  close: 'M4 4l8 8M12 4l-8 8',
  back: 'M10 3L5 8l5 5',
  down: 'M4 6l4 4l4-4',
  columns: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10',
  filter: 'M2 4h12M4.5 8h7M7 12h2',
  warn: 'M8 2.5L14.5 13.5H1.5zM8 6.5v3M8 11.5v.01',
  link: 'M6.5 9.5l3-3M7 4.5L8.5 3A3.2 3.2 0 0 1 13 7.5L11.5 9M9 11.5L7.5 13A3.2 3.2 0 0 1 3 8.5L4.5 7',
} as const;

/** The drawings of what a page shows before anything is opened; the others are in `more-icons.ts`. */
export type FirstIconName = keyof typeof paths;

/** A drawing beside a word; never the only bearer of a meaning. */
export const icon = (name: FirstIconName, classes = ''): TemplateResult => drawing(paths[name], classes);

export const isFirst = (name: string): name is FirstIconName => name in paths;

export const drawing = (path: string, classes: string): TemplateResult =>
  html`<svg class="i ${classes}" viewBox="0 0 16 16" aria-hidden="true"><path d=${path} /></svg>`;
