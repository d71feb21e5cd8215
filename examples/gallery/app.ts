import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import express, { type Express } from 'express';
import { hosts } from './hosts.ts';
import { renderIndex, renderStage, type Wish, wishOf } from './pages.ts';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The strictest policy that a host can have: only its own files, and one Trusted Types policy, that of the widgets. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types seatkit";

/**
 * The gallery: every widget in every state on pages of made-up hosts. It serves files and pages; the widgets' data come from the page
 * itself. `more` adds routes under the same policy.
 */
export async function createGallery(more?: (app: Express) => void): Promise<Express> {
  const script = await bundle();
  const app = express();
  app.disable('x-powered-by');
  app.use((_req, res, next) => {
    // Open to other origins as the plugin's assets are, so that a page in a sandbox can load them.
    res.set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*' });
    next();
  });
  more?.(app);
  app.get('/', (req, res) => res.send(renderIndex(wishOf(req.query as Partial<Wish>))));
  app.get('/stage', (req, res) => {
    const wish = wishOf(req.query as Partial<Wish>);
    res.send(renderStage(hosts[wish.host], wish));
  });
  app.get('/gallery.js', (_req, res) => res.type('js').send(script));
  app.use('/hosts', express.static(file('hosts')));
  app.use('/assets', express.static(file('../../server-plugin/dist/assets')));
  return app;
}

/** The page's script. What it imports of Seatkit is the file that every host loads. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file('page/gallery.ts')],
    bundle: true,
    format: 'esm',
    write: false,
    plugins: [
      {
        name: 'as-a-host-loads-it',
        setup: ({ onResolve }) => onResolve({ filter: /^@seatkit\// }, () => ({ path: '/assets/seatkit.js', external: true })),
      },
    ],
  });
  return outputFiles[0]!.text;
}
