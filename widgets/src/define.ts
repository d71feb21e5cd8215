/** Registers an element, unless another copy of the widgets (or the page itself) has already taken the name. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!globalThis.customElements?.get(tag)) globalThis.customElements?.define(tag, element);
}
