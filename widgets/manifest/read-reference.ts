import ts from 'typescript';
import type { CssPropertyDoc, EventDoc, MethodDoc, NamedDoc, PropertyDoc, Reference, WidgetDoc } from './model.ts';
import { type Comment, commentOf, decoratorOf, isInternal, readSources, type Sources, typeOf } from './read-sources.ts';

const base = 'SeatkitElement';

/** Reads what a page may use of the widgets. Throws, with the whole list, when anything of it lacks its comment. */
export function readReference(): Reference {
  const sources = readSources();
  const missing: string[] = [];
  const widgets = [...sources.classes.values()].flatMap((declaration): WidgetDoc[] => {
    const tag = tagsOf(commentOf(declaration), 'tag')[0];
    return tag ? [{ tag, ...readClass(sources, declaration, missing) }] : [];
  });
  const declaration = sources.classes.get(base)!;
  const common = readClass(sources, declaration, missing);
  const cssProperties = tagsOf(commentOf(declaration), 'cssprop').map((text): CssPropertyDoc => {
    const [, name = text, value = '', description = ''] = /^\[(\S+?)=([^\]]+)\] - (.+)$/.exec(text) ?? [];
    if (!description) missing.push(`${base}: @cssprop ${text}`);
    return { name, default: value, description };
  });
  if (missing.length > 0) throw new Error(`Public, and without a comment that says what it is:\n${missing.join('\n')}`);
  const used = [common, ...widgets].flatMap(({ events }) => events.flatMap(({ fields }) => fields.map(({ type }) => type)));
  const types = [...sources.types].filter(([name]) => used.some((type) => new RegExp(`\\b${name}\\b`).test(type)));
  return {
    common,
    cssProperties,
    widgets: widgets.sort((a, b) => a.tag.localeCompare(b.tag)),
    types: new Map(types),
  };
}

function readClass(sources: Sources, declaration: ts.ClassDeclaration, missing: string[]): Omit<WidgetDoc, 'tag'> {
  const className = declaration.name?.text ?? '';
  const comment = commentOf(declaration);
  const complain = (what: string) => missing.push(`${className}: ${what}`);
  if (!comment.text) complain('the class');
  const open = declaration.members.filter((member) => !isInternal(member) && !ts.isConstructorDeclaration(member));
  const described = open.map((member): readonly [ts.ClassElement, NamedDoc] => {
    const doc = { name: member.name!.getText(), description: commentOf(member).text };
    if (!doc.description) complain(doc.name);
    return [member, doc];
  });
  const named = (tag: string) =>
    tagsOf(comment, tag).map((text): NamedDoc => {
      const [, name = text, description = ''] = /^(\S+) - (.+)$/.exec(text) ?? [];
      if (!description) complain(`@${tag} ${text}`);
      return { name, description };
    });
  return {
    className,
    description: comment.text,
    properties: described.flatMap(([member, doc]) => (ts.isMethodDeclaration(member) ? [] : readProperty(member, doc))),
    methods: described.flatMap(([member, doc]) => (ts.isMethodDeclaration(member) ? readMethod(member, doc) : [])),
    events: tagsOf(comment, 'fires').map((text) => readEvent(sources, text, complain)),
    slots: named('slot'),
    parts: named('csspart'),
  };
}

function readProperty(member: ts.ClassElement, doc: NamedDoc): PropertyDoc {
  const options = decoratorOf(member, 'property');
  const attribute = options?.properties.find((one) => one.name?.getText() === 'attribute');
  const value = attribute && ts.isPropertyAssignment(attribute) ? attribute.initializer : undefined;
  const own = value && ts.isStringLiteral(value) ? value.text : doc.name.toLowerCase();
  const isAttribute = options !== undefined && value?.kind !== ts.SyntaxKind.FalseKeyword;
  const property = ts.isPropertyDeclaration(member) ? member : {};
  const initial = ts.isPropertyDeclaration(member) ? member.initializer?.getText() : undefined;
  return { ...doc, attribute: isAttribute ? own : undefined, type: typeOf(property), default: initial ?? 'undefined' };
}

function readMethod(member: ts.MethodDeclaration, doc: NamedDoc): MethodDoc {
  const parameters = member.parameters.map((one) => ({
    name: one.name.getText(),
    type: typeOf(one),
    default: one.initializer?.getText(),
  }));
  return { ...doc, parameters };
}

function readEvent(sources: Sources, text: string, complain: (what: string) => void): EventDoc {
  const [, className = '', name = text, description = ''] = /^\{(\w+)\} (\S+) - (.+)$/.exec(text) ?? [];
  const event = sources.classes.get(className);
  if (!description || !event) complain(`@fires ${text}`);
  const fields = [...(event?.members ?? [])].filter(ts.isPropertyDeclaration).map((field) => {
    const doc = { name: field.name.getText(), type: typeOf(field), description: commentOf(field).text };
    if (!doc.description) complain(`${className}.${doc.name}`);
    return doc;
  });
  const parent = event?.heritageClauses?.[0]?.types[0]?.getText();
  return { name, className, description, cancelable: parent === 'SeatkitBeforeEvent', fields };
}

function tagsOf({ tags }: Comment, name: string): string[] {
  return tags.flatMap((tag) => (tag.name === name ? tag.text : []));
}
