/** Red, green, blue and opacity, each from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const black: Colour = [0, 0, 0, 1];
const white: Colour = [1, 1, 1, 1];

/** As a style sheet writes it. */
export function css([red, green, blue]: Colour): string {
  return `rgb(${[red, green, blue].map((part) => Math.round(part * 255)).join(' ')})`;
}

/** So much of one colour over another. */
export function mix(share: number, colour: Colour, other: Colour): Colour {
  const part = (i: 0 | 1 | 2) => colour[i] * share + other[i] * (1 - share);
  return [part(0), part(1), part(2), 1];
}

/** A see-through colour on what lies behind it. */
export function over(colour: Colour, behind: Colour): Colour {
  return mix(colour[3], colour, behind);
}

/** The contrast of WCAG 2, from 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** How bright it is, from 0 to 1. */
export function luminance(colour: Colour): number {
  const [red, green, blue] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The nearest colour on the way to black or white that passes. */
export function nearest(colour: Colour, goal: 'black' | 'white', passes: (tried: Colour) => boolean): Colour {
  const end = goal === 'black' ? black : white;
  for (let share = 0; share < 1; share += 0.02) {
    const tried = mix(share, end, colour);
    if (passes(tried)) return tried;
  }
  return end;
}

/** What is written on this colour: the tokens decide it in the same way, by the lightness of OKLCH. */
export function inkOn(colour: Colour): Colour {
  const [red, green, blue] = linear(colour);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short < 0.57 ? white : black;
}

function linear([red, green, blue]: Colour): readonly [number, number, number] {
  const part = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return [part(red), part(green), part(blue)];
}
