import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The folder of the package. */
export const packageFolder: string = fileURLToPath(new URL('..', import.meta.url));

/** Every class and type of the widgets by its name. */
export interface Sources {
  readonly classes: ReadonlyMap<string, ts.ClassDeclaration>;
  /** Types of our own, as they are written. */
  readonly types: ReadonlyMap<string, string>;
}

/** Parses the sources of the widgets. Nothing is resolved: what a page may use says its types itself. */
export function readSources(): Sources {
  const classes = new Map<string, ts.ClassDeclaration>();
  const types = new Map<string, string>();
  const folder = join(packageFolder, 'src');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const file = ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.ES2022, true);
    for (const statement of file.statements) {
      if (ts.isClassDeclaration(statement) && statement.name) classes.set(statement.name.text, statement);
      if (ts.isTypeAliasDeclaration(statement)) types.set(statement.name.text, oneLine(statement.type.getText()).replace(/^\| /, ''));
      if (ts.isInterfaceDeclaration(statement)) {
        const fields = statement.members.filter(ts.isPropertySignature).map((field) => oneLine(field.getText()).replace('readonly ', ''));
        types.set(statement.name.text, `{ ${fields.join(' ')} }`);
      }
    }
  }
  return { classes, types };
}

/** A comment above something: its text and its tags. */
export interface Comment {
  readonly text: string;
  readonly tags: readonly { readonly name: string; readonly text: string }[];
}

export function commentOf(node: ts.Node): Comment {
  const docs = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const tags = docs.flatMap(({ tags = [] }) => tags.map((tag) => ({ name: tag.tagName.text, text: oneLine(textOf(tag)) })));
  return { text: oneLine(docs.map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '').join(' ')), tags };
}

/** Of `@param name what`, TypeScript has taken the name out of the comment; of `@fires {Type} name`, the whole is wanted. */
function textOf(tag: ts.JSDocTag): string {
  return tag
    .getText()
    .replace(/^@\w+\s*/, '')
    .replace(/^\s*\* ?/gm, '');
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What is written after a colon or can be told from the value. */
export function typeOf(node: { readonly type?: ts.TypeNode | undefined; readonly initializer?: ts.Expression | undefined }): string {
  if (node.type) return oneLine(node.type.getText());
  const value = node.initializer;
  if (value && ts.isStringLiteral(value)) return 'string';
  if (value && (value.kind === ts.SyntaxKind.TrueKeyword || value.kind === ts.SyntaxKind.FalseKeyword)) return 'boolean';
  return 'unknown';
}

/** Whether something is there for the code around it and not for a page. */
export function isInternal(member: ts.ClassElement): boolean {
  const hidden = [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword, ts.SyntaxKind.StaticKeyword, ts.SyntaxKind.OverrideKeyword];
  const modifiers = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : [];
  return (
    !member.name ||
    ts.isPrivateIdentifier(member.name) ||
    modifiers.some(({ kind }) => hidden.includes(kind)) ||
    decoratorOf(member, 'state') !== undefined ||
    commentOf(member).tags.some(({ name }) => name === 'internal')
  );
}

/** The argument of a decorator; null when it has none, undefined when there is no such decorator. */
export function decoratorOf(member: ts.ClassElement, name: string): ts.ObjectLiteralExpression | null | undefined {
  const decorators = ts.canHaveDecorators(member) ? (ts.getDecorators(member) ?? []) : [];
  for (const { expression } of decorators) {
    if (!ts.isCallExpression(expression) || expression.expression.getText() !== name) continue;
    const [first] = expression.arguments;
    return first && ts.isObjectLiteralExpression(first) ? first : null;
  }
  return undefined;
}
