import { appendFileSync } from 'node:fs';
import { endpoints, openapi } from '@seatkit/sdk/contract';
const declared = new Map(Object.values((openapi('/v1','0') as any).paths).flatMap((m: any) => Object.values(m)).map((o: any) => [o.operationId, Object.values(o.responses).flatMap((r: any) => r.description.split(', '))]));
const routes = Object.entries(endpoints).map(([name, e]) => { const [m, p] = e.split(' '); return { name, m, re: new RegExp('/v1' + p!.replace(/:\w+/g, '[^/]+') + '$') }; });
const real = globalThis.fetch;
globalThis.fetch = (async (url: any, init: any) => {
  const answer = await real(url, init);
  try {
    if (answer.status >= 400 && String(answer.headers.get('content-type')).includes('problem+json')) {
      const body = await answer.clone().json();
      const path = new URL(String(url)).pathname;
      const r = routes.find((x) => x.m === (init?.method ?? 'GET') && x.re.test(path));
      if (r && !declared.get(r.name)!.includes(body.code)) appendFileSync('/tmp/w/undeclared', `${r.name} ${body.code} ${body.detail}\n`);
    }
  } catch {}
  return answer;
}) as any;
