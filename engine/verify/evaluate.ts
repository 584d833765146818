import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Examples, sliceExamples } from '@/engine/digits/examples';
import { unpackExamples } from '@/engine/digits/pack-format';
import { evaluate } from '@/engine/network/evaluate';
import { TrainableNetwork } from '@/engine/network/trainable-network';
import type { Dataset } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import { startNodeBackend } from './start-node-backend';

/** Shares of right answers, 0 to 1, on the two halves of the hidden pictures. */
export interface HiddenScore {
  /** On the half that counts on the board during the race. */
  accuracyPublic: number;
  /** On the half that is revealed at the end. */
  accuracyPrivate: number;
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
 * Rebuilds the network from the experiment, gives it the weights and counts its right answers on the hidden pictures.
 * Blocks its thread: run it in a worker thread that can be ended. Check the weights first (check-weights.ts).
 * @throws RangeError on a wrong number of weights; OutputsNotFinite where logits overflow
 */
export async function scoreHidden(
  experiment: Experiment,
  weights: Float32Array,
  hidden: Examples,
): Promise<HiddenScore> {
  await startNodeBackend();
  const network = new TrainableNetwork(
    // No training here: no slots.
    { ...experiment, optimizer: 'sgd' },
    { step: 0, weights, slots: new Float32Array(0) },
  );
  try {
    const half = hidden.count / 2;
    const open = await evaluate(network, experiment.loss, sliceExamples(hidden, 0, half));
    const secret = await evaluate(network, experiment.loss, sliceExamples(hidden, half, half));
    // Huge finite weights can still give infinite outputs, which would be counted as answers.
    if (!Number.isFinite(open.loss) || !Number.isFinite(secret.loss))
      throw new OutputsNotFinite('Outputs are not finite');
    return { accuracyPublic: open.accuracy, accuracyPrivate: secret.accuracy };
  } finally {
    network.dispose();
  }
}
