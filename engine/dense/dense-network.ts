import { activateAll, slopeAll } from './activate-all';
import { softmax } from './activations';
import { exampleLoss, type LossId, outputDelta } from './losses';
import { isNarrow, narrowPassBack, narrowSums, narrowWeightSlopes } from './narrow-layers';
import { countDenseWeights, type DenseShape, type LayerSpan, layerSpans } from './shape';

/** A layer's numbers of a whole batch: example after example, in each unit after unit. */
interface LayerNumbers {
  /** The sums z = Σ w x + b. */
  z: Float64Array;
  /** The outputs y = f(z). */
  y: Float64Array;
  /** δ = ∂L/∂z */
  delta: Float64Array;
}

/**
 * A dense network on flat arrays, for training: whole batches, nothing allocated in a step. explained-pass.ts does the same
 * calculation one number at a time, for reading and for showing; tests hold this one against it.
 *
 * Forward   z = W x + b,  y = f(z)
 * Backward  δ = (Wᵀ δ′) · f′(z) from the layer after;  ∂L/∂W = δ xᵀ,  ∂L/∂b = δ
 * Source: Rumelhart, Hinton and Williams, "Learning representations by back-propagating errors", Nature 323 (1986).
 */
export class DenseNetwork {
  readonly shape: DenseShape;
  readonly spans: readonly LayerSpan[];
  /** All weights and biases, in the order of shape.ts. May be changed from outside between steps. */
  readonly weights: Float64Array;
  /** ∂L/∂w in the same order, after `backward`. */
  readonly gradient: Float64Array;
  private layers: LayerNumbers[] = [];
  private input = new Float64Array(0);
  private capacity = 0;

  /** @param weights copied; zeros without */
  constructor(shape: DenseShape, weights?: ArrayLike<number>) {
    this.shape = shape;
    this.spans = layerSpans(shape);
    this.weights = new Float64Array(countDenseWeights(shape));
    this.gradient = new Float64Array(this.weights.length);
    if (weights) {
      if (weights.length !== this.weights.length) {
        throw new RangeError(`${weights.length} weights for a network of ${this.weights.length}`);
      }
      this.weights.set(weights);
    }
  }

  /** Units of the output layer. */
  get outputs(): number {
    return this.spans.at(-1)!.units;
  }

  /** The outputs of a layer for the batch of the last `forward`: example × units + unit. A view: copy what must last. */
  outputsOf(layer: number): Float64Array {
    return this.layers[layer]!.y;
  }

  /** The sums of a layer before its activation, likewise. */
  sumsOf(layer: number): Float64Array {
    return this.layers[layer]!.z;
  }

  /** ∂L/∂z of a layer after `backward`, likewise. */
  slopesOf(layer: number): Float64Array {
    return this.layers[layer]!.delta;
  }

  private reserve(count: number): void {
    if (count <= this.capacity) return;
    this.capacity = count;
    this.input = new Float64Array(count * this.shape.inputs);
    this.layers = this.spans.map(({ units }) => ({
      z: new Float64Array(count * units),
      y: new Float64Array(count * units),
      delta: new Float64Array(count * units),
    }));
  }

  /**
   * Calculates the answers to a batch.
   * @param source examples × inputs
   * @param rows which examples, by number; from `at` on, `count` of them
   */
  forward(source: Float64Array, rows: Uint32Array, at: number, count: number): Float64Array {
    this.reserve(count);
    const width = this.shape.inputs;
    const input = this.input;
    for (let e = 0; e < count; e++) {
      const from = rows[at + e]! * width;
      for (let i = 0; i < width; i++) input[e * width + i] = source[from + i]!;
    }
    return this.run(count);
  }

  /** The same for the examples [from, from + count) of the source. */
  forwardRange(source: Float64Array, from: number, count: number): Float64Array {
    this.reserve(count);
    const width = this.shape.inputs;
    this.input.set(source.subarray(from * width, (from + count) * width));
    return this.run(count);
  }

