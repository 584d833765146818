import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { evaluate } from '@/engine/network/evaluate';
import { TfjsNetwork } from '@/engine/network/tfjs-network';
import { startOf } from '@/engine/training/start-of';
import { Training, type TrainingPlace } from '@/engine/training/training';
import { startNodeBackend } from '@/engine/verify/start-node-backend';
import type { Experiment } from '@/protocol/experiment';
import { OPTIMIZERS } from '@/protocol/experiment-choices';
import { pointSchema } from '@/protocol/run';
import { CONVOLUTIONAL, SMALL } from '@/tests/engine/experiments';
import { collect, nodePlace } from './node-place';

// Real arithmetic on a machine that may be busy with other tests.
let place: TrainingPlace;
beforeAll(async () => {
  place = await nodePlace();
  await startNodeBackend('wasm');
});

const finalWeights = async (training: Training) =>
  (await training.between((network) => network.state())).weights;

describe('training', () => {
  it('learns: over 90 % of the validation digits after two epochs of 6,000', async () => {
    const training = new Training(
      {
        ...SMALL,
        examples: 6_000,
        network: { kind: 'dense', hidden: [64], activation: 'relu' },
        optimizer: 'adam',
        learningRate: 0.003,
        batchSize: 32,
      },
      place,
    );
    const told = await collect(training);
    const last = told.points.at(-1)!;
    expect(last.validationAccuracy).toBeGreaterThan(0.9);
    expect(last.validationLoss).toBeLessThan(0.4);
    expect(told.points[0]).toMatchObject({ step: 0, epoch: 0 });
    expect(told.points[0]!.loss).toBeGreaterThan(2);
    expect(last).toMatchObject({ step: 376, epoch: 2 });
    expect(told.states).toEqual(['training', 'finished']);
    for (const point of told.points) expect(pointSchema.parse(point)).toEqual(point);
    training.dispose();
  });

  it('a convolutional network learns too', async () => {
    const training = new Training(
      { ...CONVOLUTIONAL, examples: 1_500, optimizer: 'adam', learningRate: 0.01, batchSize: 25, epochs: 1 },
      place,
    );
    const told = await collect(training);
    expect(told.points.at(-1)!.validationAccuracy).toBeGreaterThan(0.75);
    training.dispose();
  });

  for (const optimizer of OPTIMIZERS) {
    it(`going on from a checkpoint is the same as never having stopped (${optimizer})`, async () => {
      const experiment: Experiment = { ...SMALL, optimizer, learningRate: 0.01, l2: 0.001, epochs: 3 };
      const whole = new Training(experiment, place);
      await collect(whole);

      const first = new Training(experiment, place);
      const told = await collect(first, 13);
      const checkpoint = told.checkpoints.at(-1)!;
      expect(checkpoint.step).toBe(13);
      first.dispose();
      const second = new Training(experiment, place, structuredClone(checkpoint), 13);
      const rest = await collect(second);
      expect(rest.points.every((p) => p.step > 13)).toBe(true);
      expect(await finalWeights(second)).toEqual(await finalWeights(whole));
      expect(second.step).toBe(30);
      whole.dispose();
      second.dispose();
    });
  }

  it('step by step is the same as in one go, and each step tells its point', async () => {
    const whole = new Training(SMALL, place);
    await collect(whole, 5);
    const steps = new Training(SMALL, place);
    for (let i = 1; i <= 5; i++) {
      const told = await collect(steps, 1);
      expect(told.points.at(-1)!.step).toBe(i);
      expect(told.states).toEqual(['training', 'paused']);
    }
    expect(await finalWeights(steps)).toEqual(await finalWeights(whole));
    whole.dispose();
    steps.dispose();
  });

  it('reading on a GPU every ten steps changes neither weights nor means', async () => {
    const often = new Training(SMALL, place);
    const seldom = new Training(SMALL, { ...place, readEvery: 10 });
    const a = await collect(often);
    const b = await collect(seldom);
    expect(await finalWeights(seldom)).toEqual(await finalWeights(often));
    expect(b.points.at(-1)!.validationLoss).toBe(a.points.at(-1)!.validationLoss);
    often.dispose();
    seldom.dispose();
  });

  it('the seed decides: the same one gives the same weights, bit for bit', async () => {
    const run = async (seed: number) => {
      const training = new Training({ ...SMALL, seed }, place);
      await collect(training);
      const weights = await finalWeights(training);
      training.dispose();
      return weights;
    };
    const first = await run(1);
    expect(await run(1)).toEqual(first);
    expect(await run(2)).not.toEqual(first);
  });

  it('cpu and WASM start from the same bits', async () => {
    const start = startOf(SMALL);
    for (const backend of ['cpu', 'wasm'] as const) {
      await startNodeBackend(backend);
      const training = new Training(SMALL, place);
      expect(await finalWeights(training)).toEqual(start.weights);
      training.dispose();
    }
  });

  it('stops at once when asked, between steps, and answers questions while it runs', async () => {
    const training = new Training({ ...SMALL, epochs: 100 }, place);
    let asked: Promise<number> | null = null;
    const told = await collect(training, undefined, (emission) => {
      if (emission.type !== 'point' || emission.point.step === 0) return;
      asked ??= training.between(async (network) => {
        training.stop();
        return network.step;
      });
    });
    expect(await asked).toBe(training.step);
    expect(told.states).toEqual(['training', 'paused']);
    expect(told.checkpoints.at(-1)!.step).toBe(training.step);
    expect(training.step).toBeLessThan(1_000);
    training.dispose();
  });

  it('a loss that is no number ends it as diverged, with the last sound weights kept', async () => {
    const training = new Training(
      // A factor of −199 a step on every weight.
      {
        ...SMALL,
        network: { kind: 'dense', hidden: [], activation: 'relu' },
        l2: 1,
        learningRate: 100,
        epochs: 100,
      },
      place,
    );
    const told = await collect(training);
    expect(told.states.at(-1)).toBe('diverged');
    expect(told.points.at(-1)!.loss).toBeNull();
    const weights = await finalWeights(training);
    expect(weights.every(Number.isFinite)).toBe(true);
    for (const point of told.points) pointSchema.parse(point);
    training.dispose();
  });

  it('begins on the first pictures and waits for the others; a pause does not wait for them', async () => {
    let available = 1_000;
    const arrivals: (() => void)[] = [];
    const slow = {
      train: place.pictures.train,
      validation: null,
      untilValidation: async () => {},
      get available() {
        return available;
      },
      until: () => new Promise<void>((resolve) => arrivals.push(resolve)),
    };
    const experiment = { ...SMALL, examples: 2_000, batchSize: 100, epochs: 1 };
    const training = new Training(experiment, { ...place, pictures: slow });
    const running = collect(training);
    await expect.poll(() => arrivals.length).toBe(1);
    expect(training.step).toBe(10);
    expect(await training.between(async (network) => network.step)).toBe(10);
    training.stop();
    expect((await running).states.at(-1)).toBe('paused');
    available = 12_000;
    await collect(training);
    const whole = new Training(experiment, place);
    await collect(whole);
    expect(await finalWeights(training)).toEqual(await finalWeights(whole));
    training.dispose();
    whole.dispose();
  });

  it('tells at most ten points a second, by its clock, even where epochs are shorter', async () => {
    // Every look at the clock takes a millisecond: time goes by steps, not by this machine's speed.
    let time = 0;
    const now = () => ++time;
    const training = new Training({ ...SMALL, epochs: 100 }, { ...place, now });
    const told = await collect(training);
    expect(told.points.length).toBeGreaterThan(5);
    expect(told.points.length).toBeLessThan(time / 100 + 3);
    training.dispose();
  });

  it('leaks no tensor in 500 steps of any optimiser, nor when disposed', async () => {
    const before = tf.memory().numTensors;
    for (const optimizer of OPTIMIZERS) {
      for (const base of [
        SMALL,
        { ...CONVOLUTIONAL, network: { ...CONVOLUTIONAL.network, filters: [1], dense: 2 } } as Experiment,
      ]) {
        const training = new Training(
          { ...base, optimizer, learningRate: 0.001, l2: 0.001, batchSize: 2, epochs: 10 },
          place,
        );
        await collect(training, 20);
        const warm = tf.memory().numTensors;
        await collect(training, 500);
        expect(tf.memory().numTensors).toBe(warm);
        training.dispose();
        expect(tf.memory().numTensors).toBe(before);
      }
    }
  });

  it('leaks no tensor in 10,000 steps of a small network', async () => {
    const training = new Training(
      {
        ...SMALL,
        network: { kind: 'dense', hidden: [2], activation: 'relu' },
        batchSize: 1,
        examples: 1_000,
        epochs: 11,
      },
      place,
    );
    await collect(training, 20);
    const { numTensors, numBytes } = tf.memory();
    await collect(training, 10_000);
    expect(training.step).toBe(10_020);
    expect(tf.memory()).toMatchObject({ numTensors, numBytes });
    training.dispose();
  });
});

describe('evaluation', () => {
  it('counts its confusion right', async () => {
    const start = startOf(SMALL);
    const network = new TfjsNetwork(SMALL, start);
    const validation = place.pictures.validation!;
    const found = await evaluate(network, 'cross-entropy', validation);
    network.dispose();
    const expected = Array.from({ length: 10 }, () => new Array<number>(10).fill(0));
    for (let i = 0; i < validation.count; i++) {
      const row = Array.from(found.probabilities.subarray(i * 10, i * 10 + 10));
      expected[validation.labels[i]!]![row.indexOf(Math.max(...row))]!++;
    }
    expect(found.confusion).toEqual(expected);
    const diagonal = found.confusion.reduce((sum, row, digit) => sum + row[digit]!, 0);
    expect(found.accuracy).toBeCloseTo(diagonal / validation.count, 12);
    expect(found.confusion.flat().reduce((a, b) => a + b, 0)).toBe(validation.count);
  });
});
