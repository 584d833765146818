import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Examples, sliceExamples } from '@/engine/digits/examples';
import { splitWeights } from '@/engine/network/flat-weights';
import { inOrder } from '@/engine/together/align-units';
import { mergeNetworks } from '@/engine/together/merge-networks';
import {
  matchSmall,
  meanSmall,
  SMALL_A,
  SMALL_B,
  SMALL_INPUTS,
  smallAnswers,
  swapSmall,
} from '@/engine/together/two-small-networks';
import { inBytes, unitPictures } from '@/engine/together/unit-pictures';
import { startOf } from '@/engine/training/start-of';
import type { Experiment } from '@/protocol/experiment';
import { mergeExperiment } from '@/protocol/merge-settings';
import { weightLayers } from '@/protocol/weight-shapes';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { onKernels } from '@/tests/engine/kernels-module';
import { ask, trainFrom } from './class-of-networks';

const own = (seed: number, startSeed: number | null = null): Experiment =>
  mergeExperiment('digits', seed, startSeed);
const SHOWN = { networks: 3, units: 12 };

/** The same network with its units in another order: unit i is then what unit order[i] was. */
function permuted(experiment: Experiment, weights: Float32Array, order: readonly number[]): Float32Array {
  const parts = inOrder(weightLayers(experiment), 0, splitWeights(experiment, weights), order);
  return Float32Array.from(parts.flatMap((part) => [...part]));
}

describe('merging networks', () => {
  let pictures: Awaited<ReturnType<typeof allPictures>>;
  let some: Examples;
  let trained: Float32Array[];
  beforeAll(async () => {
    pictures = await allPictures();
    some = sliceExamples(pictures.validation!, 0, 500);
    trained = [];
    for (const seed of [1, 2, 3, 4, 5, 6])
      trained.push(await trainFrom(own(seed), startOf(own(seed)).weights, pictures));
  });

  it('says of a network and its own permutations which unit went where, and averages them to the network itself', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(
          Array.from({ length: 64 }, (_, i) => i),
          { minLength: 64 },
        ),
        async (order) => {
          const [network] = trained;
          const other = permuted(own(1), network!, order);
          const alone = await ask(own(1), network!, some);
          const same = await ask(own(1), other, some);
          same.probabilities.forEach((share, i) => {
            expect(share).toBeCloseTo(alone.probabilities[i]!, 4);
          });
          const merged = await mergeNetworks(own(1), [network!, other], some, onKernels, SHOWN);
          // Seat s of the first holds its unit s, which sits at order⁻¹(s) in the other.
          expect(merged.orders[1]!.map((unit) => order[unit])).toEqual(
            Array.from({ length: 64 }, (_, i) => i),
          );
          expect(merged.aligned).toBe(alone.accuracy);
          // The same strokes stand in the same column.
          expect(merged.shown[1]!.pictures).toEqual(merged.shown[0]!.pictures);
          expect(merged.average.aligned).toEqual(merged.shown[0]!.pictures);
        },
      ),
      { numRuns: 4 },
    );
  });

  it('collapses from different starts, is mended by aligning, and needs none of that from one start', async () => {
    const different = await mergeNetworks(own(1), trained, some, onKernels, SHOWN);
    const alone = (
      await Promise.all(trained.map(async (weights) => (await ask(own(1), weights, some)).accuracy))
    ).sort();
    expect(different.plain).toBeLessThan(alone[0]! - 0.05);
    expect(different.aligned).toBeGreaterThan(different.plain + 0.05);
    expect(different.shown).toHaveLength(3);
    expect(different.seats).toEqual([...different.seats].sort((a, b) => a - b));
    // What the plain average looks for is paler than what a network looks for.
    const strength = (bytes: Int8Array) => bytes.reduce((sum, byte) => sum + Math.abs(byte), 0);
    expect(strength(different.average.plain)).toBeLessThan(strength(different.average.aligned));

    const same: Float32Array[] = [];
    for (const seed of [1, 2, 3])
      same.push(await trainFrom(own(seed, 9), startOf(own(seed, 9)).weights, pictures));
    const one = await mergeNetworks(own(1, 9), same, some, onKernels, SHOWN);
    expect(one.plain).toBeGreaterThan(alone[0]! - 0.02);
    const stayed = one.orders[1]!.filter((unit, seat) => unit === seat).length;
    expect(stayed).toBeGreaterThan(48);
    expect(stayed).toBeGreaterThan(different.orders[1]!.filter((unit, seat) => unit === seat).length);
  });

  it('refuses none, and networks of another shape', async () => {
    await expect(mergeNetworks(own(1), [], some, onKernels, SHOWN)).rejects.toThrow(RangeError);
    await expect(
      mergeNetworks(own(1), [trained[0]!, new Float32Array(5)], some, onKernels, SHOWN),
    ).rejects.toThrow(RangeError);
  });

  it('starts from the same weights where a start is dealt, whatever the pictures', () => {
    expect(startOf(own(1, 7)).weights).toEqual(startOf(own(2, 7)).weights);
    expect(startOf(own(7)).weights).toEqual(startOf(own(2, 7)).weights);
    expect(startOf(own(1)).weights).not.toEqual(startOf(own(2)).weights);
  });
});

