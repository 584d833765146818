import { type Examples, sliceExamples } from '@/engine/digits/examples';
import type { Loss } from '@/protocol/experiment-choices';
import { answerOf } from './answer-of';
import { sumLosses } from './losses';
import { probabilitiesOf } from './probabilities';
import type { TrainableNetwork } from './trainable-network';

/** Pictures at once: one size for all, since a GPU compiles for each; small, so that a weak device answers in between. */
const CHUNK = 250;

export interface Evaluation {
  /** Mean over the examples, without L2. */
  loss: number;
  accuracy: number;
  examples: number;
  /** Counts: row = label, column = answer. */
  confusion: number[][];
  /** count × labels. */
  probabilities: Float32Array;
  /** One an example: 1 where its answer is right. */
  right: Uint8Array;
}

/** Counts of label (row) against answer (column, the likeliest; the first of equals). */
function countConfusion(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  classes: number,
): number[][] {
  const confusion = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let i = 0; i < labels.length; i++) confusion[labels[i]!]![answerOf(probabilities, i, classes)]!++;
  return confusion;
}

/**
 * How a network does on some examples.
 * @param breathe awaited between chunks, to let others in
 */
export async function evaluate(
  network: TrainableNetwork,
  loss: Loss,
  examples: Examples,
  breathe: () => Promise<void> = async () => {},
): Promise<Evaluation> {
  const { classes } = network;
  const probabilities = new Float32Array(examples.count * classes);
  const right = new Uint8Array(examples.count);
  let lossSum = 0;
  let correct = 0;
  for (let from = 0; from < examples.count; from += CHUNK) {
    if (from > 0) await breathe();
    const { pixels, labels } = sliceExamples(examples, from, CHUNK);
    const logits = await network.logits(pixels);
    const sums = sumLosses(loss, logits, labels, classes);
    lossSum += sums.loss;
    correct += sums.correct;
    for (let i = 0; i < labels.length; i++)
      right[from + i] = answerOf(logits, i, classes) === labels[i] ? 1 : 0;
    probabilities.set(probabilitiesOf(logits, classes), from * classes);
  }
  return {
    loss: lossSum / examples.count,
    accuracy: correct / examples.count,
    examples: examples.count,
    confusion: countConfusion(examples.labels, probabilities, classes),
    probabilities,
    right,
  };
}
