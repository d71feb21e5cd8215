import { unquoted } from './editor-data.ts';
import type { CssPropertyDoc, EventDoc, NamedDoc, PropertyDoc, Reference, WidgetDoc } from './model.ts';

/** The page `docs/widgets.md`: everything, for people. */
export function markdown({ common, cssProperties, widgets, types }: Reference): string {
  return `<!-- Written by \`npm run manifest\` out of the comments in widgets/src. Change those. -->
# The widgets, one by one

Every attribute, property, method, event, slot and part. What is not here is ours to change. How they look like your pages: [theming.md](theming.md); your words: [words.md](words.md);
in a framework: [react.md](react.md), [vue.md](vue.md), [angular.md](angular.md).

Editors know all this, too ([how](#in-your-editor)). An attribute is also a property of the element; what has only a property is set by script.

${widgets.map(({ tag }) => `- [\`<${tag}>\`](#${tag})`).join('\n')}

## Every widget

${common.description}

${renderWidget(common)}### Custom properties

${table(['property', 'without it', 'what'], cssProperties.map(cssRow))}

${widgets.map((widget) => `## ${widget.tag}\n\n${widget.description}\n\n${renderWidget(widget)}`).join('')}## Types of the events

${table(
  ['type', 'is'],
  [...types].map(([name, text]) => [code(name), code(text)]),
)}

The other types (\`Member\`, \`NewInvitations\`, \`InvitationResult\`, \`Relation\`) come from \`@seatkit/sdk\`.
${inEditors}`;
}

const inEditors = `
## In your editor

\`npm install --save-dev @seatkit/widgets\` is enough for editors of JetBrains (they find \`web-types.json\`) and for TypeScript (\`document.querySelector('seatkit-member-list')\` and
\`addEventListener('seatkit-invited', …)\` are typed). For VS Code, in \`.vscode/settings.json\`:

\`\`\`json
{
  "html.customData": ["./node_modules/@seatkit/widgets/vscode.html-custom-data.json"],
  "css.customData": ["./node_modules/@seatkit/widgets/vscode.css-custom-data.json"]
}
\`\`\`

Other tools read \`custom-elements.json\`, the [custom-elements manifest](https://github.com/webcomponents/custom-elements-manifest).
`;

function renderWidget({ properties, methods, events, slots, parts }: Omit<WidgetDoc, 'tag'>): string {
  const calls = methods.map(({ name, parameters, description }): NamedDoc => {
    const given = parameters.map((one) => `${one.name}${one.default ? '?' : ''}: ${one.type}`).join(', ');
    return { name: `${name}(${given})`, description };
  });
  return [
    section(['attribute', 'property', 'type', 'without it', 'what'], properties, propertyRow),
    section(['method', 'what'], calls, namedRow),
    section(['event', 'when', 'holds'], events, eventRow),
    section(['slot', 'what'], slots, namedRow),
    section(['part', 'what'], parts, namedRow),
  ].join('');
}

function section<Doc>(heads: readonly string[], docs: readonly Doc[], row: (doc: Doc) => string[]): string {
  return docs.length === 0 ? '' : `${table(heads, docs.map(row))}\n\n`;
}

const propertyRow = ({ name, attribute, type, default: value, description }: PropertyDoc) => [
  attribute ? code(attribute) : '',
  code(name),
  code(type.replace(' | undefined', '')),
  ["''", 'undefined', 'false'].includes(value) ? '' : code(unquoted(value)),
  description,
];
const namedRow = ({ name, description }: NamedDoc) => [code(name), description];
const cssRow = ({ name, default: value, description }: CssPropertyDoc) => [code(name), code(value), description];
const eventRow = ({ name, description, fields }: EventDoc) => [
  code(name),
  description,
  fields.map((field) => `${code(`${field.name}: ${field.type}`)} ${field.description}`).join('<br>'),
];

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
