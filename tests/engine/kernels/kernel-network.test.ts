import { beforeAll, describe, expect, it } from 'vitest';
import { AdamCorrection } from '@/engine/kernels/adam-correction';
import { splitWeights } from '@/engine/network/flat-weights';
import { sumLosses } from '@/engine/network/losses';
import { TfjsNetwork } from '@/engine/network/tfjs-network';
import type { TrainableNetwork } from '@/engine/network/trainable-network';
import { createRandom } from '@/engine/random';
import { startOf } from '@/engine/training/start-of';
import { startNodeBackend } from '@/engine/verify/start-node-backend';
import type { Experiment } from '@/protocol/experiment';
import { ACTIVATIONS, LOSSES, OPTIMIZERS } from '@/protocol/experiment-choices';
import { CONVOLUTIONAL, SMALL } from '@/tests/engine/experiments';
import { onKernels } from '@/tests/engine/kernels-module';

beforeAll(() => startNodeBackend('cpu'));

const dense = (
  hidden: number[],
  changes: Partial<Experiment> = {},
  activation = SMALL.network.activation,
) => ({
  ...SMALL,
  network: { kind: 'dense' as const, hidden, activation },
  ...changes,
});

/** Some pictures, four of five pixels paper. */
function batch(count: number, seed = 1) {
  const random = createRandom(seed);
  return {
    pixels: Uint8Array.from({ length: count * 784 }, () => Math.max(0, (random.uniform() * 5 - 4) * 255)),
    labels: Uint8Array.from({ length: count }, () => random.int(10)),
  };
}

const convolutional = (
  network: Partial<Extract<Experiment['network'], { kind: 'convolutional' }>>,
  changes: Partial<Experiment> = {},
): Experiment => ({
  ...CONVOLUTIONAL,
  batchSize: 4,
  network: { ...CONVOLUTIONAL.network, ...network } as Experiment['network'],
  ...changes,
});

const farthest = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
};

const cases: Experiment[] = [
  ...OPTIMIZERS.flatMap((optimizer) =>
    LOSSES.map((loss) => dense([12, 7], { optimizer, loss, learningRate: 0.01 })),
  ),
  ...ACTIVATIONS.map((activation) => dense([33, 6, 5], { l2: 0.01, optimizer: 'momentum' }, activation)),
  dense([], { batchSize: 3 }),
  dense([1], { batchSize: 1 }),
  { ...dense([20]), dataset: 'fashion' },
  ...ACTIVATIONS.map((activation) => convolutional({ activation }, { l2: 0.01, optimizer: 'momentum' })),
  convolutional({ filters: [1], dense: 1 }, { batchSize: 1 }),
  convolutional(
    { filters: [5, 3], kernel: 5 },
    { loss: 'squared-error', optimizer: 'adam', learningRate: 0.01 },
  ),
  convolutional({ filters: [8, 16] }, { dataset: 'fashion' }),
];
const nameOf = ({ network, optimizer, loss, l2 }: Experiment) =>
  `${network.kind === 'dense' ? network.hidden : `${network.kernel}² ${network.filters}`} ${network.activation} ${optimizer} ${loss} l2=${l2}`;

