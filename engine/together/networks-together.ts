import type { Examples } from '@/engine/digits/examples';
import { answerOf } from '@/engine/network/answer-of';
import { evaluate } from '@/engine/network/evaluate';
import type { MakeNetwork } from '@/engine/network/trainable-network';
import type { Experiment } from '@/protocol/experiment';
import { type AverageShares, averagesOf } from './averages';
import { meanOf } from './mean-of';

/** Shares of right answers on the validation pictures. */
export interface TogetherShares extends AverageShares {
  /** Of each network, in the order in which they were given. */
  alone: number[];
  /** Of the likeliest label by the mean of what all answer. */
  voted: number;
}

/**
 * What becomes of many networks of the same shape when they are put together: averaged as they are, averaged after their units are aligned (align-units), and
 * asked to vote. The votes are means of probabilities (softmax), so that who is sure counts for more.
 * @param networks at least one, each in storage order
 * @param network makes networks on what has been started
 * @param breathe awaited between pieces of work, to let others in
 * @throws RangeError where there is none, or one is of another shape
 */
export async function networksTogether(
  experiment: Experiment,
  networks: readonly Float32Array[],
  examples: Examples,
  network: MakeNetwork,
  breathe: () => Promise<void> = async () => {},
): Promise<TogetherShares> {
  const averages = await averagesOf(experiment, networks, examples, network, breathe);
  const ask = async (weights: Float32Array) => {
    const made = network(experiment, { step: 0, weights, slots: new Float32Array(0) });
    try {
      return await evaluate(made, experiment.loss, examples, breathe);
    } finally {
      made.dispose();
    }
  };
  const answers = [];
  for (const weights of networks) answers.push(await ask(weights));
  const votes = meanOf(answers.map(({ probabilities }) => probabilities));
  const classes = votes.length / Math.max(1, examples.count);
  let right = 0;
  for (let i = 0; i < examples.count; i++)
    right += Number(answerOf(votes, i, classes) === examples.labels[i]);
  return {
    alone: answers.map(({ accuracy }) => accuracy),
    ...averages,
    voted: right / examples.count,
  };
}
