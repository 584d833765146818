import { DenseNetwork } from '@/engine/dense/dense-network';
import { answeredClass } from '@/engine/dense/evaluate';
import { textToFloats } from '@/protocol/bytes-text';
import type { LabelScore, PoolAnswer } from '@/protocol/pool';
import { POOL } from '@/protocol/pool-rules';
import { poolShape, poolWeights } from './pool-network';
import type { PoolPictures } from './pool-pictures';

/** Pictures at a time: about 2 ms with the largest network. */
const CHUNK = 64;

/** A network as it was handed in, rebuilt from its name and the number of labels; null where its weights do not fit or are no numbers. */
export function readPoolAnswer(answer: PoolAnswer, labelCount: number): DenseNetwork | null {
  const weights = textToFloats(answer.weights);
  if (weights === null || weights.length !== poolWeights(answer.network, labelCount)) return null;
  return weights.every(Number.isFinite)
    ? new DenseNetwork(poolShape(answer.network, labelCount), weights)
    : null;
}

/** Bytes of pictures as a network takes them: 0 paper to 1 ink. */
export function inputsOf(pixels: Uint8Array): Float64Array {
  const inputs = new Float64Array(pixels.length);
  for (let i = 0; i < pixels.length; i += 1) inputs[i] = pixels[i]! / 255;
  return inputs;
}

/** Counts a network's right answers, label by label, a few pictures at a time: yields between, for others to go on. */
export function* scorePool(
  network: DenseNetwork,
  { labelCount, count, pixels, labels }: PoolPictures,
): Generator<void, LabelScore[], void> {
  const scores = Array.from({ length: labelCount }, () => ({ right: 0, of: 0 }));
  for (let from = 0; from < count; from += CHUNK) {
    const many = Math.min(CHUNK, count - from);
    const y = network.forwardRange(
      inputsOf(pixels.subarray(from * POOL.pixels, (from + many) * POOL.pixels)),
      0,
      many,
    );
    for (let e = 0; e < many; e += 1) {
      const score = scores[labels[from + e]!]!;
      score.of += 1;
      if (answeredClass(y, e * labelCount, labelCount) === labels[from + e]) score.right += 1;
    }
    yield;
  }
  return scores;
}

/** Right answers of all, 0 to 1; 0 of none. */
export function totalAccuracy(scores: readonly LabelScore[]): number {
  const of = scores.reduce((sum, score) => sum + score.of, 0);
  return of === 0 ? 0 : scores.reduce((sum, { right }) => sum + right, 0) / of;
}
