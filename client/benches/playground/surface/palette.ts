import { channels, tokenColour } from '@/client/charts/token-colour';

export type Rgb = readonly [red: number, green: number, blue: number];

/** The theme's colours as canvases need them. */
export interface Palette {
  negative: Rgb;
  positive: Rgb;
  paper: Rgb;
  ink: Rgb;
  inkSoft: Rgb;
  line: Rgb;
  focus: Rgb;
  /** One for each of up to six classes; for two, negative and positive. */
  series: readonly Rgb[];
}

/** Classes beyond two take these: far apart in lightness too (Okabe-Ito's order changed). */
const SERIES = ['series-2', 'series-1', 'series-5', 'series-4', 'series-3', 'series-8'];

export function readPalette(element: HTMLElement): Palette {
  const read = (token: string): Rgb => channels(tokenColour(element, token));
  return {
    negative: read('negative'),
    positive: read('positive'),
    paper: read('surface-raised'),
    ink: read('ink'),
    inkSoft: read('ink-soft'),
    line: read('line-strong'),
    focus: read('focus'),
    series: SERIES.map(read),
  };
}

/** The tokens of the classes' colours, for what is drawn with CSS. */
export function classToken(label: number, classes: number): string {
  return classes <= 2 ? (label === 0 ? 'negative' : 'positive') : SERIES[label]!;
}

export function classColour({ negative, positive, series }: Palette, label: number, classes: number): Rgb {
  return classes <= 2 ? (label === 0 ? negative : positive) : series[label]!;
}

export function mix(from: Rgb, to: Rgb, share: number): Rgb {
  return [0, 1, 2].map((i) => Math.round(from[i]! + (to[i]! - from[i]!) * share)) as unknown as Rgb;
}

export function cssColour([red, green, blue]: Rgb, alpha = 1): string {
  return alpha === 1 ? `rgb(${red} ${green} ${blue})` : `rgb(${red} ${green} ${blue} / ${alpha})`;
}

/** How much of the full colour a surface shows at its ends: points in that colour must still stand out. */
const SURFACE_SHARE = 0.55;

/** Steps of a colour scale from −1 to 1. */
const STEPS = 512;

/** A colour scale as whole pixels (the byte order of image data), from −1 (negative) to 1 (positive). */
export class ColourScale {
  private readonly pixels = new Uint32Array(STEPS + 1);

  constructor({ negative, positive, paper }: Palette) {
    for (let i = 0; i <= STEPS; i++) {
      const value = (2 * i) / STEPS - 1;
      this.pixels[i] = packed(mix(paper, value < 0 ? negative : positive, SURFACE_SHARE * Math.abs(value)));
    }
  }

  /** @param value clamped to −1 … 1; what is no number counts as 0 */
  at(value: number): number {
    const index = ((value + 1) * STEPS) / 2;
    if (!(index > 0)) return this.pixels[Number.isNaN(value) ? STEPS / 2 : 0]!;
    return this.pixels[index >= STEPS ? STEPS : index | 0]!;
  }
}

/** The colour of a class at a certainty of 0 to 1, on a surface. */
export function certaintyColour(palette: Palette, label: number, classes: number, certainty: number): number {
  const share = SURFACE_SHARE * (0.15 + 0.85 * certainty);
  return packed(mix(palette.paper, classColour(palette, label, classes), share));
}

/** Red first in memory on the little-endian machines that browsers run on. */
function packed([red, green, blue]: Rgb): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
