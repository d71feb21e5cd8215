import { type Colour, contrast, css, inkOn, luminance, mix, nearest, over } from './colours.ts';
import { probe } from './probes.ts';

/** What the widgets' properties are by the page's own controls, and whether the page is dark there. A property left out stays ours. */
export interface Look {
  readonly dark: boolean;
  readonly properties: Readonly<Record<string, string>>;
}

/** Reads the page where the widget stands, and corrects what would be hard to read (WCAG 2.2 AA). */
export function lookAround(widget: HTMLElement): Look {
  return probe(widget, ({ primary, danger, field, link, text, colour }) => {
    const words = colour(text.color);
    const ground = groundBehind(widget, colour);
    const box = field && over(colour(field.backgroundColor), ground);
    // A page may be grey and its cards and fields white: of the two, the one on which text reads better.
    const found = box && contrast(words, box) > contrast(words, ground) ? box : ground;
    const dark = luminance(found) < 0.18;
    const [away, towards] = dark ? (['white', 'black'] as const) : (['black', 'white'] as const);
    // Links and figures have a fixed lightness for light and for dark: grounds in between would leave them too little contrast.
    const surface = nearest(found, towards, (tried) => (dark ? luminance(tried) < 0.055 : luminance(tried) > 0.78));
    const legible = (wanted: Colour, least: number) => nearest(wanted, away, (tried) => contrast(tried, surface) >= least);

    const textColour = legible(words, 7);
    // Muted text stands on tinted rows, too, and field borders are made of 72 % of it.
    const muted = nearest(mix(0.65, textColour, surface), away, (tried) => {
      const row = mix(0.06, textColour, surface);
      return contrast(tried, row) >= 4.5 && contrast(mix(0.72, tried, surface), surface) >= 3.1;
    });
    const line = field && Number.parseFloat(field.borderTopWidth) > 0 ? over(colour(field.borderTopColor), surface) : undefined;
    const accent = primary ? over(colour(primary.backgroundColor), surface) : link && over(colour(link.color), surface);
    return {
      dark,
      properties: {
        surface: css(surface),
        text: css(textColour),
        muted: css(muted),
        // A hairline, however strong the page draws its fields.
        border: css(nearest(line ?? mix(0.14, textColour, surface), towards, (tried) => contrast(tried, surface) <= 1.7)),
        ...(accent ? { accent: css(withLegibleLabel(accent)) } : {}),
        ...(link ? { focus: css(legible(over(colour(link.color), surface), 4.5)) } : {}),
        ...(danger ? { danger: css(legible(withLegibleLabel(over(colour(danger.backgroundColor), surface)), 5)) } : {}),
        ...(primary
          ? { radius: `${Math.min(12, Number.parseFloat(primary.borderTopLeftRadius) || 0)}px`, density: densityOf(primary) }
          : {}),
        font: fontOf(text),
      },
    };
  });
}

/** The colour behind the widget: that of its nearest painted ancestor, all that is see-through on top of it. */
function groundBehind(widget: HTMLElement, colour: (css: string) => Colour): Colour {
  const layers: Colour[] = [];
  for (let node: Node | null = widget.parentNode; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (!(node instanceof Element)) continue;
    const layer = colour(getComputedStyle(node).backgroundColor);
    if (layer[3] > 0) layers.push(layer);
    if (layer[3] === 1) break;
  }
  return layers.reduceRight((behind, layer) => over(layer, behind), colour('Canvas'));
}

/** A colour for buttons, so that the black or white on it can be read. */
function withLegibleLabel(colour: Colour): Colour {
  const label = inkOn(colour);
  return nearest(colour, luminance(label) > 0.5 ? 'black' : 'white', (tried) => contrast(tried, label) >= 4.5);
}

/** How tall the page's own button is, ours being 32 pixels at 14 pixels of text. */
function densityOf(button: CSSStyleDeclaration): string {
  const size = Number.parseFloat(button.fontSize);
  const around = [button.paddingTop, button.paddingBottom, button.borderTopWidth, button.borderBottomWidth];
  const height = around.reduce((sum, length) => sum + (Number.parseFloat(length) || 0), Number.parseFloat(button.lineHeight) || size * 1.3);
  return String(Math.min(1.25, Math.max(0.75, Math.round((height / 32) * 20) / 20)));
}

/** The page's font in a size that suits tables and forms. */
function fontOf({ fontFamily, fontSize, fontStyle, fontWeight, lineHeight }: CSSStyleDeclaration): string {
  const size = Number.parseFloat(fontSize);
  const ratio = Math.min(1.6, Math.max(1.3, (Number.parseFloat(lineHeight) || size * 1.4) / size));
  const weight = Math.min(500, Number(fontWeight) || 400);
  return `${fontStyle} ${weight} ${Math.min(16, Math.max(13, size))}px/${Math.round(ratio * 100) / 100} ${fontFamily}`;
}
