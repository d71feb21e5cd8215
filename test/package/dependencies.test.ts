import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { type Manifest, manifest, packages, root } from './packages.ts';

const permissive = ['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Unlicense', 'CC0-1.0'];

describe('dependencies and licences', () => {
  it('every package of ours is under the MIT licence and of one version', () => {
    const examples = readdirSync(join(root, 'examples'))
      .map((name) => `examples/${name}`)
      .filter((folder) => existsSync(join(root, folder, 'package.json')));
    const found = ['.', ...packages, ...examples].map((folder) => ({ folder, ...manifest(folder) }));
    expect(found.filter(({ license }) => license !== 'MIT')).to.deep.equal([]);
    expect(new Set(found.map(({ version }) => version)).size).to.equal(1);
    for (const folder of packages) expect(readFileSync(join(root, folder, 'LICENSE'), 'utf8')).to.match(/^MIT License/);
  });

  it('the lock names no registry, so that any mirror serves', () => {
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.to.include('"resolved": "http');
  });

  it('the plugin has at most twelve direct dependencies', () => {
    expect(Object.keys(manifest('server-plugin').dependencies ?? {})).to.have.length.within(1, 12);
  });

  it('all that a server installs with the plugin is under a permissive licence', () => {
    const found = new Map<string, Manifest>();
    collect('server-plugin', found);
    const odd = [...found.values()].filter(({ license }) => !permissive.includes(license ?? 'none'));
    expect(odd.map(({ name, license }) => `${name}: ${license}`)).to.deep.equal([]);
    expect([...found.keys()]).to.include.members(['express', 'knex', 'qs']);
  });
});

/** Follows dependencies the way Node finds them: in the nearest node_modules, or one further up. */
function collect(folder: string, found: Map<string, Manifest>): void {
  const { dependencies, peerDependencies } = manifest(folder);
  for (const name of Object.keys({ ...dependencies, ...(folder === 'server-plugin' ? peerDependencies : {}) })) {
    const place = locate(name, folder);
    const next = manifest(place);
    if (found.has(next.name)) continue;
    found.set(next.name, next);
    collect(place, found);
  }
}

function locate(name: string, from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name);
    if (existsSync(join(root, place))) return place;
    if (folder === '.') throw new Error(`${name} is not installed, though ${from} depends on it`);
  }
}
