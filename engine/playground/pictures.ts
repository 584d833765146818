import type { DenseNetwork } from '@/engine/dense/dense-network';
import { FEATURES, type FeatureId, writeFeatures } from '@/engine/points/features';
import { PLANE } from '@/engine/points/point-set';

/**
 * Pictures of the plane: what a network, or one unit of it, answers at the centre of each cell of a square grid. Row by row
 * from the top (y = +6), as image data goes.
 */
export class PlanePictures {
  readonly size: number;
  /** The features of every cell, calculated once. */
  private readonly inputs: Float64Array;
  private readonly width: number;

  /** @param size cells along each side */
  constructor(size: number, features: readonly FeatureId[]) {
    this.size = size;
    this.width = features.length;
    this.inputs = new Float64Array(size * size * this.width);
    for (let cell = 0; cell < size * size; cell++) {
      const { x, y } = cellCentre(cell, size);
      writeFeatures(features, x, y, this.inputs, cell * this.width);
    }
  }

  /** The answers: size² cells, in each one number an output. */
  surface(network: DenseNetwork): Float32Array<ArrayBuffer> {
    const outputs = network.outputs;
    const picture = new Float32Array(this.size * this.size * outputs);
    this.eachRow(network, (from, count) => {
      const y = network.outputsOf(network.spans.length - 1);
      for (let i = 0; i < count * outputs; i++) picture[from * outputs + i] = y[i]!;
    });
    return picture;
  }

  /** What every hidden unit answers: picture after picture of size² cells, from the first unit of the first layer. */
  units(network: DenseNetwork): Float32Array<ArrayBuffer> {
    const cells = this.size * this.size;
    const hidden = network.spans.slice(0, -1);
    const pictures = new Float32Array(cells * hidden.reduce((sum, span) => sum + span.units, 0));
    this.eachRow(network, (from, count) => {
      let first = 0;
      hidden.forEach(({ units }, layer) => {
        const y = network.outputsOf(layer);
        for (let unit = 0; unit < units; unit++) {
          const to = (first + unit) * cells + from;
          for (let i = 0; i < count; i++) pictures[to + i] = y[i * units + unit]!;
        }
        first += units;
      });
    });
    return pictures;
  }

  /** What one hidden unit answers, as finely as the surface. `unit` counts through all hidden layers from the first. */
  unit(network: DenseNetwork, unit: number): Float32Array<ArrayBuffer> {
    let layer = 0;
    let within = unit;
    while (within >= network.spans[layer]!.units) within -= network.spans[layer++]!.units;
    const { units } = network.spans[layer]!;
    const picture = new Float32Array(this.size * this.size);
    this.eachRow(network, (from, count) => {
      const y = network.outputsOf(layer);
      for (let i = 0; i < count; i++) picture[from + i] = y[i * units + within]!;
    });
    return picture;
  }

  private eachRow(network: DenseNetwork, take: (from: number, count: number) => void): void {
    for (let row = 0; row < this.size; row++) {
      network.forwardRange(this.inputs, row * this.size, this.size);
      take(row * this.size, this.size);
    }
  }
}

/** The place on the plane that a cell shows. */
export function cellCentre(cell: number, size: number): { x: number; y: number } {
  const step = (2 * PLANE) / size;
  return {
    x: -PLANE + ((cell % size) + 0.5) * step,
    y: PLANE - (Math.floor(cell / size) + 0.5) * step,
  };
}

/** A feature itself as a picture, for the network's inputs. */
export function featurePicture(feature: FeatureId, size: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: size * size }, (_, cell) => {
    const { x, y } = cellCentre(cell, size);
    return FEATURES[feature].of(x, y);
  });
}
