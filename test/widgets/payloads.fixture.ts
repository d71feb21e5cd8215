/**
 * A page of its own: shows one state of the gallery after the other, in which every text that the server tells, and if asked every word of the
 * widgets, is all payloads at once.
 */
import { SeatkitClient } from '@seatkit/sdk';
import { Acts } from '../../examples/gallery/page/acts.ts';
import { fetchFrom } from '../../examples/gallery/page/answers.ts';
import { allStates } from '../../examples/gallery/page/states.ts';
import { usual } from '../../examples/gallery/page/world.ts';
import { en as core } from '../../widgets/src/words/core/en.ts';
import { en as departure } from '../../widgets/src/words/departure/en.ts';
import { en as drawer } from '../../widgets/src/words/drawer/en.ts';
import { formatsFor } from '../../widgets/src/words/formats.ts';
import { en as group } from '../../widgets/src/words/group/en.ts';
import { en as groups } from '../../widgets/src/words/groups/en.ts';
import { en as invite } from '../../widgets/src/words/invite/en.ts';
import { en as member } from '../../widgets/src/words/member/en.ts';
import { en as options } from '../../widgets/src/words/options/en.ts';
import { en as person } from '../../widgets/src/words/person/en.ts';
import { en as pools } from '../../widgets/src/words/pools/en.ts';
import { everything, lookThrough } from './script-payloads.ts';

const { setWords } = (await import(new URL('/assets/seatkit.js', location.href).href)) as { setWords(locale: string, words: object): void };

/** What somebody has typed, wherever it is told. */
const typed =
  /^(name|firstName|lastName|description|groupName|poolName|product|salutation|externalId|lmsUserId|managedBy|title|detail|subject|greeting|text|html|label|copyLink|lines|after|footer)$/;

function spoilt(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return typed.test(key) && value !== '' && value !== 'manual' ? everything : value;
  if (Array.isArray(value)) return value.map((item) => spoilt(item, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spoilt(inner, name)]));
}

function spoiltSentence(made: unknown): unknown {
  return Array.isArray(made) ? made.map(spoiltSentence) : `${String(made)} ${everything}`;
}

/** Words with the payloads in place of each, or after each that is made of something. */
function spoiltWords(words: object): object {
  return Object.fromEntries(
    Object.entries(words).map(([key, word]) => {
      if (typeof word === 'string') return [key, everything];
      if (typeof word !== 'function') return [key, spoiltWords(word)];
      const isFormat = ['number', 'date', 'when'].includes(key);
      return [key, isFormat ? word : (...given: unknown[]) => spoiltSentence(word(...given))];
    }),
  );
}

async function show(index: number): Promise<ReturnType<typeof lookThrough>> {
  const { tag, world = usual, fault, attributes = {}, act, covers } = allStates[index]!;
  const answer = fetchFrom(world, fault);
  let asked = 0;
  const fetch = async (url: string, init: RequestInit) => {
    asked += 1;
    try {
      const response = await answer(url, init);
      const { status, headers } = response;
      return new Response(status === 204 ? null : JSON.stringify(spoilt(await response.json())), { status, headers });
    } finally {
      asked -= 1;
    }
  };
  const widget = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) widget.setAttribute(key, value);
  Object.assign(widget, { client: new SeatkitClient({ baseUrl: '/none', fetch, retries: 0 }) });
  document.querySelector('main')!.replaceChildren(widget);
  const acts = new Acts(widget);
  await act?.(acts);
  if (covers) await acts.find('dialog[open], :popover-open');
  // Until everything is answered and nothing has changed for a while; loading goes on for ever.
  for (let before = '', quiet = 0, round = 0; quiet < 3 && round < 40; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 40));
    const now = lookThrough().texts.join();
    quiet = now === before && asked === 0 ? quiet + 1 : 0;
    before = now;
  }
  return lookThrough();
}

const refused: string[] = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => refused.push(`${violatedDirective} ${sample}`));

Object.assign(window, {
  payloadPage: {
    states: allStates.map(({ tag, name }) => `${tag} ${name}`),
    show,
    refused: () => refused,
    spoilWords() {
      for (const words of [core, departure, drawer, group, groups, invite, member, options, person, pools])
        setWords('en', spoiltWords(words(formatsFor('en'))));
    },
  },
});
