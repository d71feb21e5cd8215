import type { Colour } from './colours.ts';

/** What libraries of components call a button for the main action, one for deleting, and a field. */
const names = {
  primary: [
    'btn btn-primary',
    'button primary',
    'button is-primary',
    'button button-primary',
    'mdc-button mdc-button--unelevated',
    'mat-mdc-unelevated-button mat-primary',
    'MuiButton-contained MuiButton-containedPrimary',
    'pf-v6-c-button pf-m-primary',
    'ui primary button',
  ],
  danger: ['btn btn-danger', 'button danger', 'button is-danger', 'pf-v6-c-button pf-m-danger', 'ui negative button'],
  field: ['form-control', 'input', 'mdc-text-field__input', 'MuiOutlinedInput-input', 'pf-v6-c-form-control'],
} as const;

/** What the page makes of its own controls, where the widget stands. Undefined: it leaves them to the browser. */
export interface Probes {
  readonly primary: CSSStyleDeclaration | undefined;
  readonly danger: CSSStyleDeclaration | undefined;
  readonly field: CSSStyleDeclaration | undefined;
  readonly link: CSSStyleDeclaration | undefined;
  /** The text around the widget. */
  readonly text: CSSStyleDeclaration;
  /** Any colour of CSS in numbers. */
  colour(css: string): Colour;
}

type Differs = (style: CSSStyleDeclaration, from: CSSStyleDeclaration) => boolean;

const otherGround: Differs = (style, from) =>
  style.backgroundColor !== from.backgroundColor && style.backgroundColor !== 'rgba(0, 0, 0, 0)';
const otherBox: Differs = (style, from) => otherGround(style, from) || style.borderTopColor !== from.borderTopColor;
const otherWords: Differs = (style, from) => style.color !== from.color;

/**
 * Puts controls of every usual name beside the widget, lets `read` look at what the page's style sheets make of them, and takes them away
 * again. All of it happens in one go and in a hidden box, so that nothing is ever painted and nothing moves.
 */
export function probe<Value>(widget: HTMLElement, read: (probes: Probes) => Value): Value {
  const box = document.createElement('div');
  box.hidden = true;
  // In a shadow tree no rule of the page applies: this is how the browser itself paints a control.
  const browser = document.createElement('div').attachShadow({ mode: 'open' });
  const converter = document.createElement('i');
  box.append(browser.host, converter);
  (widget.parentNode ?? document.body).appendChild(box);

  const styleOf = (tag: string, classes = '', place: Node = box) => {
    const element = document.createElement(tag);
    if (tag === 'a') element.setAttribute('href', '#');
    if (classes) element.className = classes;
    place.appendChild(element);
    return getComputedStyle(element);
  };
  /** By a name that means something to the page: its last class changes what the others make of it. */
  const named = (tag: string, differs: Differs, known: readonly string[]) =>
    known
      .map((classes) => ({ style: styleOf(tag, classes), without: styleOf(tag, classes.slice(0, classes.lastIndexOf(' ')).trim()) }))
      .find(({ style, without }) => differs(style, without))?.style;
  const unnamed = (tag: string, differs: Differs) => {
    const style = styleOf(tag);
    return differs(style, styleOf(tag, '', browser)) ? style : undefined;
  };
  const colour = (css: string): Colour => {
    converter.style.color = `color-mix(in srgb, ${css}, ${css})`;
    const parts = getComputedStyle(converter).color.match(/-?\d[\d.e-]*|none/g) ?? [];
    const [red = 0, green = 0, blue = 0, alpha = 1] = parts.map((part) => Math.min(1, Math.max(0, Number(part) || 0)));
    return [red, green, blue, alpha];
  };

  try {
    return read({
      primary: named('button', otherGround, names.primary) ?? ownButton(colour) ?? unnamed('button', otherGround),
      danger: named('button', otherGround, names.danger),
      field: named('input', otherBox, names.field) ?? unnamed('input', otherBox),
      link: unnamed('a', otherWords),
      text: styleOf('div'),
      colour,
    });
  } finally {
    box.remove();
  }
}

/** The most colourful of the page's own buttons, whatever they are called. */
function ownButton(colour: (css: string) => Colour): CSSStyleDeclaration | undefined {
  let best: CSSStyleDeclaration | undefined;
  let most = 0.25;
  for (const button of [...document.querySelectorAll('button, [type=submit], [role=button]')].slice(0, 60)) {
    const style = getComputedStyle(button);
    const [red, green, blue, alpha] = colour(style.backgroundColor);
    const colourful = alpha < 1 ? 0 : Math.max(red, green, blue) - Math.min(red, green, blue);
    if (colourful <= most) continue;
    best = style;
    most = colourful;
  }
  return best;
}
