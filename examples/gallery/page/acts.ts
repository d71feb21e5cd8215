/** What somebody would do to bring a widget into a state: look for a thing in it, press it, type into it. */
export class Acts {
  #widget: HTMLElement;

  constructor(widget: HTMLElement) {
    this.#widget = widget;
  }

  /** The first element of the selector in the widget, waited for; elements inside the widget count too. */
  async find(selector: string): Promise<HTMLElement> {
    for (const end = performance.now() + 5000; performance.now() < end; ) {
      const found = findDeep(this.#widget, selector);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    throw new Error(`The widget shows no ${selector}`);
  }

  async press(selector: string): Promise<void> {
    (await this.find(`:is(${selector}):not([aria-disabled="true"])`)).click();
  }

  async type(selector: string, text: string): Promise<void> {
    const field = (await this.find(selector)) as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }

  /** Gives the widget something of the page's own. */
  fill(slot: string, tag: string, text: string): void {
    const own = document.createElement(tag);
    Object.assign(own, { slot, textContent: text });
    this.#widget.append(own);
  }

  async choose(selector: string, value: string): Promise<void> {
    const select = (await this.find(selector)) as HTMLSelectElement;
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  /** Puts a new widget in the place of the old one, as after a reload. */
  renew(): void {
    const fresh = this.#widget.cloneNode() as HTMLElement;
    Object.assign(fresh, { client: (this.#widget as HTMLElement & { client: unknown }).client });
    this.#widget.replaceWith(fresh);
    this.#widget = fresh;
  }

  async key(selector: string, key: string): Promise<void> {
    (await this.find(selector)).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  }
}

function findDeep(root: Element, selector: string): HTMLElement | null {
  const tree = root.shadowRoot;
  if (!tree) return null;
  const here = tree.querySelector<HTMLElement>(selector);
  if (here) return here;
  for (const inner of tree.querySelectorAll('*')) {
    const found = findDeep(inner, selector);
    if (found) return found;
  }
  return null;
}
