import { answerOf } from '@/engine/network/answer-of';

/** What one network says of each of some pictures. */
export interface Ballot {
  /** Its likeliest label of each. */
  labels: Uint8Array;
  /** How likely it holds that label, 0 to 1. */
  certainty: Float32Array;
}

/**
 * A network's vote on each picture.
 * @param probabilities count × classes (evaluate)
 */
export function ballotOf(probabilities: Float32Array, classes: number): Ballot {
  const count = probabilities.length / classes;
  const labels = new Uint8Array(count);
  const certainty = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    labels[i] = answerOf(probabilities, i, classes);
    certainty[i] = probabilities[i * classes + labels[i]!]!;
  }
  return { labels, certainty };
}

/**
 * What most networks say of each picture. Of labels that have equally many votes the one whose voters are surer in sum is taken, and of equals there the first.
 * @param voters which of the ballots count, by their index; at least one
 * @returns one label a picture
 * @throws RangeError where nobody votes, or ballots are of different lengths
 */
export function majorityOf(
  ballots: readonly Ballot[],
  voters: ArrayLike<number>,
  classes: number,
): Uint8Array {
  const count = ballots[voters[0] ?? -1]?.labels.length;
  if (count === undefined) throw new RangeError('a vote of nobody');
  const votes = new Float64Array(count * classes);
  const sure = new Float64Array(count * classes);
  for (let voter = 0; voter < voters.length; voter++) {
    const { labels, certainty } = ballots[voters[voter]!]!;
    if (labels.length !== count) throw new RangeError(`${labels.length} answers beside ${count}`);
    for (let i = 0; i < count; i++) {
      votes[i * classes + labels[i]!]! += 1;
      sure[i * classes + labels[i]!]! += certainty[i]!;
    }
  }
  const answers = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    let best = i * classes;
    for (let at = best + 1; at < (i + 1) * classes; at++)
      if (votes[at]! > votes[best]! || (votes[at] === votes[best] && sure[at]! > sure[best]!)) best = at;
    answers[i] = best - i * classes;
  }
  return answers;
}
