import type { TemplateResult } from 'lit';
import { drawing, type FirstIconName, icon as firstIcon, isFirst } from './icon.ts';

const paths = {
  check: 'M3 8.5l3.5 3.5L13 4.5',
  mail: 'M2 4h12v8.5H2zM2 4.5l6 4.5l6-4.5',
  undo: 'M5.5 3L2.5 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H6',
  next: 'M6 3l5 5l-5 5',
  people: 'M8.5 5.5a2.5 2.5 0 1 1-5 0a2.5 2.5 0 1 1 5 0M1.5 13a4.5 4.5 0 0 1 9 0M10.5 3.2a2.5 2.5 0 0 1 0 4.6M12 9.5a4.5 4.5 0 0 1 2.5 3.5',
  lock: 'M3 7h10v6.5H3zM5 7V5a3 3 0 0 1 6 0v2',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  move: 'M2.5 8h10M9 4.5L12.5 8L9 11.5',
  archive: 'M2.5 3.5h11v3h-11zM3.5 6.5v6h9v-6M6.5 9.5h3',
  pen: 'M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3zM9 4.7l2.3 2.3',
  off: 'M13.5 8a5.5 5.5 0 1 1-11 0a5.5 5.5 0 1 1 11 0M4.2 4.2l7.6 7.6',
  bin: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5',
  key: 'M8 5.5a2.7 2.7 0 1 1-5.4 0a2.7 2.7 0 1 1 5.4 0M7.3 7.3l6 6M11 11l1.5-1.5',
} as const;

export type IconName = FirstIconName | keyof typeof paths;

/** A drawing beside a word, for what a click opens: all there are. */
export const icon = (name: IconName, classes = ''): TemplateResult =>
  isFirst(name) ? firstIcon(name, classes) : drawing(paths[name], classes);
