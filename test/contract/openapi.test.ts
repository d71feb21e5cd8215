import { endpoints, type OperationName, openapi, operations, problemCodes } from '@seatkit/sdk/contract';
import { expect } from 'chai';

interface Media {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}
interface Described {
  readonly operationId: string;
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly required?: boolean; readonly schema: object }[];
  readonly requestBody?: Media;
  readonly responses: Readonly<Record<string, Media>>;
}
interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

describe('the OpenAPI document', () => {
  const text = JSON.stringify(openapi('https://lms.example/seatkit/v1', '1.2.3'));
  const document = JSON.parse(text) as Document;
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

  it('is OpenAPI 3.1 with the version and address it was given', () => {
    expect(document.openapi).to.match(/^3\.1\./);
    expect(document.info).to.include({ title: 'Seatkit', version: '1.2.3' });
    expect(document.servers).to.deep.equal([{ url: 'https://lms.example/seatkit/v1' }]);
  });

  it('has every operation, once, under its path', () => {
    const found = Object.fromEntries(
      described.map(({ path, method, operation }) => [
        operation.operationId,
        `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
      ]),
    );
    expect(described).to.have.length(Object.keys(endpoints).length);
    expect(found).to.deep.equal(endpoints);
  });

  it('promises `If-Match` where it is honoured, and nowhere else', () => {
    const promised = described.filter(({ operation }) => operation.parameters?.some(({ name }) => name === 'If-Match'));
    expect(promised.map(({ operation }) => operation.operationId)).to.have.members([
      'updateOrganization',
      'updateMember',
      'removeMember',
      'updateGroup',
      'deleteGroup',
      'updateRoleProfile',
      'deleteRoleProfile',
      'updatePool',
    ]);
    for (const { operation } of described)
      expect('412' in operation.responses, operation.operationId).to.equal(promised.some((one) => one.operation === operation));
  });

  it('names every path parameter, body and answer', () => {
    for (const { path, operation } of described) {
      const inPath = (operation.parameters ?? [])
        .filter((parameter) => parameter.in === 'path' && parameter.required)
        .map(({ name }) => name);
      expect(inPath, path).to.deep.equal([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
      const declared = operations[operation.operationId as OperationName];
      expect(operation.requestBody !== undefined, operation.operationId).to.equal('body' in declared);
      const success = declared.response === null ? '204' : 'status' in declared ? String(declared.status) : '200';
      expect(operation.responses, operation.operationId).to.have.property(success);
      for (const code of 'problems' in declared ? declared.problems : []) {
        expect(operation.responses, `${operation.operationId} ${code}`).to.have.property(String(problemCodes[code][0]));
      }
    }
  });

  it('leaves no schema empty and no reference open', () => {
    const places = described.flatMap(({ operation }) => [
      ...(operation.parameters ?? []).map((parameter) => parameter.schema),
      ...[operation.requestBody, ...Object.values(operation.responses)].flatMap((media) =>
        Object.values(media?.content ?? {}).map(({ schema }) => schema),
      ),
    ]);
    for (const schema of places) requireMeaning(schema);
    for (const [name, schema] of Object.entries(document.components.schemas)) requireMeaning(schema, name);
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) expect(document.components.schemas).to.have.property(name!);
    expect(text).to.not.match(/"\$ref":"(?!#\/components\/schemas\/)/);
  });

  it('lets answers grow, and refuses unknown fields of requests', () => {
    expect(document.components.schemas.Member).to.not.have.property('additionalProperties');
    expect(document.components.schemas.NewGroup).to.include({ additionalProperties: false });
  });

  /** Fails on a schema that accepts anything, at any depth: the mark of something that could not be printed. */
  function requireMeaning(schema: unknown, where = 'schema'): void {
    expect(schema, where).to.be.an('object').that.is.not.empty;
    const { properties, items, anyOf } = schema as { properties?: object; items?: object; anyOf?: object[] };
    for (const [name, property] of Object.entries(properties ?? {})) requireMeaning(property, `${where}.${name}`);
    if (items) requireMeaning(items, `${where}[]`);
    for (const choice of anyOf ?? []) requireMeaning(choice, `${where}|`);
  }
});
