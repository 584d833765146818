import type { DenseNetwork } from '@/engine/dense/dense-network';
import { FEATURES, type FeatureId, writeFeatures } from '@/engine/points/features';
import { PLANE } from '@/engine/points/point-set';
import { DrawnPass } from './drawn-pass';

/**
 * Pictures of the plane: what a network, or one unit of it, answers at the centre of each cell of a square grid. Row by row
 * from the top (y = +6), as image data goes.
 */
export class PlanePictures {
  readonly size: number;
  /** The features of every cell, calculated once: a row of cells after another, in each feature after feature. */
  private readonly rows: readonly Float64Array[];
  private readonly pass: DrawnPass;

  /** @param size cells along each side */
  constructor(size: number, features: readonly FeatureId[]) {
    this.size = size;
    this.pass = new DrawnPass(size);
    const one = new Float64Array(features.length);
    this.rows = Array.from({ length: size }, (_, row) => {
      const columns = new Float64Array(size * features.length);
      for (let i = 0; i < size; i++) {
        const { x, y } = cellCentre(row * size + i, size);
        writeFeatures(features, x, y, one, 0);
        for (let feature = 0; feature < features.length; feature++)
          columns[feature * size + i] = one[feature]!;
      }
      return columns;
    });
  }

  /** The answers: size² cells, in each one number an output. */
  surface(network: DenseNetwork): Float32Array<ArrayBuffer> {
    const { size } = this;
    const { outputs } = network;
    const picture = new Float32Array(size * size * outputs);
    this.rows.forEach((row, number) => {
      const y = this.pass.run(network, row)[network.spans.length - 1]!;
      const from = number * size * outputs;
      for (let output = 0; output < outputs; output++)
        for (let i = 0; i < size; i++) picture[from + i * outputs + output] = y[output * size + i]!;
    });
    return picture;
  }

  /** What every hidden unit answers: picture after picture of size² cells, from the first unit of the first layer. */
  units(network: DenseNetwork): Float32Array<ArrayBuffer> {
    const { size } = this;
    const cells = size * size;
    const hidden = network.spans.slice(0, -1);
    const pictures = new Float32Array(cells * hidden.reduce((sum, span) => sum + span.units, 0));
    this.rows.forEach((row, number) => {
      const answers = this.pass.run(network, row, hidden.length);
      let to = number * size;
      hidden.forEach(({ units }, layer) => {
        const y = answers[layer]!;
        for (let unit = 0; unit < units; unit++, to += cells)
          for (let i = 0; i < size; i++) pictures[to + i] = y[unit * size + i]!;
      });
    });
    return pictures;
  }

  /** What one hidden unit answers, as finely as the surface. `unit` counts through all hidden layers from the first. */
  unit(network: DenseNetwork, unit: number): Float32Array<ArrayBuffer> {
    const { size } = this;
    let layer = 0;
    let within = unit;
    while (within >= network.spans[layer]!.units) within -= network.spans[layer++]!.units;
    const picture = new Float32Array(size * size);
    this.rows.forEach((row, number) => {
      const y = this.pass.run(network, row, layer + 1)[layer]!;
      for (let i = 0; i < size; i++) picture[number * size + i] = y[within * size + i]!;
    });
    return picture;
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
