import type { SeatkitMemberList } from './member-list.ts';
import { narrow } from './narrow.styles.ts';

/** What many lists do without: a part of the page's address, columns of one's own, the layouts for little room. */
export { ListHash } from './list-hash.ts';
export { keptColumns } from './more-columns.ts';

/** Gives a list the layouts for little room. */
export function fit(list: SeatkitMemberList): void {
  const root = list.renderRoot as ShadowRoot;
  const sheet = narrow.styleSheet!;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
