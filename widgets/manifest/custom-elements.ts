import type { MethodDoc, NamedDoc, PropertyDoc, Reference, WidgetDoc } from './model.ts';

const path = 'dist/index.js';

/** The custom-elements manifest: what tools read that show, complete, check or wrap elements. */
export function customElements({ common, cssProperties, widgets }: Reference): object {
  const declarations = widgets.map((widget) => ({
    kind: 'class',
    customElement: true,
    name: widget.className,
    tagName: widget.tag,
    description: widget.description,
    superclass: { name: 'LitElement', package: 'lit' },
    attributes: both('properties', common, widget).flatMap(attributeOf),
    members: [...both('properties', common, widget).map(fieldOf), ...both('methods', common, widget).map(methodOf)],
    events: both('events', common, widget).map(({ name, description, className }) => ({ name, description, type: { text: className } })),
    slots: both('slots', common, widget),
    cssParts: both('parts', common, widget),
    cssProperties,
  }));
  const exports = widgets.flatMap(({ className, tag }) => [
    { kind: 'js', name: className, declaration: { name: className, module: path } },
    { kind: 'custom-element-definition', name: tag, declaration: { name: className, module: path } },
  ]);
  return { schemaVersion: '2.1.0', modules: [{ kind: 'javascript-module', path, declarations, exports }] };
}

/** What a widget has itself, and what all have. */
export function both<Key extends 'properties' | 'methods' | 'events' | 'slots' | 'parts'>(
  key: Key,
  common: Omit<WidgetDoc, 'tag'>,
  widget: WidgetDoc,
): WidgetDoc[Key][number][] {
  const names = new Set(widget[key].map(({ name }: NamedDoc) => name));
  return [...widget[key], ...common[key].filter(({ name }: NamedDoc) => !names.has(name))];
}

function attributeOf({ name, attribute, description, type, default: value }: PropertyDoc): object[] {
  return attribute ? [{ name: attribute, fieldName: name, description, type: { text: type }, default: value }] : [];
}

function fieldOf({ name, attribute, description, type, default: value }: PropertyDoc): object {
  return { kind: 'field', name, description, type: { text: type }, default: value, ...(attribute ? { attribute } : {}) };
}

function methodOf({ name, description, parameters }: MethodDoc): object {
  const given = parameters.map(({ name, type, default: value }) => ({
    name,
    type: { text: type },
    ...(value ? { default: value, optional: true } : {}),
  }));
  return { kind: 'method', name, description, parameters: given, return: { type: { text: 'void' } } };
}
