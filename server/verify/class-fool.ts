import { type AskedNetwork, askedNetworks } from '@/classroom/fool-networks';
import type { FoolReading } from '@/classroom/fools';
import type { ClassState } from '@/classroom/state';
import { readWeights } from '@/engine/verify/check-weights';
import { DATASETS } from '@/protocol/datasets';
import type { Fool } from '@/protocol/fool';
import { type Refusal, refuse } from '@/protocol/refusals';
import type { Store } from '@/server/store/store';
import type { EnsembleCounter } from './ensemble-counter';

interface Means {
  counter: Pick<EnsembleCounter, 'do'>;
  store: Pick<Store, 'readWeights'>;
}

/** A drawing, and what it is meant to show. */
export interface DrawnPicture {
  label: number;
  pixels: Uint8Array;
}

/**
 * Has the networks of a game read some drawings: one network after another, so that one is in memory at a time, each all drawings at once. A network whose
 * weights are gone, or of which nothing comes, is not asked; without the leader's there is nothing to say.
 */
export async function readDrawings(
  state: ClassState,
  fool: Fool,
  drawn: readonly DrawnPicture[],
  means: Means,
): Promise<FoolReading[] | Refusal> {
  const networks = askedNetworks(state, fool);
  if (networks === null) return refuse('network-not-kept');
  const size = DATASETS[fool.dataset].pixels;
  const drawings = new Uint8Array(drawn.length * size);
  for (const [at, { pixels }] of drawn.entries()) drawings.set(pixels, at * size);
  const leader = await answersOf(state.id, networks.leader, drawings, means);
  if (leader === null) return refuse('network-not-kept');
  if ('ok' in leader) return leader;
  const others: Uint8Array[] = [];
  for (const network of networks.others) {
    const said = await answersOf(state.id, network, drawings, means);
    if (said === null) continue;
    if ('ok' in said) return said;
    others.push(said);
  }
  return drawn.map(({ label }, at) => {
    const said = new Array<number>(DATASETS[fool.dataset].labels.length).fill(0);
    for (const labels of others) said[labels[at]!]! += 1;
    return { answer: leader[at]!, right: said[label]!, asked: others.length, said };
  });
}

/** A label of each drawing; null: nothing comes of this network. Whoever is busy or stops says so. */
async function answersOf(
  classId: string,
  { runId, experiment }: AskedNetwork,
  drawings: Uint8Array,
  { counter, store }: Means,
): Promise<Uint8Array | Refusal | null> {
  const bytes = await store.readWeights(runId);
  const weights = bytes && readWeights(experiment, bytes);
  if (weights === null || typeof weights === 'string') return null;
  const answer = await counter.do(classId, { ask: 'ballot', experiment, weights, drawings });
  if (!answer.ok) return answer.code === 'verifier-failed' ? null : answer;
  return 'ballot' in answer ? answer.ballot.labels : null;
}