describe('pictures of units', () => {
  it('are the means of each 2 × 2 of their weights, scaled by the largest of each', () => {
    const experiment = own(1);
    const { weights } = startOf(experiment);
    weights.fill(0, 0, 784 * 64);
    // Unit 5: the four weights at the upper left corner.
    for (const pixel of [0, 1, 28, 29]) weights[pixel * 64 + 5] = pixel === 29 ? -0.2 : 0.4;
    weights[783 * 64 + 5] = -1;
    const drawn = unitPictures(experiment, weights, [5, 6]);
    expect(drawn[0]).toBeCloseTo(0.25, 6);
    expect(drawn[195]).toBeCloseTo(-0.25, 6);
    expect(drawn.subarray(196).every((weight) => weight === 0)).toBe(true);
    const bytes = inBytes(drawn, drawn, 2);
    expect([bytes[0], bytes[1], bytes[195], bytes[196]]).toEqual([127, 0, -127, 0]);
  });
});

describe('two small networks', () => {
  const wanted = SMALL_INPUTS.map(([one, other]) => Number(one !== other));
  const far = (answers: readonly number[]) =>
    Math.max(...answers.map((answer, i) => Math.abs(answer - wanted[i]!)));

  it('answer the same in whatever order their units sit', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 8 }), (swaps) => {
        const swapped = swaps.reduce((so, [one, other]) => swapSmall(so, one, other), SMALL_B);
        smallAnswers(swapped).forEach((answer, i) => {
          expect(answer).toBeCloseTo(smallAnswers(SMALL_B)[i]!, 6);
        });
        // And are matched to the same, wherever they sat.
        expect(matchSmall(SMALL_A, swapped).aligned).toEqual(matchSmall(SMALL_A, SMALL_B).aligned);
      }),
    );
  });

  it('are wrong averaged crosswise, and right once matched', () => {
    for (const network of [SMALL_A, SMALL_B]) expect(far(smallAnswers(network))).toBeLessThan(0.3);
    expect(far(smallAnswers(meanSmall(SMALL_A, SMALL_B)))).toBeGreaterThan(0.7);
    const { aligned, order, likeness } = matchSmall(SMALL_A, SMALL_B);
    expect(far(smallAnswers(meanSmall(SMALL_A, aligned)))).toBeLessThan(0.2);
    expect(order).toEqual([1, 2, 0]);
    // w₁w₁′ + w₂w₂′ + bb′ + vv′ of A's first unit and B's second.
    expect(likeness[0]![1]).toBeCloseTo(1 * 1.1 + 0 * 0.9 + 0 * 0 + 1 * 0.9, 5);
  });
});
