import { fileURLToPath } from 'node:url';

/** Where the built widgets lie: `dist/assets`, seen alike from `src` and from the bundle in `dist`. */
export const assetsFolder = fileURLToPath(new URL('../dist/assets/', import.meta.url));
