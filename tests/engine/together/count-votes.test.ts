import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Examples } from '@/engine/digits/examples';
import { type Ballot, ballotOf, majorityOf } from '@/engine/together/ballots';
import { countVotes } from '@/engine/together/count-votes';
import { networksTogether } from '@/engine/together/networks-together';
import { startOf } from '@/engine/training/start-of';
import { loadHidden } from '@/engine/verify/evaluate';
import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import { allPictures, HIDDEN_FOLDER } from '@/tests/engine/digits/node-pictures';
import { onKernels } from '@/tests/engine/kernels-module';
import { ask, trainFrom } from './class-of-networks';

const ballot = (labels: number[], certainty = labels.map(() => 0.9)): Ballot => ({
  labels: Uint8Array.from(labels),
  certainty: Float32Array.from(certainty),
});

describe('a vote', () => {
  it('goes to the label of most, of equals to that of the surer, and of equals there to the first', () => {
    const three = [ballot([1, 4, 2]), ballot([1, 5, 3]), ballot([7, 5, 9])];
    expect([...majorityOf(three, [0, 1, 2], 10)]).toEqual([1, 5, 2]);
    const two = [ballot([8, 8], [0.4, 0.5]), ballot([3, 3], [0.6, 0.5])];
    expect([...majorityOf(two, [0, 1], 10)]).toEqual([3, 3]);
    // One who is sure has no more than one vote.
    const sure = [ballot([6], [1]), ballot([2], [0.2]), ballot([2], [0.2])];
    expect([...majorityOf(sure, [0, 1, 2], 10)]).toEqual([2]);
  });

  it('is what each says where one votes, and refuses nobody and ballots of other pictures', () => {
    const both = [ballot([1, 2]), ballot([3])];
    expect([...majorityOf(both, [0], 10)]).toEqual([1, 2]);
    expect(() => majorityOf(both, [], 10)).toThrow(RangeError);
    expect(() => majorityOf(both, [0, 1], 10)).toThrow(RangeError);
    expect(() => countVotes([ballot([1])], Uint8Array.of(1, 2), 10, 1)).toThrow(RangeError);
  });

  it('reads a ballot from probabilities', () => {
    const { labels, certainty } = ballotOf(Float32Array.of(0.25, 0.75, 0.5, 0.5), 2);
    expect([...labels]).toEqual([1, 0]);
    expect([...certainty]).toEqual([0.75, 0.5]);
  });

  it('counts alike in whatever order the networks come, and each picture once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }).chain((networks) =>
          fc.record({
            answers: fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 12 }), {
              minLength: networks,
              maxLength: networks,
            }),
            labels: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 12 }),
          }),
        ),
        ({ answers, labels }) => {
          const truth = Uint8Array.from(labels);
          const ballots = answers.map((one) => ballot(one));
          const counted = countVotes(ballots, truth, 4, 5);
          const back = countVotes(ballots.toReversed(), truth, 4, 5);
          expect(back.alone).toEqual(counted.alone.toReversed());
          expect(back.onlyOne).toEqual(counted.onlyOne.toReversed());
          expect([back.voted, back.nobody, back.outvoted]).toEqual([
            counted.voted,
            counted.nobody,
            counted.outvoted,
          ]);
          // Wrong by vote: nobody had it, or who had it was outvoted.
          expect(counted.nobody + counted.outvoted).toBe(Math.round((1 - counted.voted) * 12));
          expect(counted.onlyVote - counted.onlyBest).toBe(
            Math.round(12 * (counted.voted - Math.max(...counted.alone))),
          );
          expect(counted.curve.at(-1)).toMatchObject({ voters: answers.length, mean: counted.voted });
          for (const { low, high } of counted.curve) expect(low).toBeLessThanOrEqual(high);
          expect(countVotes(ballots, truth, 4, 5)).toEqual(counted);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** A class of six with 200 pictures each: what docs/together.md says of 24, in small. */
describe('what a class of networks comes to', () => {
  const EXPERIMENT: Experiment = {
    ...{ dataset: 'digits', examples: 200, network: { kind: 'dense', hidden: [24], activation: 'relu' } },
    ...{ loss: 'cross-entropy', optimizer: 'momentum', learningRate: 0.05, batchSize: 20, epochs: 12 },
    ...{ l2: 0, seed: 1 },
  };
  const STUDENTS = [1, 2, 3, 4, 5, 6];
  let pictures: Awaited<ReturnType<typeof allPictures>>;
  let hidden: Examples;
  beforeAll(async () => {
    pictures = await allPictures();
    hidden = loadHidden(HIDDEN_FOLDER, DATASETS.digits);
  });

  it('votes better than the best of them; averages are good from one start, and of others only once aligned', async () => {
    const own = (seed: number): Experiment => ({ ...EXPERIMENT, seed });
    const start = startOf(EXPERIMENT).weights;
    const same = [];
    const different = [];
    for (const student of STUDENTS) {
      same.push(await trainFrom(own(student), start, pictures));
      different.push(await trainFrom(own(student), startOf(own(student)).weights, pictures));
    }
    const ballots = [];
    for (const weights of different)
      ballots.push(ballotOf((await ask(EXPERIMENT, weights, hidden)).probabilities, 10));
    const { alone, voted, curve } = countVotes(ballots, hidden.labels, 10, 1);
    expect(voted).toBeGreaterThan(Math.max(...alone) + 0.01);
    // The more vote, the better.
    const means = curve.map(({ mean }) => mean);
    expect(means).toEqual(means.toSorted((a, b) => a - b));
    const mean = means[0]!;
    expect((await networksTogether(EXPERIMENT, same, hidden, onKernels)).averaged).toBeGreaterThan(mean);
    const other = await networksTogether(EXPERIMENT, different, hidden, onKernels);
    expect(other.averaged).toBeLessThan(mean - 0.15);
    expect(other.aligned).toBeGreaterThan(other.averaged + 0.15);
  });
});
