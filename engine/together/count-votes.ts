import { createRandom } from '@/engine/random';
import { type Ballot, majorityOf } from './ballots';

/** How good the vote of so many networks is. Shares of right answers, 0 to 1. */
interface VoteOfSome {
  voters: number;
  /** Over the groups that were drawn. */
  mean: number;
  /** Nine groups in ten are at least as good as `low`, and one in ten at least as good as `high`; both are the mean where there is one group. */
  low: number;
  high: number;
  /** Groups that were drawn. */
  groups: number;
}

/** What came of a vote of networks on pictures whose labels are known. Shares of right answers, 0 to 1. */
export interface CountedVotes {
  pictures: number;
  /** Of each network, in the order in which they were given. */
  alone: number[];
  /** Of all together. */
  voted: number;
  /** The vote of 1, 2, 4, 8, … and of all of them. */
  curve: VoteOfSome[];
  /** Pictures that the vote has right and the best network has not (the first of equals), and the other way round. */
  onlyVote: number;
  onlyBest: number;
  /** Of each network: pictures that it has right and no other has. */
  onlyOne: number[];
  /** Pictures that no network has right, and of those on which the vote is wrong the ones that at least one has right. */
  nobody: number;
  outvoted: number;
}

/** Groups that are drawn of each size. */
const GROUPS = 64;
/** Of each ten groups one is below the band, and one above. */
const OUTSIDE = 0.1;

/**
 * Has networks vote, all of them and groups of some. The groups are drawn by a seed: the same ballots give the same curve.
 * @param ballots at least one, all of the same pictures
 * @param labels one a picture
 * @throws RangeError where there is no ballot, or one is of another length
 */
export function countVotes(
  ballots: readonly Ballot[],
  labels: Uint8Array,
  classes: number,
  seed: number,
): CountedVotes {
  const everybody = Uint16Array.from(ballots, (_, i) => i);
  const vote = majorityOf(ballots, everybody, classes);
  if (vote.length !== labels.length)
    throw new RangeError(`${vote.length} answers to ${labels.length} pictures`);
  const alone = ballots.map((ballot) => shareOf(ballot.labels, labels));
  const best = ballots[alone.indexOf(Math.max(...alone))]!.labels;
  const counted: CountedVotes = {
    ...{ pictures: labels.length, alone, voted: shareOf(vote, labels) },
    curve: sizesUpTo(ballots.length).map((size) => ofSize(ballots, labels, classes, size, seed)),
    ...{ onlyVote: 0, onlyBest: 0, onlyOne: ballots.map(() => 0), nobody: 0, outvoted: 0 },
  };
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    let right = 0;
    let who = 0;
    ballots.forEach((ballot, voter) => {
      if (ballot.labels[i] !== label) return;
      right += 1;
      who = voter;
    });
    if (right === 0) counted.nobody += 1;
    else if (vote[i] !== label) counted.outvoted += 1;
    if (right === 1 && ballots.length > 1) counted.onlyOne[who]! += 1;
    if (vote[i] === label && best[i] !== label) counted.onlyVote += 1;
    if (vote[i] !== label && best[i] === label) counted.onlyBest += 1;
  }
  return counted;
}

/** 1, 2, 4, … and all of them. */
function sizesUpTo(all: number): number[] {
  const sizes = [];
  for (let size = 1; size < all; size *= 2) sizes.push(size);
  return [...sizes, all];
}

function ofSize(
  ballots: readonly Ballot[],
  labels: Uint8Array,
  classes: number,
  voters: number,
  seed: number,
): VoteOfSome {
  const shares = groupsOf(ballots.length, voters, seed)
    .map((group) => shareOf(majorityOf(ballots, group, classes), labels))
    .sort((a, b) => a - b);
  const at = (part: number) => shares[Math.round(part * (shares.length - 1))]!;
  return {
    voters,
    mean: shares.reduce((sum, share) => sum + share, 0) / shares.length,
    low: at(OUTSIDE),
    high: at(1 - OUTSIDE),
    groups: shares.length,
  };
}

/** Everybody as one group, each alone, or so many drawn at random. */
function groupsOf(all: number, size: number, seed: number): ArrayLike<number>[] {
  if (size === all) return [Array.from({ length: all }, (_, i) => i)];
  if (size === 1) return Array.from({ length: all }, (_, i) => [i]);
  const random = createRandom(seed, size);
  return Array.from({ length: GROUPS }, () =>
    random.shuffle(Uint16Array.from({ length: all }, (_, i) => i)).subarray(0, size),
  );
}

function shareOf(answers: Uint8Array, labels: Uint8Array): number {
  let right = 0;
  for (let i = 0; i < labels.length; i++) if (answers[i] === labels[i]) right += 1;
  return right / labels.length;
}
