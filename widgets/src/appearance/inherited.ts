import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { lookAround } from './look.ts';

/** A widget that may take over the page's look. */
export interface Inheriting extends ReactiveControllerHost, HTMLElement {
  readonly appearance: string;
}

/**
 * Gives a widget with `appearance="inherit"` the look of the page around it, and again whenever that changes: another theme by the system, by
 * an attribute of any element around it, or by a style sheet that comes later. It does so through a style sheet of the widget's own tree, below
 * the ten properties: what the page sets there wins.
 */
export class Inherited implements ReactiveController {
  readonly #host: Inheriting;
  readonly #sheet = new CSSStyleSheet();
  readonly #scheme = matchMedia('(prefers-color-scheme: dark)');
  readonly #attributes = new MutationObserver(() => this.#read());
  #rules = '';
  #wish: Inheriting['appearance'] | undefined;

  constructor(host: Inheriting) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const tree = this.#host.shadowRoot;
    if (tree && !tree.adoptedStyleSheets.includes(this.#sheet)) tree.adoptedStyleSheets.push(this.#sheet);
    for (let node: Node | null = this.#host.parentNode; node; node = node instanceof ShadowRoot ? node.host : node.parentNode)
      if (node instanceof Element) this.#attributes.observe(node, { attributes: true });
    this.#attributes.observe(document.head, { childList: true });
    this.#scheme.addEventListener('change', this.#read);
    // Sheets that are still on their way, and colours that are still fading into others.
    for (const type of ['load', 'transitionend']) addEventListener(type, this.#changed, { capture: true });
    this.#read();
  }

  hostDisconnected(): void {
    this.#attributes.disconnect();
    this.#scheme.removeEventListener('change', this.#read);
    for (const type of ['load', 'transitionend']) removeEventListener(type, this.#changed, { capture: true });
  }

  /** The widget itself knows when the wish has changed; everything else that matters is heard of. */
  hostUpdate(): void {
    if (this.#host.appearance !== this.#wish) this.#read();
  }

  readonly #changed = ({ type, target }: Event) => {
    const concerns =
      type === 'load' ? target === document || target instanceof HTMLLinkElement : target instanceof Node && target.contains(this.#host);
    if (concerns) this.#read();
  };

  readonly #read = () => {
    if (!this.#host.isConnected) return;
    this.#wish = this.#host.appearance;
    const rules = this.#host.appearance === 'inherit' ? rulesOf(this.#host) : '';
    if (rules !== this.#rules) this.#sheet.replaceSync(rules);
    this.#rules = rules;
  };
}

function rulesOf(host: Inheriting): string {
  const { dark, properties } = lookAround(host);
  const declarations = Object.entries(properties).map(([name, value]) => `--_host-${name}: ${value};`);
  return `:host { color-scheme: ${dark ? 'dark' : 'light'} !important; ${declarations.join(' ')} }`;
}
