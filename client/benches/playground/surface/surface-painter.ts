import type { Frame, PlaygroundBegun } from '@/engine/playground/messages';
import { featurePicture } from '@/engine/playground/pictures';
import { contour } from './contour';
import type { FocusTarget } from './focus-target';
import { ColourScale, cssColour, type Palette } from './palette';
import {
  type Between,
  colourCells,
  colourPixels,
  placesBetween,
  SurfaceColours,
  type SurfaceKind,
} from './surface-image';

/** Device pixels along a side that decisions are calculated for: beyond, the eye gains nothing and frames are lost. */
const MOST_DECISION_PIXELS = 640;

export function largestOf(values: Float32Array, from = 0, to = values.length): number {
  let largest = 0;
  for (let i = from; i < to; i++) {
    const size = Math.abs(values[i]!);
    if (size > largest) largest = size;
  }
  return largest;
}

/** What the numbers of a network's answer mean. */
export function answerKind({ points }: Pick<PlaygroundBegun, 'points'>): SurfaceKind {
  const { classes } = points.train;
  if (classes === 0) return { kind: 'values', largest: 1 };
  return classes === 2 ? { kind: 'two-classes' } : { kind: 'classes', classes };
}

/** Draws a frame's surface, or one unit's or feature's picture, on a canvas. Keeps what can be used again. */
export class SurfacePainter {
  private readonly palette: Palette;
  private readonly colours: SurfaceColours;
  private small: { canvas: HTMLCanvasElement; image: ImageData; pixels: Uint32Array } | null = null;
  private large: {
    canvas: HTMLCanvasElement;
    image: ImageData;
    pixels: Uint32Array;
    between: Between;
  } | null = null;
  private feature: { id: string; size: number; values: Float32Array } | null = null;

  constructor(palette: Palette) {
    this.palette = palette;
    this.colours = new SurfaceColours(palette, new ColourScale(palette));
  }

  /** @param side CSS pixels; the context is scaled to them */
  paint(
    context: CanvasRenderingContext2D,
    side: number,
    frame: Frame,
    begun: PlaygroundBegun,
    discrete: boolean,
    target: FocusTarget | null,
  ): void {
    const { values, kind } = this.subject(frame, begun, target);
    const cells = frame.surfaceSize;
    // Between more than two classes there is an edge even where it is shown how sure the network is.
    if ((discrete && target === null) || kind.kind === 'classes') {
      const wide = Math.min(MOST_DECISION_PIXELS, context.canvas.width);
      const { canvas, image, pixels, between } = this.largeFor(wide, cells);
      colourPixels(values, cells, kind, this.colours, pixels, between, discrete);
      canvas.getContext('2d')!.putImageData(image, 0, 0);
      context.imageSmoothingEnabled = wide !== context.canvas.width;
      context.drawImage(canvas, 0, 0, side, side);
      return;
    }
    const { canvas, image, pixels } = this.smallFor(cells);
    colourCells(values, kind, this.colours, pixels);
    canvas.getContext('2d')!.putImageData(image, 0, 0);
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = 'high';
    context.drawImage(canvas, 0, 0, side, side);
    if (target === null && kind.kind === 'two-classes') this.edge(context, side, values, cells);
  }

  /** The line where the answer changes. */
  private edge(context: CanvasRenderingContext2D, side: number, values: Float32Array, cells: number): void {
    const pieces = contour(values, cells, 0.5);
    const scale = side / cells;
    context.beginPath();
    for (let i = 0; i < pieces.length; i += 4) {
      context.moveTo((pieces[i]! + 0.5) * scale, (pieces[i + 1]! + 0.5) * scale);
      context.lineTo((pieces[i + 2]! + 0.5) * scale, (pieces[i + 3]! + 0.5) * scale);
    }
    context.lineWidth = 1;
    context.strokeStyle = cssColour(this.palette.ink, 0.55);
    context.stroke();
  }

  private subject(
    frame: Frame,
    begun: PlaygroundBegun,
    target: FocusTarget | null,
  ): { values: Float32Array; kind: SurfaceKind } {
    const answer = { values: frame.surface, kind: answerKind(begun) };
    if (target === null) return answer;
    if (target.on === 'feature') {
      const values = this.featureValues(target.feature, frame.surfaceSize);
      return { values, kind: { kind: 'values', largest: largestOf(values) } };
    }
    if (target.on === 'unit') {
      const { enlarged } = frame;
      // Asked for, but not there yet: the whole answer stays a moment longer.
      if (enlarged?.unit !== target.unit) return answer;
      return {
        values: enlarged.picture,
        kind: { kind: 'values', largest: Math.max(1, largestOf(enlarged.picture)) },
      };
    }
    const outputs = begun.shape.layers.at(-1)!.units;
    if (outputs === 1) return answer;
    const values = new Float32Array(frame.surface.length / outputs);
    for (let cell = 0; cell < values.length; cell++)
      values[cell] = frame.surface[cell * outputs + target.output]!;
    return { values, kind: { kind: 'two-classes' } };
  }

  private featureValues(feature: Extract<FocusTarget, { on: 'feature' }>['feature'], size: number) {
    if (this.feature?.id !== feature || this.feature.size !== size) {
      this.feature = { id: feature, size, values: featurePicture(feature, size) };
    }
    return this.feature.values;
  }

  private smallFor(size: number) {
    if (this.small?.canvas.width !== size) this.small = sheet(size);
    return this.small!;
  }

  private largeFor(size: number, cells: number) {
    if (this.large?.canvas.width !== size)
      this.large = { ...sheet(size), between: placesBetween(cells, size) };
    return this.large!;
  }
}

function sheet(size: number) {
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const image = new ImageData(size, size);
  return { canvas, image, pixels: new Uint32Array(image.data.buffer) };
}
