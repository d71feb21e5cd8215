import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the browser files are built to. */
export const assets = fileURLToPath(new URL('../../server-plugin/dist/assets', import.meta.url));

/** What a page with the widgets loads before anything is opened: the entry, and what it imports. */
export function loadedAtOnce(): Buffer[] {
  const found = new Map<string, Buffer>();
  const follow = (name: string) => {
    if (found.has(name)) return;
    const code = readFileSync(join(assets, name));
    found.set(name, code);
    for (const [, imported] of code.toString().matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) follow(imported!);
  };
  follow('seatkit.js');
  return [...found.values()];
}
