import type { Examples } from '@/engine/digits/examples';
import { evaluate } from '@/engine/network/evaluate';
import type { MakeNetwork } from '@/engine/network/trainable-network';
import { type Ballot, ballotOf } from '@/engine/together/ballots';
import type { Experiment } from '@/protocol/experiment';
import { OutputsNotFinite } from './evaluate';

/**
 * What a network says of each of some pictures. Blocks its thread, as scoring does; check the weights first (check-weights.ts).
 * @throws RangeError on a wrong number of weights; OutputsNotFinite where logits overflow
 */
export async function castBallot(
  experiment: Experiment,
  weights: Float32Array,
  pictures: Examples,
  network: MakeNetwork,
): Promise<Ballot> {
  const made = network(untrained(experiment), { step: 0, weights, slots: new Float32Array(0) });
  try {
    const { loss, probabilities } = await evaluate(made, experiment.loss, pictures);
    if (!Number.isFinite(loss)) throw new OutputsNotFinite('Outputs are not finite');
    return ballotOf(probabilities, made.classes);
  } finally {
    made.dispose();
  }
}

/** The same where nothing is trained: no slots, and no room for batches. */
export function untrained(experiment: Experiment): Experiment {
  return { ...experiment, optimizer: 'sgd', batchSize: 1 };
}