describe('a network on the kernels', () => {
  it.each(cases.map((experiment) => [nameOf(experiment), experiment] as const))(
    'is the one of tfjs: %s',
    async (_name, experiment) => {
      const start = startOf(experiment);
      const ours = onKernels(experiment, start);
      const theirs = new TfjsNetwork(experiment, start);
      const { pixels, labels } = batch(experiment.batchSize);
      const both = async <T>(ask: (network: TrainableNetwork) => Promise<T>) => [
        await ask(ours),
        await ask(theirs),
      ];
      for (let step = 0; step < 3; step++)
        for (const network of [ours, theirs]) network.trainStep(pixels, labels);
      const [measured, wanted] = await both((network) => network.measure());
      expect(measured).toMatchObject({ steps: 3, examples: wanted!.examples, accuracy: wanted!.accuracy });
      expect(measured!.loss).toBeCloseTo(wanted!.loss, 5);
      const [state, known] = (await both((network) => network.state())) as [typeof start, typeof start];
      // Adam divides what is nearly 0 by what is nearly 0.
      const near = experiment.optimizer === 'adam' ? 2e-5 : 2e-6;
      expect(farthest(state.weights, known.weights)).toBeLessThan(near);
      expect(farthest(state.slots, known.slots)).toBeLessThan(2e-6);
      const [hidden, hiddenThere] = await both((network) => network.hiddenAnswers(pixels));
      const [slopes, slopesThere] = await both((network) => network.layerSlopes(pixels, labels));
      for (const [here, there] of [
        [hidden!, hiddenThere!],
        [slopes!, slopesThere!],
      ]) {
        expect(here!.map(({ shape }) => shape)).toEqual(there!.map(({ shape }) => shape));
        here!.forEach(({ values }, i) => {
          expect(farthest(values, there![i]!.values)).toBeLessThan(5 * near);
        });
      }
      const [first, firstThere] = await both((network) => network.firstWeights());
      expect(farthest(first!, firstThere!)).toBeLessThan(near);
      theirs.dispose();
    },
  );

  const OF_GRADIENTS = { loss: 'cross-entropy', l2: 0.02, optimizer: 'momentum' } as const;
  it.each(
    [
      ...ACTIVATIONS.flatMap((activation) =>
        LOSSES.map((loss) => dense([9, 6], { ...OF_GRADIENTS, loss }, activation)),
      ),
      ...ACTIVATIONS.map((activation) => convolutional({ activation, filters: [3, 5] }, OF_GRADIENTS)),
      convolutional({ kernel: 5, filters: [2] }, { ...OF_GRADIENTS, loss: 'squared-error' }),
    ].map((experiment) => [nameOf(experiment), experiment] as const),
  )('its gradient is the finite difference: %s', async (_name, experiment) => {
    // A first step of momentum leaves the gradient itself in the slots.
    const { loss } = experiment;
    const start = startOf(experiment);
    const { pixels, labels } = batch(6);
    const network = onKernels(experiment, start);
    network.trainStep(pixels, labels);
    const gradient = (await network.state()).slots;
    const lossAt = async (way: number) => {
      const weights = start.weights.map((w, i) => w + way * gradient[i]!);
      const logits = await onKernels(experiment, { ...start, weights }).logits(pixels);
      let squares = 0;
      splitWeights(experiment, weights).forEach((part, i) => {
        if (i % 2 === 0) for (const w of part) squares += w * w;
      });
      return sumLosses(loss, logits, labels, 10).loss / 6 + experiment.l2 * squares;
    };
    // Along the gradient itself the change is largest against float32's noise.
    const length = Math.hypot(...gradient);
    const h = 4e-3 / length;
    const slope = ((await lossAt(h)) - (await lossAt(-h))) / (2 * h);
    expect(slope / length ** 2).toBeCloseTo(1, 2);
  });

  it.each([dense([8]), convolutional({ filters: [3, 5] })])(
    'answers any number of pictures, and refuses weights of another network',
    async (experiment) => {
      const network = onKernels(experiment, startOf(experiment));
      const many = batch(600);
      const all = await network.logits(many.pixels);
      const some = await network.logits(many.pixels.subarray(590 * 784));
      expect(Array.from(all.subarray(5_900))).toEqual(Array.from(some));
      expect(() => onKernels(experiment, { step: 0, weights: all, slots: new Float32Array(0) })).toThrow(
        RangeError,
      );
    },
  );

  it.each([dense([8], { optimizer: 'adam' }), convolutional({}, { optimizer: 'adam' })])(
    'is what it was after a trial apart',
    async (experiment) => {
      const network = onKernels(experiment, startOf(experiment));
      const { pixels, labels } = batch(20);
      network.trainStep(pixels, labels);
      const before = await network.state();
      await network.apart(async (stretch) => {
        network.trainStep(pixels, labels);
        stretch(3);
        expect(farthest((await network.state()).weights, before.weights)).toBeGreaterThan(1e-4);
      });
      expect(await network.state()).toEqual(before);
      expect(network.unreadSteps).toBe(1);
    },
  );
});

it('Adam’s correction is the same whether it was followed or begun at a later step', () => {
  const followed = new AdamCorrection();
  for (let step = 1; step <= 9_000; step++) followed.at(step, 0.01);
  const begun = new AdamCorrection().at(9_000, 0.01);
  expect(followed.at(9_000, 0.01)).toEqual(begun);
  expect(begun.rate).toBeCloseTo(0.01 * Math.sqrt(1 - 0.999 ** 9_000), 12);
  expect(followed.at(2, 0.01)).toEqual(new AdamCorrection().at(2, 0.01));
});
