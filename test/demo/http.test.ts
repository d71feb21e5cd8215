import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { SeatkitClient } from '@seatkit/sdk';
import { expect } from 'chai';
import { eventually } from '../support/customer.ts';
import { type Demo, startDemo } from '../support/demo.ts';

const key = 'a key that a script has chosen, of more than 32 characters';

describe('the demo, as scripts use it', () => {
  let demo: Demo;
  let cookie = '';
  const get = (path: string, headers: Record<string, string> = {}) => fetch(demo.origin + path, { headers, redirect: 'manual' });
  const logIn = (body: object) =>
    fetch(`${demo.origin}/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const operator = (secret = key) => new SeatkitClient({ baseUrl: `${demo.origin}/seatkit`, getToken: () => secret, retries: 0 });

  before(async function () {
    this.timeout(40_000);
    demo = await startDemo({ SEATKIT_OPERATOR_KEY: key });
  });
  after(() => demo?.remove());

  it('says at last that it is ready, and tells no key that was given to it', () => {
    expect(demo.lines.at(-1)).to.equal(`ready ${demo.origin}`);
    expect(demo.lines.join('\n')).not.to.contain('Operator key').and.not.to.contain(key);
  });

  it('signs people in by JSON and by form, and says who they are', async () => {
    expect((await get('/me')).status).to.equal(401);
    const answer = await logIn({ email: 'Learner@ACME.test ', password: 'seatkit-demo' });
    expect([answer.status, await answer.json()]).to.deep.equal([200, { email: 'learner@acme.test' }]);
    cookie = cookieOf(answer);
    expect(await (await get('/me', { cookie })).json()).to.deep.equal({ email: 'learner@acme.test' });

    const form = new URLSearchParams({ email: 'admin@globex.test', password: 'seatkit-demo' });
    const sent = await fetch(`${demo.origin}/login`, { method: 'POST', body: form, redirect: 'manual' });
    expect([sent.status, sent.headers.get('location')]).to.deep.equal([303, '/admin']);
    expect(await (await get('/me', { cookie: cookieOf(sent) })).json()).to.deep.equal({ email: 'admin@globex.test' });
  });

  it('refuses a wrong password, an unknown address and a body that is none, all alike and without a session', async () => {
    for (const body of [
      { email: 'learner@acme.test', password: 'wrong' },
      { email: 'nobody@acme.test', password: 'seatkit-demo' },
      [],
      { email: 7 },
    ]) {
      const answer = await logIn(body);
      expect([answer.status, cookieOf(answer)], JSON.stringify(body)).to.deep.equal([401, '']);
    }
    const broken = await fetch(`${demo.origin}/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' });
    expect([broken.status, await broken.text()]).to.deep.equal([400, '{"error":"Bad Request"}']);
  });

  it('mails a link by which a forgotten password is replaced, once, and says the same to strangers', async () => {
    const email = 'learner@globex.test';
    const post = (path: string, form: Record<string, string>) =>
      fetch(demo.origin + path, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
    const said = [];
    for (const one of [email, 'nobody@globex.test'])
      said.push((await (await post('/forgot', { email: one })).text()).replaceAll(one, 'YOU'));
    expect(new Set(said).size).to.equal(1);
    const mail = await eventually(async () => ((await (await get(`/inbox.json?to=${email}`)).json()) as { links: string[] }[])[0]);
    const path = mail!.links[0]!.slice(demo.origin.length);
    expect((await get(path.replace(/proof=./, 'proof=x'))).status).to.equal(410);
    expect((await get(path)).status).to.equal(200);
    const answers = await Promise.all(['another-password', 'another-password'].map((password) => post(path, { password })));
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([303, 410]);
    const answer = answers.find(({ status }) => status === 303)!;
    expect(answer.headers.get('location')).to.equal('/courses');
    expect(await (await get('/me', { cookie: cookieOf(answer) })).json()).to.deep.equal({ email });
    expect((await post(path, { password: 'a-third-password' })).status).to.equal(410);
    expect((await logIn({ email, password: 'seatkit-demo' })).status).to.equal(401);
    expect((await logIn({ email, password: 'another-password' })).status).to.equal(200);
  });

  it('opens a course to whoever holds a seat of it, and to nobody else', async () => {
    const vendor = cookieOf(await logIn({ email: 'vendor@lms.test', password: 'seatkit-demo' }));
    expect((await get('/courses/course-1', { cookie })).status).to.equal(200);
    expect((await get('/courses/course-1', { cookie: vendor })).status).to.equal(403);
    expect((await get('/courses/course-1')).headers.get('location')).to.equal('/login?returnTo=%2Fcourses%2Fcourse-1');
    expect((await get('/courses/no-such-course', { cookie })).status).to.equal(404);
  });

  it('takes only the operator key that the environment gives, and lets it create customers under any key', async () => {
    const organization = await operator().organizations.create({ name: 'Initech', key: 'Kunde 4711/ä' });
    expect(organization.key).to.equal('Kunde 4711/ä');
    for (const other of [`${key}x`, 'another key, just as long as the one that was given']) {
      const refusal = await operator(other)
        .organizations.list()
        .then(
          () => 'let in',
          (error) => error.code,
        );
      expect(refusal).to.equal('not_signed_in');
    }
  });

  it('shows the way to the administration only to whoever looks after others', async () => {
    const admin = cookieOf(await logIn({ email: 'admin@acme.test', password: 'seatkit-demo' }));
    expect(await (await get('/courses', { cookie: admin })).text()).to.contain('href="/admin"');
    expect(await (await get('/courses', { cookie })).text()).not.to.contain('href="/admin"');
  });

  it('lets whoever is signed in as somebody else open an invitation in the same browser, and sends nobody elsewhere', async () => {
    const organization = (await operator().organizations.list({ key: 'acme' })).items[0]!;
    await operator().invitations.create(organization.id, { people: [{ email: 'iris@acme.test' }] });
    const mail = await eventually(async () => (await (await get('/inbox.json?to=iris@acme.test')).json())[0]);
    const join = new URL(mail.links[0]).pathname;
    const session = cookieOf(await logIn({ email: 'admin@acme.test', password: 'seatkit-demo' }));
    const page = await (await get(`/inbox/${mail.id}`, { cookie: session })).text();
    expect(page).to.contain('Sign out and open as iris@acme.test').and.contain(`name="returnTo" value="${join}"`);
    expect(await (await get(`/inbox/${mail.id}`)).text()).not.to.contain('Sign out and open as');
    const logOut = async (returnTo: string) => {
      const body = new URLSearchParams({ returnTo });
      const answer = await fetch(`${demo.origin}/logout`, { method: 'POST', body, headers: { cookie: session }, redirect: 'manual' });
      return answer.headers.get('location');
    };
    expect(await logOut(join)).to.equal(join);
    expect((await get('/me', { cookie: session })).status).to.equal(401);
    for (const foreign of ['https://evil.test/join', '//evil.test', '/\\evil.test']) expect(await logOut(foreign), foreign).to.equal('/');
  });

  it('keeps mail in an inbox that finds an address however it is written, newest first', async () => {
    const organization = (await operator().organizations.list({ key: 'acme' })).items[0]!;
    const invite = (people: { email: string }[], message: string) => operator().invitations.create(organization.id, { people, message });
    await invite([{ email: 'Jörg.Okafor@Bücher.example' }], 'first');
    const at = '/inbox.json?to=%20j%C3%B6rg.okafor@xn--bcher-kva.EXAMPLE';
    await eventually(async () => (await (await get(at)).json()).length === 1);
    await invite([{ email: 'jörg.okafor@bücher.example' }, { email: 'somebody.else@bücher.example' }], 'second');
    const mails = await eventually(async () => {
      const found = await (await get(at)).json();
      return found.length === 2 && found;
    });
    expect(mails.map(({ text }: { text: string }) => /\| (\w+)/.exec(text)?.[1])).to.deep.equal(['second', 'first']);
    const [newest] = mails;
    expect(newest).to.include.keys('to', 'subject', 'text', 'html', 'links', 'sentAt');
    expect(newest.links[0]).to.match(new RegExp(`^${demo.origin}/seatkit/join/[\\w-]+$`));
    expect(new Date(newest.sentAt).toISOString()).to.equal(newest.sentAt);
  });

  it('answers on both loopback addresses of the machine', async () => {
    expect(await statusAt('127.0.0.1', demo.port)).to.equal(200);
    const hasIpv6 = Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ address }) => address === '::1'));
    if (hasIpv6) expect(await statusAt('::1', demo.port)).to.equal(200);
    else expect(demo.lines.join('\n')).to.contain('no IPv6 loopback');
  });

  it('keeps everything over a restart: sessions, customers, mail', async function () {
    this.timeout(30_000);
    const mails = await (await get('/inbox.json')).json();
    await demo.stop();
    await demo.start();
    expect(demo.lines.join('\n')).not.to.contain('First start');
    expect(await (await get('/me', { cookie })).json()).to.deep.equal({ email: 'learner@acme.test' });
    expect((await operator().organizations.list({ key: 'Kunde 4711/ä' })).items).to.have.length(1);
    expect(await (await get('/inbox.json')).json()).to.deep.equal(mails);
    expect((await get('/courses/course-1', { cookie })).status).to.equal(200);
  });
});

function statusAt(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ host, port, path: '/' }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .once('error', reject)
      .end();
  });
}
