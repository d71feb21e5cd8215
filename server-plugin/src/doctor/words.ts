import type { Base } from '../context.ts';
import { renderJoinPage } from '../join/join.page.ts';
import { composeMail, type MailContent } from '../outbox/mails/compose.ts';
import type { PageName } from '../words/join.words.ts';
import { chooseLanguage } from '../words/language.ts';
import type { Language } from '../words/words.ts';
import { type Finding, ok } from './finding.ts';

/** Whether every mail and every page can be written, with the host's words and in its layout. Throws what the first of them throws. */
export async function words({ host }: Base): Promise<Finding> {
  for (const name of Object.keys(host.words) as Language[]) {
    const language = chooseLanguage([name]);
    const { mail, join } = host.words[name];
    for (const [template, said] of Object.entries(mail)) {
      if (typeof said !== 'object') continue;
      const knownAccount = template === 'invitation_known';
      const content = { ...sample, language, knownAccount, template: knownAccount ? 'invitation' : template } as MailContent;
      await composeMail(host, content).catch((cause: unknown) => failWith(`the mail ${template} in ${name}`, cause));
    }
    for (const [page, said] of Object.entries(join)) {
      if (typeof said !== 'object') continue;
      try {
        renderJoinPage(host, { name: page as PageName, status: 200, language });
      } catch (cause) {
        failWith(`the page ${page} in ${name}`, cause);
      }
    }
  }
  return ok('Every mail and every page can be written.');
}

const sample: Omit<MailContent, 'language' | 'template' | 'knownAccount'> = {
  site: 'The platform',
  organization: 'Acme',
  inviter: null,
  firstName: '',
  lastName: '',
  products: ['A product'],
  message: 'A message',
  url: 'https://lms.example/',
  expiresAt: new Date(0).toISOString(),
  oldEmail: 'old@lms.example',
  newEmail: 'new@lms.example',
};

function failWith(what: string, cause: unknown): never {
  throw new Error(`Seatkit cannot write ${what}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
}
