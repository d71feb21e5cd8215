import { both } from './custom-elements.ts';
import type { PropertyDoc, Reference } from './model.ts';

/** For editors in the manner of VS Code: what can stand in HTML. */
export function htmlData({ common, widgets }: Reference): object {
  const tags = widgets.map((widget) => ({
    name: widget.tag,
    description: { kind: 'markdown', value: widget.description },
    attributes: both('properties', common, widget).flatMap((property) =>
      property.attribute
        ? [
            {
              name: property.attribute,
              description: { kind: 'markdown', value: property.description },
              ...(property.type === 'boolean' ? { valueSet: 'v' } : {}),
              ...(valuesOf(property).length > 0 ? { values: valuesOf(property).map((name) => ({ name })) } : {}),
            },
          ]
        : [],
    ),
  }));
  return { version: 1.1, tags };
}

/** For editors in the manner of VS Code: the custom properties, in CSS. */
export function cssData({ cssProperties }: Reference): object {
  const properties = cssProperties.map(({ name, description, default: value }) => ({
    name,
    description: `${description} Default: ${value}`,
  }));
  return { version: 1.1, properties };
}

/** For the editors of JetBrains: all of it. */
export function webTypes({ common, cssProperties, widgets }: Reference, version: string): object {
  const elements = widgets.map((widget) => {
    const properties = both('properties', common, widget);
    return {
      name: widget.tag,
      description: widget.description,
      attributes: properties.flatMap((property) =>
        property.attribute
          ? [{ name: property.attribute, description: property.description, value: kindOf(property), default: unquoted(property.default) }]
          : [],
      ),
      slots: both('slots', common, widget),
      js: {
        properties: properties.map(({ name, description, type }) => ({ name, description, type })),
        events: both('events', common, widget).map(({ name, description }) => ({ name, description })),
      },
      css: { parts: both('parts', common, widget), properties: cssProperties },
    };
  });
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name: '@seatkit/widgets',
    version,
    'js-types-syntax': 'typescript',
    'description-markup': 'markdown',
    contributions: { html: { elements } },
  };
}

/** The words that an attribute can be. */
function valuesOf({ type }: PropertyDoc): string[] {
  return [...type.matchAll(/'([^']*)'/g)].flatMap(([, word]) => word || []);
}

function kindOf(property: PropertyDoc): object {
  if (property.type === 'boolean') return { kind: 'no-value', type: 'boolean' };
  return { kind: 'plain', type: property.type };
}

export function unquoted(value: string): string {
  return value.replace(/^'(.*)'$/, '$1');
}
