import { type ColourScale, certaintyColour, type Palette } from './palette';

/** What the numbers of a picture mean. */
export type SurfaceKind =
  /** One output 0 to 1: the probability of class 1. */
  | { kind: 'two-classes' }
  /** So many outputs a cell that add up to 1. */
  | { kind: 'classes'; classes: number }
  /** Values around 0, shown from −largest to largest. */
  | { kind: 'values'; largest: number };

/** Levels of a discretised value: as many as can be told apart at a glance. */
const VALUE_LEVELS = 5;

/** Certainties are rounded to so many steps, so that their colours can be kept. */
const CERTAINTIES = 64;

/** Colours numbers of the network. Made once a theme; `kind` decides the rest. */
export class SurfaceColours {
  private readonly scale: ColourScale;
  private readonly palette: Palette;
  private readonly certain = new Map<number, number>();

  constructor(palette: Palette, scale: ColourScale) {
    this.palette = palette;
    this.scale = scale;
  }

  /** One value: a probability of class 1, or a value. */
  value(value: number, kind: Exclude<SurfaceKind, { kind: 'classes' }>, discrete: boolean): number {
    const shown = kind.kind === 'two-classes' ? 2 * value - 1 : value / kind.largest;
    if (!discrete) return this.scale.at(shown);
    if (kind.kind === 'two-classes') return this.scale.at(shown >= 0 ? 1 : -1);
    const half = (VALUE_LEVELS - 1) / 2;
    return this.scale.at(Math.round(Math.min(1, Math.max(-1, shown)) * half) / half);
  }

  /** A class and the probability that it has. */
  classAt(label: number, probability: number, classes: number, discrete: boolean): number {
    const chance = 1 / classes;
    const certainty = discrete ? 1 : (probability - chance) / (1 - chance);
    const level = Math.round(Math.min(1, Math.max(0, certainty)) * CERTAINTIES);
    const key = (label * 16 + classes) * (CERTAINTIES + 1) + level;
    const known = this.certain.get(key);
    if (known !== undefined) return known;
    const made = certaintyColour(this.palette, label, classes, level / CERTAINTIES);
    this.certain.set(key, made);
    return made;
  }
}

/** Colours every cell of a picture; `pixels` has one number a cell. */
export function colourCells(
  values: Float32Array,
  kind: SurfaceKind,
  colours: SurfaceColours,
  pixels: Uint32Array,
): void {
  if (kind.kind !== 'classes') {
    for (let cell = 0; cell < pixels.length; cell++) pixels[cell] = colours.value(values[cell]!, kind, false);
    return;
  }
  const { classes } = kind;
  for (let cell = 0; cell < pixels.length; cell++) {
    let best = 0;
    for (let k = 1; k < classes; k++) {
      if (values[cell * classes + k]! > values[cell * classes + best]!) best = k;
    }
    pixels[cell] = colours.classAt(best, values[cell * classes + best]!, classes, false);
  }
}

/** Where a pixel of a wide picture lies between the cells of a small one. */
export interface Between {
  low: Int32Array;
  share: Float32Array;
}

/** The places of `wide` pixels between the centres of `cells` cells. */
export function placesBetween(cells: number, wide: number): Between {
  const low = new Int32Array(wide);
  const share = new Float32Array(wide);
  for (let i = 0; i < wide; i++) {
    const at = Math.min(cells - 1, Math.max(0, ((i + 0.5) * cells) / wide - 0.5));
    low[i] = Math.min(cells - 2, Math.floor(at));
    share[i] = at - low[i]!;
  }
  return { low, share };
}

/**
 * Draws decisions with an edge as sharp as the screen: values are interpolated for every pixel before it is decided which
 * side it is on.
 * @param discrete the decision alone; else its certainty too
 */
export function colourPixels(
  values: Float32Array,
  cells: number,
  kind: SurfaceKind,
  colours: SurfaceColours,
  pixels: Uint32Array,
  { low, share }: Between,
  discrete: boolean,
): void {
  const wide = low.length;
  const outputs = kind.kind === 'classes' ? kind.classes : 1;
  const row = new Float32Array(cells * outputs);
  for (let y = 0; y < wide; y++) {
    const above = low[y]! * cells * outputs;
    const below = above + cells * outputs;
    const down = share[y]!;
    for (let i = 0; i < row.length; i++) row[i] = values[above + i]! * (1 - down) + values[below + i]! * down;
    for (let x = 0; x < wide; x++) {
      const left = low[x]! * outputs;
      const across = share[x]!;
      let best = 0;
      let most = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < outputs; k++) {
        const value = row[left + k]! * (1 - across) + row[left + outputs + k]! * across;
        if (value > most) {
          best = k;
          most = value;
        }
      }
      pixels[y * wide + x] =
        kind.kind === 'classes'
          ? colours.classAt(best, most, outputs, discrete)
          : colours.value(most, kind, discrete);
    }
  }
}
