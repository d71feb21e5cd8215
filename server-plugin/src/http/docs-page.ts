import { createHash } from 'node:crypto';
import { endpoints, type Operation, type OperationName, operations } from '@seatkit/sdk/contract';
import type { Response } from 'express';
import { html } from '../html.ts';

const style = `:root{color-scheme:light dark;font:400 15px/1.5 system-ui,sans-serif}body{margin:0 auto;max-width:60rem;padding:2rem 1rem}
h1{font-size:1.5rem;margin:0 0 .25rem}p{margin:0 0 1.5rem}table{border-collapse:collapse;width:100%}td,th{border-top:1px solid color-mix(in srgb,currentColor 15%,transparent);padding:.5rem .75rem .5rem 0;text-align:start;vertical-align:top}
code{font:500 13px/1.5 ui-monospace,monospace;overflow-wrap:anywhere}small{opacity:.7}@media(max-width:40rem){td,th{display:block;border:0;padding:.125rem 0}tr{display:block;border-top:1px solid color-mix(in srgb,currentColor 15%,transparent);padding:.5rem 0}thead{display:none}}`;

/** The API at a glance, for reading without any outside asset. The whole truth is `openapi.json`. */
export function docsPage(res: Response, document: Record<string, unknown>): void {
  const version = String((document.info as { version: string }).version);
  const rows = (Object.keys(endpoints) as OperationName[]).map((name) => {
    const operation: Operation = operations[name];
    return html`<tr><td><code>${endpoints[name].replace(' ', ' /v1')}</code></td><td>${operation.summary}<br><small>${name}</small></td><td><small>${operation.who}</small></td></tr>`;
  });
  const page = html`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Seatkit API</title><style>${{ markup: style }}</style>
<main><h1>Seatkit API ${version}</h1><p>Schemas, answers and problems stand in <a href="./openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<table><thead><tr><th>Request<th>What it does<th>Least caller</thead><tbody>${rows}</tbody></table></main></html>`;
  const hash = createHash('sha256').update(style).digest('base64');
  res.setHeader(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  );
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  res.end(page.markup);
}
