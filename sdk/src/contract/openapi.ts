import { z } from 'zod';
import { createDocument, type ZodOpenApiOverride, type ZodOpenApiPathsObject } from 'zod-openapi';
import { endpoints, isWrite, type OperationName } from './endpoints.ts';
import { type Operation, operations, paramsOf } from './operations.ts';
import { Problem, type ProblemCode, problemCodes } from './problems.ts';

const always: readonly ProblemCode[] = ['invalid', 'not_signed_in', 'not_allowed', 'not_found', 'internal', 'unavailable'];
const ofWrites: readonly ProblemCode[] = ['conflict'];
const ofPosts: readonly ProblemCode[] = ['request_in_progress', 'idempotency_key_reused'];
const ofChanges: readonly ProblemCode[] = ['changed_meanwhile'];

const idempotencyKey = z
  .string()
  .optional()
  .meta({ description: 'Two requests with the same key and body are carried out once. Kept for 24 hours.' });
const ifMatch = z.string().optional().meta({ description: 'The `ETag` of the object: refused with 412 when it has changed since.' });

/** The whole API as an OpenAPI 3.1 document, printed from the operations. `serverUrl` ends in `/v1`. */
export function openapi(serverUrl: string, version: string): Record<string, unknown> {
  const paths: ZodOpenApiPathsObject = {};
  for (const name of Object.keys(endpoints) as OperationName[]) {
    const operation: Operation = operations[name];
    const [method, path] = endpoints[name].split(' ') as [string, string];
    const key = path.replace(/:(\w+)/g, '{$1}');
    const query = operation.query as z.ZodObject | undefined;
    paths[key] = {
      ...paths[key],
      [method.toLowerCase()]: {
        operationId: name,
        summary: operation.summary,
        description: `May be called by: ${operation.who}.`,
        tags: [tagOf(path)],
        requestParams: {
          ...(path.includes(':') ? { path: paramsOf(path) } : {}),
          ...(query ? { query } : {}),
          ...headersOf(name, operation),
        },
        ...(operation.body ? { requestBody: { required: true, content: { 'application/json': { schema: operation.body } } } } : {}),
        responses: { ...success(operation), ...refusals(name, operation) },
      },
    };
  }
  return createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Seatkit',
        version,
        description: 'Seats, groups and invitations of the organizations of a learning platform.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: serverUrl }],
      security: [{ bearer: [] }, { session: [] }],
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', description: 'An operator key or a widget token.' },
          session: {
            type: 'apiKey',
            in: 'header',
            name: 'Seatkit-Request',
            description: "The host's own session cookie; writes also send `Seatkit-Request: 1`.",
          },
        },
      },
      paths,
    },
    { override },
  ) as unknown as Record<string, unknown>;
}

/** Says of answers what schemas alone cannot: text cleaned by a transform is still text, and later versions may add fields. */
const override: ZodOpenApiOverride = ({ zodSchema, jsonSchema, io }) => {
  const { def } = zodSchema._zod;
  if (io === 'input') return;
  if (def.type === 'pipe' && def.in._zod.def.type === 'string') jsonSchema.type = 'string';
  if (def.type === 'object' && !def.catchall) delete jsonSchema.additionalProperties;
};

/** Answers with a secret are not kept, so asking again makes another one. */
const isRepeatable = (name: OperationName, operation: Operation) =>
  isWrite(name) && endpoints[name].startsWith('POST ') && !operation.secret;

function headersOf(name: OperationName, operation: Operation) {
  if (isRepeatable(name, operation)) return { header: z.object({ 'Idempotency-Key': idempotencyKey }) };
  return operation.ifMatch ? { header: z.object({ 'If-Match': ifMatch }) } : {};
}

function tagOf(path: string): string {
  return path.split('/').filter((part) => part && !part.startsWith(':'))[path.startsWith('/organizations/') ? 1 : 0] ?? 'organizations';
}

function success(operation: Operation) {
  if (!operation.response) return { '204': { description: 'Done' } };
  return { [String(operation.status ?? 200)]: { description: 'Done', content: { 'application/json': { schema: operation.response } } } };
}

function refusals(name: OperationName, operation: Operation) {
  const codes = new Set([
    ...always,
    ...(isWrite(name) ? ofWrites : []),
    ...(isRepeatable(name, operation) ? ofPosts : []),
    ...(operation.ifMatch ? ofChanges : []),
    ...(operation.body ? (['too_large'] as const) : []),
    ...(operation.problems ?? []),
  ]);
  const byStatus = new Map<string, ProblemCode[]>();
  for (const code of codes) {
    const status = String(problemCodes[code][0]);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      status,
      { description: list.join(', '), content: { 'application/problem+json': { schema: Problem } } },
    ]),
  );
}
