import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Seatkit, SeatkitOptions } from '@seatkit/server-plugin';
import { expect } from 'chai';
import { transform } from 'esbuild';
import type { Express } from 'express';
import { linkIn, useCustomer } from '../support/customer.ts';
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

  describe('about words and the layout of mail', () => {
    const layout = snippetWith('docs/integration.md', 'ts', 'function mailLayout');
    const words = `import type { SeatkitOptions } from '@seatkit/server-plugin';
export const { words }: Partial<SeatkitOptions> = {
${snippetWith('docs/integration.md', 'ts', 'words: {')}};
`;
    const options: Partial<SeatkitOptions> = {};
    before(async () => void Object.assign(options, await run('layout.ts', layout), await run('words.ts', words)));
    const customer = useCustomer({ options });

    it('have the types they should have', function () {
      this.timeout(60_000);
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: '../../tsconfig.json', include: ['layout.ts', 'words.ts'] }));
      execFileSync(
        process.execPath,
        [fileURLToPath(new URL('../../node_modules/@typescript/native/bin/tsc', import.meta.url)), '-p', folder],
        {
          stdio: 'pipe',
        },
      );
    });

    it('make the mails that they promise', async () => {
      const pool = await customer.pool({ product: 'academy', name: 'R&D', quantity: 10, assignment: 'manual' });
      const people = ['en', 'nl-BE'].map((locale) => ({ email: `${locale}@docs.test`, firstName: 'Jo', locale, poolIds: [pool.id] }));
      await customer.admin.invitations.create(customer.organization.id, { people, message: 'See\n<you>' });
      const [english, dutch] = await Promise.all(
        people.map(({ email }) => customer.smtp.waitFor(({ to }) => to[0]?.toLowerCase() === email.toLowerCase())),
      );
      expect(english).to.include({ subject: 'Your training account at Acme' });
      expect(english!.html).to.match(/Georgia[\s\S]*<p>Your trainings:<\/p><ul><li>R&#38;D<\/li><\/ul>/);
      expect(english!.html)
        .to.include('See\n&#60;you&#62;</blockquote>')
        .and.include(`<a href="${linkIn(english!)}">Start learning</a>`);
      expect(dutch!.html).to.include('<p>Dag Jo,</p>').and.include('Uitnodiging accepteren');
    });
  });

  for (const file of ['README.md', 'docs/integration.md', 'docs/vue.md', 'docs/angular.md']) {
    it(`every TypeScript block of ${file} is valid`, async () => {
      for (const code of snippets(file, 'ts')) await transform(/^\w+: /.test(code) ? `({${code}})` : code, { loader: 'ts' });
    });
  }
});
