import type { LayerActivation } from './activations';

/** A dense network: every unit of a layer sees all of the layer before. */
export interface DenseShape {
  /** Numbers that come in. */
  readonly inputs: number;
  /** From the first layer with weights to the output layer. */
  readonly layers: readonly { readonly units: number; readonly activation: LayerActivation }[];
}

/** Where a layer's numbers stand in the flat array of all weights. */
export interface LayerSpan {
  inputs: number;
  units: number;
  activation: LayerActivation;
  /** Place of the first weight: unit after unit, each with one weight an input. */
  weightsAt: number;
  /** Place of the first bias: one a unit, after the layer's weights. */
  biasesAt: number;
  /** inputs × units + units */
  count: number;
}

/** Weights that a network of this engine may have: beyond, tfjs is the better engine (design.md, 8). */
export const MOST_WEIGHTS = 5_000;

/** The layers with their places. Order: layer by layer from the input, in each all weights, then all biases. */
export function layerSpans(shape: DenseShape): LayerSpan[] {
  let at = 0;
  let inputs = shape.inputs;
  return shape.layers.map(({ units, activation }) => {
    const weights = inputs * units;
    const span: LayerSpan = {
      inputs,
      units,
      activation,
      weightsAt: at,
      biasesAt: at + weights,
      count: weights + units,
    };
    at += span.count;
    inputs = units;
    return span;
  });
}

/** All weights and biases: Σ (inputs × units + units) over the layers. */
export function countDenseWeights(shape: DenseShape): number {
  return layerSpans(shape).reduce((count, span) => count + span.count, 0);
}

/** Where the weight stands that leads from an input to a unit of a layer. */
export function weightIndex(span: LayerSpan, unit: number, input: number): number {
  return span.weightsAt + unit * span.inputs + input;
}

/** Where a unit's bias stands. */
export function biasIndex(span: LayerSpan, unit: number): number {
  return span.biasesAt + unit;
}

/** Hidden layers alike and an output layer: the usual way to write a network down. */
export function denseShape(
  inputs: number,
  hidden: readonly number[],
  activation: LayerActivation,
  outputs: number,
  outputActivation: LayerActivation,
): DenseShape {
  return {
    inputs,
    layers: [
      ...hidden.map((units) => ({ units, activation })),
      { units: outputs, activation: outputActivation },
    ],
  };
}
