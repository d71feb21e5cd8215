import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Seatkit } from '@seatkit/server-plugin';
import { expect } from 'chai';
import { transform } from 'esbuild';
import type { Express } from 'express';
import { linkIn } from '../support/customer.ts';
import { type SmtpSink, startSmtp } from '../support/smtp.ts';
import { snippets, snippetWith } from './snippets.ts';

const KEY_LABEL = 'docs';

describe('the snippets of README and docs', () => {
  const folder = mkdtempSync(fileURLToPath(new URL('.run-', import.meta.url)));
  const mount = snippetWith('README.md', 'ts', 'createSeatkit({');
  const server = snippetWith('README.md', 'ts', 'express()');
  let smtp: SmtpSink;
  let close = async () => {};
  const env = { ...process.env };

  /** Runs a snippet as the module it is. */
  const run = (name: string, code: string): Promise<Record<string, unknown>> => {
    const file = join(folder, name);
    writeFileSync(file, code);
    return import(pathToFileURL(file).href) as Promise<Record<string, unknown>>;
  };

  before(async () => {
    smtp = await startSmtp();
  });
  after(async () => {
    process.env = env;
    await close();
    await smtp.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('the whole mount has under 30 lines', () => {
    expect(`${mount}${server}`.trim().split('\n').length).to.be.below(30);
  });

  it('the mount and the first customer run as they are written, from the operator key to the open course', async function () {
    this.timeout(30_000);
    const http = createServer();
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    Object.assign(process.env, {
      SEATKIT_URL: `${origin}/seatkit`,
      SMTP_URL: smtp.url,
      SEATKIT_SECRET: 'a secret for the snippets, 32 characters',
    });
    const { createTables, db } = (await run(
      'lms.ts',
      "export * from '../readme-lms.ts';\n",
    )) as unknown as typeof import('./readme-lms.ts');
    await createTables();
    const { seatkit } = (await run('seatkit.ts', mount)) as { seatkit: Seatkit };
    const { app } = (await run('server.ts', server)) as { app: Express };
    http.on('request', app);
    await seatkit.migrate();
    await seatkit.start();
    close = async () => {
      http.close();
      http.closeAllConnections();
      await seatkit.stop();
      await db.destroy();
    };

    process.env.SEATKIT_KEY = await seatkit.createOperatorKey(KEY_LABEL);
    await run(
      'customer.ts',
      snippetWith('docs/integration.md', 'ts', 'operator.organizations.create').replace('https://lms.example/seatkit', `${origin}/seatkit`),
    );
    const mail = await smtp.waitFor((received) => received.to.includes('cora@acme.example'));
    const joined = await fetch(linkIn(mail), { method: 'POST', redirect: 'manual', headers: { origin } });
    expect(joined.headers.get('location')).to.equal('/courses');
    expect(await db('enrolments')).to.deep.equal([{ user_id: '1', course: 'course-1' }]);
    expect(await (await fetch(`${origin}/courses/course-1`, { headers: { 'x-user': '1' } })).text()).to.equal('the course');
    expect((await fetch(`${origin}/courses/course-2`, { headers: { 'x-user': '1' } })).status).to.equal(403);
  });

  for (const file of ['README.md', 'docs/integration.md']) {
    it(`every TypeScript block of ${file} is valid`, async () => {
      for (const code of snippets(file, 'ts')) await transform(/^\w+: /.test(code) ? `({${code}})` : code, { loader: 'ts' });
    });
  }
});
