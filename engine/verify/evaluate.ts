import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BitSet, bitSetOf } from '@/base/bit-set';
import { type Examples, sliceExamples } from '@/engine/digits/examples';
import { unpackExamples } from '@/engine/digits/pack-format';
import { evaluate } from '@/engine/network/evaluate';
import type { MakeNetwork } from '@/engine/network/trainable-network';
import type { Dataset } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';

/** Shares of right answers, 0 to 1, on the two halves of the hidden pictures. */
export interface HiddenScore {
  /** On the half that counts on the board during the race. */
  accuracyPublic: number;
  /** On the half that is revealed at the end. */
  accuracyPrivate: number;
  /** The hidden pictures that it has right, both halves after one another. */
  right: BitSet;
}

/** Weights that are finite but so large that the outputs are not: such a network has no answers to count. */
export class OutputsNotFinite extends Error {
  override name = 'OutputsNotFinite';
}

/**
 * Reads the hidden pictures of a data set.
 * @param folder where all of them are (server/verify/data)
 * @throws DamagedPack, or the file system's error
 */
export function loadHidden(folder: string, dataset: Dataset): Examples {
  const { file, half } = dataset.hidden;
  const hidden = unpackExamples(readFileSync(join(folder, file)), dataset);
  if (hidden.count !== 2 * half) throw new Error(`${hidden.count} hidden pictures, not ${2 * half}`);
  return hidden;
}

/**
 * Reads the pictures that are in reserve, of which a class's private half is drawn.
 * @param folder where all of them are (server/verify/data)
 * @throws DamagedPack, or the file system's error
 */
export function loadReserve(folder: string, dataset: Dataset): Examples {
  const { file, count } = dataset.hidden.reserve;
  const reserve = unpackExamples(readFileSync(join(folder, file)), dataset);
  if (reserve.count !== count) throw new Error(`${reserve.count} pictures in reserve, not ${count}`);
  return reserve;
}

/**
 * Rebuilds the network from the experiment, gives it the weights and counts its right answers on the hidden pictures: the largest sum is the
 * answer, the first of equals. On our own kernels the sums are the same to the bit on every server; another backend sums in another order, and
 * may answer otherwise where two sums differ by less than their rounding.
 * Blocks its thread: run it in a worker thread that can be ended. Check the weights first (check-weights.ts).
 * @param network makes it (node-networks)
 * @throws RangeError on a wrong number of weights; OutputsNotFinite where logits overflow
 */
export async function scoreHidden(
  experiment: Experiment,
  weights: Float32Array,
  hidden: Examples,
  network: MakeNetwork,
): Promise<HiddenScore> {
  const made = network(
    // No training here: no slots, and no room for batches.
    { ...experiment, optimizer: 'sgd', batchSize: 1 },
    { step: 0, weights, slots: new Float32Array(0) },
  );
  try {
    const half = hidden.count / 2;
    const open = await evaluate(made, experiment.loss, sliceExamples(hidden, 0, half));
    const secret = await evaluate(made, experiment.loss, sliceExamples(hidden, half, half));
    // Huge finite weights can still give infinite outputs, which would be counted as answers.
    if (!Number.isFinite(open.loss) || !Number.isFinite(secret.loss))
      throw new OutputsNotFinite('Outputs are not finite');
    const right = bitSetOf([...open.right, ...secret.right]);
    return { accuracyPublic: open.accuracy, accuracyPrivate: secret.accuracy, right };
  } finally {
    made.dispose();
  }
}
