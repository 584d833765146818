import { activateAll } from '@/engine/dense/activate-all';
import { softmax } from '@/engine/dense/activations';
import type { DenseNetwork } from '@/engine/dense/dense-network';
import type { LayerSpan } from '@/engine/dense/shape';

/**
 * The way forward through a network for pictures of it: unit after unit, in each cell after cell, so that a unit's answers are a picture, its sums are straight
 * runs, and the activation goes over all of them at once. What is drawn is what the network answers, but for the order in which a sum is added up.
 */
export class DrawnPass {
  private columns: Float64Array[] = [];
  private sums = new Float64Array(0);
  private single = new Float64Array(0);

  /** @param cells so many at a time */
  constructor(private readonly cells: number) {}

  /**
   * @param input feature after feature, in each cell after cell
   * @param depth layers to go through
   * @returns what each of them answers: unit × cells + cell. Views: copy what must last
   */
  run({ weights, spans }: DenseNetwork, input: Float64Array, depth = spans.length): readonly Float64Array[] {
    const { cells } = this;
    let x = input;
    for (let layer = 0; layer < depth; layer++) {
      const span = spans[layer]!;
      const numbers = span.units * cells;
      if (this.columns[layer]?.length !== numbers) this.columns[layer] = new Float64Array(numbers);
      if (this.sums.length < numbers) this.sums = new Float64Array(numbers);
      const y = this.columns[layer]!;
      columnSums(weights, span, x, this.sums, cells);
      this.activate(span, y);
      x = y;
    }
    return this.columns;
  }

  private activate({ activation, units }: LayerSpan, y: Float64Array): void {
    const { sums, cells } = this;
    if (activation !== 'softmax') activateAll(activation, sums, y, y.length);
    else {
      if (this.single.length < units) this.single = new Float64Array(units);
      const { single } = this;
      for (let cell = 0; cell < cells; cell++) {
        for (let unit = 0; unit < units; unit++) single[unit] = sums[unit * cells + cell]!;
        softmax(single, single, 0, units);
        for (let unit = 0; unit < units; unit++) y[unit * cells + cell] = single[unit]!;
      }
    }
  }
}

/** z = W x + b, up to four inputs while all cells go by. */
function columnSums(
  w: Float64Array,
  { inputs, units, weightsAt, biasesAt }: LayerSpan,
  x: Float64Array,
  z: Float64Array,
  cells: number,
): void {
  for (let unit = 0; unit < units; unit++) {
    const to = unit * cells;
    const at = weightsAt + unit * inputs;
    z.fill(w[biasesAt + unit]!, to, to + cells);
    let i = 0;
    for (; i + 4 <= inputs; i += 4) {
      const w0 = w[at + i]!;
      const w1 = w[at + i + 1]!;
      const w2 = w[at + i + 2]!;
      const w3 = w[at + i + 3]!;
      const from = i * cells;
      for (let cell = 0; cell < cells; cell++)
        z[to + cell]! +=
          w0 * x[from + cell]! +
          w1 * x[from + cells + cell]! +
          w2 * x[from + 2 * cells + cell]! +
          w3 * x[from + 3 * cells + cell]!;
    }
    for (; i < inputs; i++) {
      const w0 = w[at + i]!;
      const from = i * cells;
      for (let cell = 0; cell < cells; cell++) z[to + cell]! += w0 * x[from + cell]!;
    }
  }
}
