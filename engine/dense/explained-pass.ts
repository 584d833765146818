import { activationRule, softmax } from './activations';
import { exampleLoss, type LossId, lossRule } from './losses';
import { biasIndex, type DenseShape, type LayerSpan, layerSpans, weightIndex } from './shape';

/**
 * Forward and backward pass of one example with every number and the product that it came from: the reading of the maths
 * that lesson 8 shows, and the reference for dense-network.ts. Nothing here is fast, and nothing is merged.
 */

/** A product of two numbers. */
interface Product {
  weight: number;
  value: number;
  product: number;
}

/** A unit going forward: z = Σ w x + b, y = f(z). */
export interface ForwardUnit {
  /** One an input; `value` is x. */
  products: Product[];
  bias: number;
  z: number;
  y: number;
}

/** A unit going backward. */
interface BackwardUnit {
  /** ∂L/∂y: from the loss in the output layer, else the sum of the products below. */
  outputSlope: number;
  /** One a unit of the next layer: its weight from here, times its δ (as `value`). Empty in the output layer. */
  products: Product[];
  /**
   * ∂y/∂z. With softmax each sum moves every output: then one slope an output of the layer (`weight`) times that output's
   * ∂L/∂y (`value`), and δ is the sum.
   */
  activationSlope: number | Product[];
  /** δ = ∂L/∂z */
  delta: number;
  /** ∂L/∂w = δ · x, one an input; `weight` is δ here and `value` is x. */
  weightSlopes: Product[];
  /** ∂L/∂b = δ */
  biasSlope: number;
}

export interface ExplainedPass {
  inputs: number[];
  targets: number[];
  /** forward[layer][unit] */
  forward: ForwardUnit[][];
  loss: number;
  /** backward[layer][unit], indexed like forward; they are calculated from the last layer to the first. */
  backward: BackwardUnit[][];
  /** ∂L/∂w of every weight, in the order of the flat array. */
  gradient: Float64Array;
}

/**
 * The forward pass alone: forward[layer][unit].
 * @param weights in the order of shape.ts
 * @param inputs as many as the network has
 */
export function explainForward(
  shape: DenseShape,
  weights: ArrayLike<number>,
  inputs: readonly number[],
): ForwardUnit[][] {
  const forward: ForwardUnit[][] = [];
  let signal = inputs;
  for (const span of layerSpans(shape)) {
    const units = forwardLayer(span, weights, signal);
    forward.push(units);
    signal = units.map((unit) => unit.y);
  }
  return forward;
}

/**
 * Explains one example.
 * @param weights in the order of shape.ts
 * @param inputs,targets as many as the network has inputs and outputs
 */
export function explainPass(
  shape: DenseShape,
  weights: ArrayLike<number>,
  loss: LossId,
  inputs: readonly number[],
  targets: readonly number[],
): ExplainedPass {
  const spans = layerSpans(shape);
  const forward = explainForward(shape, weights, inputs);
  const signal = forward.at(-1)?.map(({ y }) => y) ?? inputs;

  const backward: BackwardUnit[][] = [];
  for (let layer = spans.length - 1; layer >= 0; layer--) {
    const next = layer + 1;
    const coming =
      next === spans.length
        ? signal.map((y, k) => ({ outputSlope: lossRule(loss).slope(y, targets[k]!), products: [] }))
        : slopesFromNext(spans[next]!, weights, backward[next]!);
    const seen = layer === 0 ? inputs : forward[layer - 1]!.map((unit) => unit.y);
    backward[layer] = backwardLayer(spans[layer]!, forward[layer]!, coming, seen);
  }

  const gradient = new Float64Array(weights.length);
  spans.forEach((span, layer) => {
    backward[layer]!.forEach((unit, j) => {
      unit.weightSlopes.forEach(({ product }, i) => {
        gradient[weightIndex(span, j, i)] = product;
      });
      gradient[biasIndex(span, j)] = unit.biasSlope;
    });
  });
  const last = forward.at(-1)!;
  const value = exampleLoss(
    loss,
    Float64Array.from(last, (unit) => unit.z),
    Float64Array.from(last, (unit) => unit.y),
    0,
    last.length,
    Float64Array.from(targets),
    0,
  );
  return { inputs: [...inputs], targets: [...targets], forward, loss: value, backward, gradient };
}

function forwardLayer(span: LayerSpan, weights: ArrayLike<number>, x: readonly number[]): ForwardUnit[] {
  const units = Array.from({ length: span.units }, (_, unit) => {
    const products = x.map((value, input) => {
      const weight = weights[weightIndex(span, unit, input)]!;
      return { weight, value, product: weight * value };
    });
    const bias = weights[biasIndex(span, unit)]!;
    const z = products.reduce((sum, { product }) => sum + product, bias);
    return { products, bias, z, y: 0 };
  });
  if (span.activation === 'softmax') {
    const y = new Float64Array(span.units);
    softmax(
      Float64Array.from(units, (unit) => unit.z),
      y,
      0,
      span.units,
    );
    return units.map((unit, k) => ({ ...unit, y: y[k]! }));
  }
  const { f } = activationRule(span.activation);
  return units.map((unit) => ({ ...unit, y: f(unit.z) }));
}

type Coming = Pick<BackwardUnit, 'outputSlope' | 'products'>;

/** ∂L/∂y of a layer's units: each reaches the loss through every unit of the next layer. */
function slopesFromNext(next: LayerSpan, weights: ArrayLike<number>, after: BackwardUnit[]): Coming[] {
  return Array.from({ length: next.inputs }, (_, input) => {
    const products = after.map(({ delta }, unit) => {
      const weight = weights[weightIndex(next, unit, input)]!;
      return { weight, value: delta, product: weight * delta };
    });
    return { products, outputSlope: products.reduce((sum, { product }) => sum + product, 0) };
  });
}

function backwardLayer(
  span: LayerSpan,
  forward: ForwardUnit[],
  coming: Coming[],
  x: readonly number[],
): BackwardUnit[] {
  return forward.map(({ z, y }, k) => {
    let activationSlope: number | Product[];
    let delta: number;
    if (span.activation === 'softmax') {
      // ∂yⱼ/∂zₖ = yⱼ ([j = k] − yₖ)
      activationSlope = forward.map((other, j) => {
        const weight = other.y * ((j === k ? 1 : 0) - y);
        const value = coming[j]!.outputSlope;
        return { weight, value, product: weight * value };
      });
      delta = activationSlope.reduce((sum, { product }) => sum + product, 0);
    } else {
      activationSlope = activationRule(span.activation).derivative(z, y);
      delta = coming[k]!.outputSlope * activationSlope;
    }
    return {
      ...coming[k]!,
      activationSlope,
      delta,
      weightSlopes: x.map((value) => ({ weight: delta, value, product: delta * value })),
      biasSlope: delta,
    };
  });
}
