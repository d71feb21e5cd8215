/** Markup that may be put into a page or a mail as it is. Made only by `html`, so that everything else is escaped. */
export interface Html {
  readonly markup: string;
}

type Value = string | number | Html | readonly Html[] | null | undefined | false;

/** A piece of HTML: what stands in `${}` is escaped unless it is a piece of HTML itself; null, undefined and false leave nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { markup: strings.reduce((text, part, at) => text + markupOf(values[at - 1]) + part) };
}

function markupOf(value: Value): string {
  if (value === null || value === undefined || value === false) return '';
  if (Array.isArray(value)) return value.map(markupOf).join('');
  if (typeof value === 'object') return (value as Html).markup;
  return escapeHtml(String(value));
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}

/** Text of several lines as it was typed: escaped, its line breaks kept. */
export function multiLineHtml(text: string): Html {
  return { markup: text.split('\n').map(escapeHtml).join('<br>') };
}
