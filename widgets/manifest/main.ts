import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { customElements } from './custom-elements.ts';
import { cssData, htmlData, webTypes } from './editor-data.ts';
import { markdown } from './markdown.ts';
import { readReference } from './read-reference.ts';
import { packageFolder } from './read-sources.ts';

/** Writes, out of the comments in the sources, what editors and people read about the widgets. Only the page for people is kept in git. */
const reference = readReference();
const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };

const files = {
  'custom-elements.json': customElements(reference),
  'vscode.html-custom-data.json': htmlData(reference),
  'vscode.css-custom-data.json': cssData(reference),
  'web-types.json': webTypes(reference, version),
};
for (const [name, data] of Object.entries(files)) writeFileSync(join(packageFolder, name), `${JSON.stringify(data, null, 2)}\n`);
writeFileSync(join(packageFolder, '../docs/widgets.md'), markdown(reference));
