import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Examples } from '@/engine/digits/examples';
import { sliceExamples } from '@/engine/digits/examples';
import { answerOf } from '@/engine/network/answer-of';
import { evaluate } from '@/engine/network/evaluate';
import { splitWeights } from '@/engine/network/flat-weights';
import { alignUnits } from '@/engine/together/align-units';
import { meanOf } from '@/engine/together/mean-of';
import { networksTogether } from '@/engine/together/networks-together';
import { Batches, type TrainPictures } from '@/engine/training/batches';
import { startOf } from '@/engine/training/start-of';
import type { Experiment } from '@/protocol/experiment';
import { weightLayers } from '@/protocol/weight-shapes';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { SMALL } from '@/tests/engine/experiments';
import { onKernels } from '@/tests/engine/kernels-module';

const NARROW: Experiment = { ...SMALL, network: { kind: 'dense', hidden: [12], activation: 'relu' } };
const DEEP: Experiment = { ...SMALL, network: { kind: 'dense', hidden: [9, 7], activation: 'tanh' } };

/** The same network with its hidden units in other orders. */
function shuffled(experiment: Experiment, weights: Float32Array, keys: readonly number[]): Float32Array {
  const layers = weightLayers(experiment);
  const parts = splitWeights(experiment, weights.slice());
  for (let layer = 0; layer < layers.length - 1; layer++) {
    const { inputs, units } = layers[layer]!;
    const { units: outs } = layers[layer + 1]!;
    const order = Array.from({ length: units }, (_, i) => i).sort(
      (a, b) => keys[(layer * 31 + a) % keys.length]! - keys[(layer * 31 + b) % keys.length]! || a - b,
    );
    const [into, bias, out] = [2 * layer, 2 * layer + 1, 2 * layer + 2].map((i) => parts[i]!.slice());
    for (let unit = 0; unit < units; unit++) {
      const from = order[unit]!;
      for (let i = 0; i < inputs; i++) parts[2 * layer]![i * units + unit] = into![i * units + from]!;
      parts[2 * layer + 1]![unit] = bias![from]!;
      for (let k = 0; k < outs; k++) parts[2 * layer + 2]![unit * outs + k] = out![from * outs + k]!;
    }
  }
  // `parts` are views into one array.
  return new Float32Array(parts[0]!.buffer);
}

describe('networks together', () => {
  let pictures: Awaited<ReturnType<typeof allPictures>>;
  let validation: Examples;
  beforeAll(async () => {
    pictures = await allPictures();
    validation = pictures.validation!;
  });

  /** Trained on pictures of its own, as a student's is. */
  async function trained(experiment: Experiment, from: number): Promise<Float32Array> {
    const own: TrainPictures = pictures;
    const network = onKernels(experiment, startOf(experiment));
    const batches = new Batches({ ...experiment, seed: from }, own);
    while (network.step < 60) {
      const { pixels, labels } = batches.at(network.step);
      network.trainStep(pixels, labels);
    }
    const { weights } = await network.state();
    network.dispose();
    return weights;
  }

  it('aligned orders of one network are that network again, to the bit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(NARROW, DEEP),
        fc.integer({ min: 0, max: 1_000 }),
        fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 31, maxLength: 31 }),
        (experiment, seed, keys) => {
          const { weights } = startOf({ ...experiment, seed });
          const other = shuffled(experiment, weights, keys);
          const back = alignUnits(experiment, weights, other).weights;
          expect(back).toEqual(weights);
          expect(meanOf([weights, back, weights])).toEqual(weights);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('an aligned network answers as it did before', async () => {
    const [one, other] = [startOf({ ...DEEP, seed: 1 }).weights, startOf({ ...DEEP, seed: 2 }).weights];
    const aligned = alignUnits(DEEP, one, other).weights;
    expect(aligned).not.toEqual(other);
    const some = sliceExamples(validation, 0, 100);
    const answers: Float32Array[] = [];
    for (const weights of [other, aligned]) {
      const network = onKernels(DEEP, { step: 0, weights, slots: new Float32Array(0) });
      answers.push((await evaluate(network, 'cross-entropy', some)).probabilities);
      network.dispose();
    }
    answers[0]!.forEach((share, i) => {
      expect(answers[1]![i]).toBeCloseTo(share, 5);
    });
  });

  it('votes are means of probabilities, and each is counted as it is alone', async () => {
    const networks = [await trained({ ...NARROW, seed: 3 }, 1), await trained({ ...NARROW, seed: 4 }, 2)];
    const shares = await networksTogether(NARROW, networks, validation, onKernels);
    const all: Float32Array[] = [];
    for (const [i, weights] of networks.entries()) {
      const network = onKernels(NARROW, { step: 0, weights, slots: new Float32Array(0) });
      const { accuracy, probabilities } = await evaluate(network, 'cross-entropy', validation);
      network.dispose();
      expect(shares.alone[i]).toBe(accuracy);
      all.push(probabilities);
    }
    const votes = all[0]!.map((share, i) => (share + all[1]![i]!) / 2);
    let right = 0;
    for (let i = 0; i < validation.count; i++)
      right += Number(answerOf(votes, i, 10) === validation.labels[i]);
    expect(shares.voted).toBeCloseTo(right / validation.count, 3);
  });

  it('averaging is good from the same start, of little use from other starts, and better once aligned', async () => {
    const same = await Promise.all([1, 2, 3, 4].map((own) => trained(NARROW, own)));
    const different = await Promise.all([1, 2, 3, 4].map((own) => trained({ ...NARROW, seed: own }, own)));
    const [one, other] = [
      await networksTogether(NARROW, same, validation, onKernels),
      await networksTogether(NARROW, different, validation, onKernels),
    ];
    const mean = other.alone.reduce((sum, share) => sum + share, 0) / 4;
    expect(one.averaged).toBeGreaterThan(mean - 0.02);
    expect(other.averaged).toBeLessThan(mean - 0.1);
    expect(other.aligned).toBeGreaterThan(other.averaged + 0.1);
    expect(other.voted).toBeGreaterThan(mean);
  });

  it('refuses none, and networks of another shape', async () => {
    await expect(networksTogether(NARROW, [], validation, onKernels)).rejects.toThrow(RangeError);
    const short = [new Float32Array(5), new Float32Array(5)];
    await expect(networksTogether(NARROW, short, validation, onKernels)).rejects.toThrow(RangeError);
  });
});
