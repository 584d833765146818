import { UNIT_ACTIVATIONS } from '@/engine/dense/activations';
import { initialDenseWeights } from '@/engine/dense/initialisers';
import { LOSS_IDS, lossRule } from '@/engine/dense/losses';
import { type DenseShape, denseShape } from '@/engine/dense/shape';
import { createRandom } from '@/engine/random';

/** Every hidden activation with every loss and every output layer that it fits. */
export const COMBINATIONS = UNIT_ACTIVATIONS.flatMap((hidden) =>
  LOSS_IDS.flatMap((loss) => lossRule(loss).outputs.map((output) => ({ hidden, loss, output }))),
);

/** A small network with weights and biases that are all different from 0, and a batch for it. */
export function networkAndBatch(
  { hidden, output }: Pick<(typeof COMBINATIONS)[number], 'hidden' | 'output'>,
  seed = 1,
  count = 5,
) {
  const random = createRandom(seed);
  const shape: DenseShape = denseShape(3, [4, 3], hidden, output === 'softmax' ? 3 : 2, output);
  const weights = initialDenseWeights(shape, 'fitting', random).map(
    (w) => w + (random.uniform() - 0.5) * 0.2,
  );
  const outputs = shape.layers.at(-1)!.units;
  const inputs = Float64Array.from({ length: count * shape.inputs }, () => random.uniform() * 2 - 1);
  const targets = new Float64Array(count * outputs);
  for (let e = 0; e < count; e++) targets[e * outputs + random.int(outputs)] = 1;
  const rows = Uint32Array.from({ length: count }, (_, i) => i);
  return { shape, weights, inputs, targets, rows, outputs, count };
}
