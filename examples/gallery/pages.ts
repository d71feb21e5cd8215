import type { Host, HostName } from './hosts.ts';
import { hosts } from './hosts.ts';
import { allStates, type Tag } from './page/states.ts';

/** What to show, and how. Text of the address, so that every view can be linked to. */
export interface Wish {
  readonly tag: Tag;
  /** Empty: all states of the widget. */
  readonly state: string;
  readonly host: HostName;
  readonly lang: string;
  readonly dir: string;
  readonly theme: string;
  readonly appearance: string;
  readonly width: string;
}

const tags = [...new Set(allStates.map(({ tag }) => tag))];
const choices = {
  tag: tags,
  host: Object.keys(hosts) as HostName[],
  lang: ['en', 'de', 'de-informal', 'fr', 'nl'],
  dir: ['ltr', 'rtl'],
  theme: ['light', 'dark'],
  appearance: ['own', 'inherit'],
  width: ['full', '1280', '768', '320'],
} as const satisfies Partial<Record<keyof Wish, readonly string[]>>;

/** A whole wish: what is missing or unknown is the first choice. */
export function wishOf(asked: Partial<Wish>): Wish {
  const entries = Object.entries(choices).map(([key, known]: [string, readonly string[]]) => {
    const wanted = String(asked[key as keyof Wish] ?? '');
    return [key, known.includes(wanted) ? wanted : known[0]];
  });
  return { ...Object.fromEntries(entries), state: String(asked.state ?? '') } as unknown as Wish;
}

/** The page with the choices, and what was chosen in a frame. */
export function renderIndex(wish: Wish): string {
  const fields = Object.entries(choices).map(
    ([key, known]: [string, readonly string[]]) =>
      `<label>${key} <select name="${key}">${known.map((value) => `<option${wish[key as keyof Wish] === value ? ' selected' : ''}>${value}</option>`).join('')}</select></label>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Seatkit gallery</title>
<link rel="stylesheet" href="/hosts/gallery.css"></head>
<body class="gallery"><form>${fields.join('\n')}<button>Show</button></form>
<iframe title="${wish.tag} on a page of the host ${wish.host}" width="${wish.width === 'full' ? '100%' : wish.width}" src="${addressOf(wish)}"></iframe></body></html>`;
}

/** A page of the host with the widget in one state, or in all of them. */
export function renderStage(host: Host, wish: Wish): string {
  const states = allStates.filter(({ tag, name }) => tag === wish.tag && (wish.state === '' || name === wish.state));
  const stages = states.map(({ name, covers }) => {
    const alone = wish.state !== '' || !covers;
    return `<section class="gallery-state"><h2>${name}</h2>${
      alone ? renderWidget(wish, name) : `<iframe title="${name}" loading="lazy" src="${addressOf({ ...wish, state: name })}"></iframe>`
    }</section>`;
  });
  const { attributes, body } = host(wish.theme === 'dark', `${wish.tag.slice('seatkit-'.length)}`, stages.join('\n'));
  return `<!doctype html>
<html lang="${wish.lang}" dir="${wish.dir}" ${attributes}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${wish.tag}</title>
<link rel="stylesheet" href="/hosts/${wish.host}.css"><link rel="stylesheet" href="/hosts/gallery.css">
<script type="module" src="/gallery.js"></script></head>
<body>${body}</body></html>`;
}

/** Where the page's script puts a widget in. */
export function renderWidget({ tag, appearance }: Pick<Wish, 'tag' | 'appearance'>, state: string): string {
  return `<div data-tag="${tag}" data-state="${state}"${appearance === 'inherit' ? ' data-attributes="appearance=inherit"' : ''}></div>`;
}

function addressOf(wish: Wish): string {
  return `/stage?${new URLSearchParams(Object.entries(wish))}`.replaceAll('&', '&amp;');
}
