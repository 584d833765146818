import { ColourScale, type Palette } from '@/client/benches/playground/surface/palette';
import {
  colourCells,
  SurfaceColours,
  type SurfaceKind,
} from '@/client/benches/playground/surface/surface-image';
import { answerKind, largestOf } from '@/client/benches/playground/surface/surface-painter';
import type { Frame, PlaygroundBegun } from '@/engine/playground/messages';
import { featurePicture } from '@/engine/playground/pictures';
import type { FeatureId } from '@/engine/points/features';

/** Paints the small pictures inside a network's nodes. */
export class UnitPainter {
  private readonly colours: SurfaceColours;
  private image: ImageData | null = null;
  private pixels = new Uint32Array(0);

  constructor(palette: Palette) {
    this.colours = new SurfaceColours(palette, new ColourScale(palette));
  }

  /** A feature: the same always. */
  feature(canvas: HTMLCanvasElement, feature: FeatureId): void {
    const values = featurePicture(feature, canvas.width);
    this.put(canvas, values, { kind: 'values', largest: largestOf(values) });
  }

  /** A hidden unit, counted through all hidden layers. Colours are stretched where it goes beyond ±1. */
  unit(canvas: HTMLCanvasElement, frame: Frame, unit: number): void {
    const cells = frame.unitSize * frame.unitSize;
    const values = frame.units.subarray(unit * cells, (unit + 1) * cells);
    this.put(canvas, values, { kind: 'values', largest: Math.max(1, largestOf(values)) });
  }

  /** An output, from the surface: the only one, or the probability of one class. */
  output(canvas: HTMLCanvasElement, frame: Frame, begun: PlaygroundBegun, output: number): void {
    const outputs = begun.shape.layers.at(-1)!.units;
    const side = canvas.width;
    const values = new Float32Array(side * side);
    for (let cell = 0; cell < values.length; cell++) {
      const x = Math.floor((((cell % side) + 0.5) * frame.surfaceSize) / side);
      const y = Math.floor(((Math.floor(cell / side) + 0.5) * frame.surfaceSize) / side);
      values[cell] = frame.surface[(y * frame.surfaceSize + x) * outputs + output]!;
    }
    this.put(canvas, values, outputs === 1 ? answerKind(begun) : { kind: 'two-classes' });
  }

  private put(canvas: HTMLCanvasElement, values: Float32Array, kind: SurfaceKind): void {
    if (this.image?.width !== canvas.width) {
      this.image = new ImageData(canvas.width, canvas.width);
      this.pixels = new Uint32Array(this.image.data.buffer);
    }
    colourCells(values, kind, this.colours, this.pixels);
    canvas.getContext('2d')!.putImageData(this.image!, 0, 0);
  }
}
