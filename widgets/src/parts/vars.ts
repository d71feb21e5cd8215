import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

/** Sets custom properties through the CSSOM: a `style` attribute would be refused by a strict Content-Security-Policy. */
class Vars extends Directive {
  override render(_values: Readonly<Record<string, number | string>>): unknown {
    return noChange;
  }

  override update(part: ElementPart, [values]: [Readonly<Record<string, number | string>>]): unknown {
    for (const [name, value] of Object.entries(values)) (part.element as HTMLElement).style.setProperty(name, String(value));
    return noChange;
  }
}

/** `<i ${vars({ '--_n': 3 })}>` */
export const vars = directive(Vars);
