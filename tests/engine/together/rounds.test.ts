import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Examples } from '@/engine/digits/examples';
import { combineRound } from '@/engine/together/judge-rounds';
import { meanOf } from '@/engine/together/mean-of';
import { medianOf } from '@/engine/together/median-of';
import { sabotaged } from '@/engine/together/sabotage';
import { shardOf } from '@/engine/together/shards';
import { loadHidden } from '@/engine/verify/evaluate';
import { DATASETS } from '@/protocol/datasets';
import { labelsDealt, ROUND_PICTURES, roundExperiment } from '@/protocol/rounds-settings';
import { allPictures, HIDDEN_FOLDER } from '@/tests/engine/digits/node-pictures';
import { onKernels } from '@/tests/engine/kernels-module';
import { learnAlone, learnInRounds, type RoundsOfClass } from './class-in-rounds';
import { ask } from './class-of-networks';

const lists = (most: number) =>
  fc
    .integer({ min: 1, max: 6 })
    .chain((length) =>
      fc.array(
        fc.array(fc.float({ min: -100, max: 100, noNaN: true }), { minLength: length, maxLength: length }),
        { minLength: 1, maxLength: most },
      ),
    );
const floats = (numbers: readonly number[]) => Float32Array.from(numbers);

describe('the median of weights', () => {
  it('is the middle one of each number, or the mean of the two in the middle', () => {
    expect([...medianOf([floats([1, 9]), floats([5, 2]), floats([3, 4])])]).toEqual([3, 4]);
    expect([...medianOf([floats([1]), floats([2]), floats([10]), floats([4])])]).toEqual([3]);
  });

  it('is the same in whatever order they come, and of one network that network', () => {
    fc.assert(
      fc.property(lists(7), (all) => {
        const sent = all.map(floats);
        expect(medianOf(sent.toReversed())).toEqual(medianOf(sent));
        expect(medianOf([sent[0]!, sent[0]!, sent[0]!])).toEqual(sent[0]!);
      }),
    );
  });

  it('stays among what the honest send, however large the numbers of fewer than half are', () => {
    fc.assert(
      fc.property(lists(5), fc.float({ min: -1e6, max: 1e6, noNaN: true }), (all, wild) => {
        const honest = all.map(floats);
        const hostile = honest.slice(1).map((list) => list.map(() => wild));
        medianOf([...honest, ...hostile]).forEach((median, i) => {
          const here = honest.map((list) => list[i]!);
          expect(median).toBeGreaterThanOrEqual(Math.min(...here));
          expect(median).toBeLessThanOrEqual(Math.max(...here));
        });
      }),
    );
  });

  it('refuses none, and lists of different lengths', () => {
    expect(() => medianOf([])).toThrow(RangeError);
    expect(() => medianOf([floats([1]), floats([1, 2])])).toThrow(RangeError);
  });
});

it('a saboteur goes five times as far, and the other way: five honest ones are needed to make the mean stand still', () => {
  const start = floats([1, 2]);
  const own = floats([1.5, 1]);
  const sent = sabotaged(start, own);
  expect([...sent]).toEqual([-1.5, 7]);
  expect([...meanOf([sent, own, own, own, own, own])]).toEqual([...start]);
});

describe('the pictures of a class', () => {
  let train: Examples;
  beforeAll(async () => {
    ({ train } = await allPictures());
  });
  const shard = (place: number, each: number, seed = 5) =>
    shardOf(train.labels, 10, { place, each, seed, pictures: ROUND_PICTURES });

  it('are of the labels that were dealt, as many of each, and nobody has those of another', () => {
    for (const each of [2, 0]) {
      const seen = new Set<number>();
      for (let place = 0; place < 40; place++) {
        const own = shard(place, each);
        expect(own).toHaveLength(ROUND_PICTURES);
        const labels = labelsDealt(place, each, 10);
        for (const label of labels)
          expect([...own].filter((index) => train.labels[index] === label)).toHaveLength(
            ROUND_PICTURES / labels.length,
          );
        for (const index of own) seen.add(index);
      }
      expect(seen.size).toBe(40 * ROUND_PICTURES);
    }
  });

  it('are the same each time they are asked for, others with another seed, and enough for the largest class', () => {
    expect(shard(7, 2)).toEqual(shard(7, 2));
    expect(shard(7, 2, 6)).not.toEqual(shard(7, 2));
    expect(shard(399, 2)).toHaveLength(ROUND_PICTURES);
  });

  it('each label is in as many hands', () => {
    const hands = new Map<number, number>();
    for (let place = 0; place < 30; place++)
      for (const label of labelsDealt(place, 2, 10)) hands.set(label, (hands.get(label) ?? 0) + 1);
    expect([...hands.values()]).toEqual(Array.from({ length: 10 }, () => 6));
  });
});

/** A class of ten in few rounds: what docs/together.md says of 24 in thirty. */
describe('what a class comes to that learns in rounds', () => {
  let train: Examples;
  let hidden: Examples;
  beforeAll(async () => {
    ({ train } = await allPictures());
    hidden = loadHidden(HIDDEN_FOLDER, DATASETS.digits);
  });
  const experiment = roundExperiment('digits', { seed: 3, epochs: 1 });
  const right = async (weights: Float32Array) => (await ask(experiment, weights, hidden)).accuracy;
  const of = (settings: Partial<RoundsOfClass>): RoundsOfClass => ({
    ...{ students: 10, each: 2, rule: 'mean', saboteurs: 0, epochs: 1, rounds: 8, seed: 3 },
    ...settings,
  });

  it('nobody knows more than two digits, and together they know far more', async () => {
    expect(await right(await learnAlone(train, of({}), 0))).toBeLessThan(0.21);
    expect(await right(await learnInRounds(train, of({})))).toBeGreaterThan(0.5);
  });

  it('a saboteur breaks the mean and not the median, where everybody has pictures of all digits', async () => {
    const honest = await right(await learnInRounds(train, of({ each: 0 })));
    const mean = await right(await learnInRounds(train, of({ each: 0, saboteurs: 2 })));
    const median = await right(await learnInRounds(train, of({ each: 0, saboteurs: 2, rule: 'median' })));
    expect(median).toBeGreaterThan(honest - 0.05);
    expect(mean).toBeLessThan(median - 0.15);
  });

  it('judges by both rules at once, and on each label', async () => {
    const sent = [await learnAlone(train, of({}), 0), await learnAlone(train, of({}), 1)];
    const judges = { pictures: hidden, network: onKernels };
    const one = await combineRound(experiment, sent, 'mean', judges);
    const other = await combineRound(experiment, sent, 'median', judges);
    expect(one.weights).toEqual(meanOf(sent));
    expect([one.right, one.other]).toEqual([other.other, other.right]);
    const mean = one.byLabel.reduce((sum, share) => sum + share, 0) / 10;
    expect(mean).toBeCloseTo(one.right, 2);
  });
});