  private run(count: number): Float64Array {
    let x: Float64Array = this.input;
    for (let layer = 0; layer < this.spans.length; layer++) {
      const span = this.spans[layer]!;
      const { z, y } = this.layers[layer]!;
      if (isNarrow(span)) narrowSums(this.weights, span, x, z, count);
      else sums(this.weights, span, x, z, count);
      if (span.activation === 'softmax') {
        for (let e = 0; e < count; e++) softmax(z, y, e * span.units, span.units);
      } else activateAll(span.activation, z, y, count * span.units);
      x = y;
    }
    return x;
  }

  /** The mean loss of the batch of the last `forward`, without penalties. Targets: examples × outputs, rows as there. */
  batchLoss(loss: LossId, targets: Float64Array, rows: Uint32Array, at: number, count: number): number {
    const { z, y } = this.layers.at(-1)!;
    const units = this.outputs;
    let sum = 0;
    for (let e = 0; e < count; e++) {
      sum += exampleLoss(loss, z, y, e * units, units, targets, rows[at + e]! * units);
    }
    return sum / count;
  }

  /** The slopes of the batch's mean loss by every weight, into `gradient`. After `forward` with the same rows. */
  backward(loss: LossId, targets: Float64Array, rows: Uint32Array, at: number, count: number): void {
    const last = this.spans.length - 1;
    const output = this.layers[last]!;
    const { units, activation } = this.spans[last]!;
    for (let e = 0; e < count; e++) {
      const wanted = rows[at + e]! * units;
      outputDelta(
        loss,
        activation,
        output.z,
        output.y,
        output.delta,
        e * units,
        units,
        targets,
        wanted,
        1 / count,
      );
    }
    for (let layer = last; layer >= 0; layer--) {
      const span = this.spans[layer]!;
      const { delta } = this.layers[layer]!;
      const before = layer > 0 ? this.layers[layer - 1]! : null;
      const narrow = isNarrow(span);
      if (narrow) narrowWeightSlopes(this.gradient, span, delta, before ? before.y : this.input, count);
      else weightSlopes(this.gradient, span, delta, before ? before.y : this.input, count);
      if (!before) break;
      if (narrow) narrowPassBack(this.weights, span, delta, before.delta, count);
      else passBack(this.weights, span, delta, before.delta, count);
      // softmax stands at the end only, so the layer before is one of single units.
      const { activation } = this.spans[layer - 1]!;
      if (activation !== 'softmax')
        slopeAll(activation, before.z, before.y, before.delta, count * span.inputs);
    }
  }
}

/** z = W x + b for every example. */
function sums(w: Float64Array, span: LayerSpan, x: Float64Array, z: Float64Array, count: number): void {
  const { inputs, units, weightsAt, biasesAt } = span;
  for (let e = 0; e < count; e++) {
    const from = e * inputs;
    let at = weightsAt;
    for (let unit = 0; unit < units; unit++) {
      let sum = w[biasesAt + unit]!;
      for (let i = 0; i < inputs; i++) sum += w[at++]! * x[from + i]!;
      z[e * units + unit] = sum;
    }
  }
}

/** ∂L/∂W = δ xᵀ and ∂L/∂b = δ, over all examples. */
function weightSlopes(
  gradient: Float64Array,
  span: LayerSpan,
  delta: Float64Array,
  x: Float64Array,
  count: number,
): void {
  const { inputs, units, weightsAt, biasesAt } = span;
  gradient.fill(0, weightsAt, biasesAt + units);
  for (let e = 0; e < count; e++) {
    const from = e * inputs;
    let at = weightsAt;
    for (let unit = 0; unit < units; unit++) {
      const d = delta[e * units + unit]!;
      gradient[biasesAt + unit]! += d;
      for (let i = 0; i < inputs; i++) gradient[at++]! += d * x[from + i]!;
    }
  }
}

/** Wᵀ δ for every example: how the loss moves with the outputs of the layer before. */
function passBack(
  w: Float64Array,
  span: LayerSpan,
  delta: Float64Array,
  before: Float64Array,
  count: number,
): void {
  const { inputs, units, weightsAt } = span;
  before.fill(0, 0, count * inputs);
  for (let e = 0; e < count; e++) {
    const to = e * inputs;
    let at = weightsAt;
    for (let unit = 0; unit < units; unit++) {
      const d = delta[e * units + unit]!;
      for (let i = 0; i < inputs; i++) before[to + i]! += w[at++]! * d;
    }
  }
}
