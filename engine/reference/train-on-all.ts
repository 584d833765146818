import { DenseTraining } from '@/engine/dense/dense-training';
import { initialDenseWeights as denseWeights } from '@/engine/dense/initialisers';
import { denseShape } from '@/engine/dense/shape';
import { type Examples, pickExamples } from '@/engine/digits/examples';
import { evaluate } from '@/engine/network/evaluate';
import { initialWeights } from '@/engine/network/initial-weights';
import { TfjsNetwork } from '@/engine/network/tfjs-network';
import { createRandom, STREAMS } from '@/engine/random';
import { DATASETS } from '@/protocol/datasets';
import type { ClassicNetwork } from './classic-networks';

/** One time through all training pictures. */
export interface EpochDone {
  epoch: number;
  /** Mean over the epoch's batches, each before its step; null where it is not looked at. */
  loss: number | null;
}

/**
 * Trains on every picture that it is given: the students' trainer keeps to those that the product serves.
 * @returns after the last epoch: how many of the test pictures it gets wrong
 */
export function trainOnAll(
  classic: ClassicNetwork,
  train: Examples,
  test: Examples,
): AsyncGenerator<EpochDone, number> {
  return classic.engine === 'network'
    ? trainNetwork(classic, train, test)
    : trainLinear(classic, train, test);
}

/** The digits trainer's network; its owner has started a tfjs backend. */
async function* trainNetwork(
  { experiment }: ClassicNetwork,
  train: Examples,
  test: Examples,
): AsyncGenerator<EpochDone, number> {
  const { seed, batchSize } = experiment;
  const weights = initialWeights(experiment, createRandom(seed, STREAMS.weights));
  const network = new TfjsNetwork(experiment, { step: 0, weights, slots: new Float32Array(0) });
  try {
    for (let epoch = 0; epoch < experiment.epochs; epoch++) {
      const order = shuffled(train.count, seed, epoch);
      let loss = 0;
      for (let from = 0; from < train.count; from += batchSize) {
        const { pixels, labels } = pickExamples(train, order.subarray(from, from + batchSize));
        network.trainStep(pixels, labels);
        const measured = await network.measure();
        loss += measured!.loss * labels.length;
      }
      yield { epoch: epoch + 1, loss: loss / train.count };
    }
    const { accuracy } = await evaluate(network, experiment.loss, test);
    return Math.round((1 - accuracy) * test.count);
  } finally {
    network.dispose();
  }
}

/** One weighted sum a label, held against 0 and 1 by their squared errors: a linear classifier as it was in 1998. */
async function* trainLinear(
  { experiment }: ClassicNetwork,
  train: Examples,
  test: Examples,
): AsyncGenerator<EpochDone, number> {
  const { dataset, seed, batchSize, learningRate, epochs } = experiment;
  const { pixels: inputCount, labels } = DATASETS[dataset];
  const outputs = labels.length;
  const shape = denseShape(inputCount, [], 'linear', outputs, 'linear');
  const inputs = Float64Array.from(train.pixels, (value) => value / 255);
  const targets = new Float64Array(train.count * outputs);
  train.labels.forEach((label, i) => {
    targets[i * outputs + label] = 1;
  });
  const training = new DenseTraining(
    shape,
    denseWeights(shape, 'zero', createRandom(seed, STREAMS.weights)),
    { count: train.count, inputs, targets },
    { loss: 'squared-error', optimizer: 'sgd', learningRate, batchSize, l1: 0, l2: 0 },
    (epoch) => createRandom(seed, STREAMS.order, epoch),
  );
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let step = 0; step < training.stepsPerEpoch; step++) training.step();
    yield { epoch: epoch + 1, loss: null };
  }
  const { network } = training;
  network.forwardRange(
    Float64Array.from(test.pixels, (value) => value / 255),
    0,
    test.count,
  );
  const sums = network.sumsOf(0);
  let wrong = 0;
  for (let i = 0; i < test.count; i++) {
    const own = sums.subarray(i * outputs, (i + 1) * outputs);
    if (own.indexOf(Math.max(...own)) !== test.labels[i]) wrong++;
  }
  return wrong;
}

function shuffled(count: number, seed: number, epoch: number): Uint32Array {
  return createRandom(seed, STREAMS.order, epoch).shuffle(Uint32Array.from({ length: count }, (_, i) => i));
}
