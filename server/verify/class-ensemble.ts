import { dealSeed } from '@/classroom/deal';
import { type Voter, votersOf } from '@/classroom/ensembles';
import type { ClassState } from '@/classroom/state';
import type { Ballot } from '@/engine/together/ballots';
import { readWeights, weightBytes } from '@/engine/verify/check-weights';
import { scoringOperations } from '@/engine/verify/cost';
import type { EnsembleFound } from '@/protocol/ensemble';
import { LEAST_NETWORKS } from '@/protocol/ensemble-outcome';
import { LIMITS } from '@/protocol/limits';
import { type Refusal, refuse } from '@/protocol/refusals';
import type { Store } from '@/server/store/store';
import type { EnsembleCounter } from './ensemble-counter';

interface Means {
  counter: Pick<EnsembleCounter, 'do'>;
  store: Pick<Store, 'readWeights'>;
}

/** What a network has said, and whose it is. */
interface CastVote extends Voter {
  ballot: Ballot;
}

/**
 * Has the networks of a class vote on the public half of the hidden pictures. One network after another, so that one is in memory at a time; those that cost
 * most stay out where all of them would take too long. Whose weights are gone, or no numbers, has no vote.
 */
export async function countEnsemble(state: ClassState, means: Means): Promise<EnsembleFound | Refusal> {
  const { votes: asked, leftOut } = affordable(votersOf(state));
  const votes: CastVote[] = [];
  for (const voter of asked) {
    const weights = await weightsOf(voter, means);
    if (weights === null) continue;
    const answer = await means.counter.do(state.id, { ask: 'ballot', experiment: voter.experiment, weights });
    if (answer.ok && 'ballot' in answer) votes.push({ ...voter, ballot: answer.ballot });
    // Of one network nothing may come; whoever is busy or stops says so to whoever asked.
    else if (!answer.ok && answer.code !== 'verifier-failed') return answer;
  }
  if (votes.length < LEAST_NETWORKS) return refuse('too-few-networks');
  const { dataset } = votes[0]!.experiment;
  const ballots = votes.map(({ ballot }) => ballot);
  const answer = await means.counter.do(state.id, {
    ask: 'count',
    dataset,
    ballots,
    seed: dealSeed(state.id),
  });
  if (!answer.ok) return answer;
  if (!('counted' in answer)) return refuse('verifier-failed');
  const { alone, voted, curve, onlyOne, ...counts } = answer.counted;
  return {
    ...{ dataset, networks: votes.length, leftOut, voted },
    best: Math.max(...alone),
    mean: alone.reduce((sum, share) => sum + share, 0) / alone.length,
    curve: curve.map(({ voters, mean, low, high }) => ({ voters, mean, low, high })),
    ...counts,
    alone: Object.fromEntries(
      votes.flatMap(({ studentId }, i) => (onlyOne[i]! > 0 ? [[studentId, onlyOne[i]!]] : [])),
    ),
    average: await averageOf(state.id, votes, means),
  };
}

/** The cheapest first, as far as they may cost. */
function affordable(voters: readonly Voter[]): { votes: Voter[]; leftOut: number } {
  const priced = voters.map((voter) => ({ voter, cost: scoringOperations(voter.experiment) }));
  priced.sort((a, b) => a.cost - b.cost);
  let all = 0;
  const votes = priced.filter(({ cost }) => {
    all += cost;
    return all <= LIMITS.operationsPerEnsemble;
  });
  return { votes: votes.map(({ voter }) => voter), leftOut: voters.length - votes.length };
}

async function weightsOf({ runId, experiment }: Voter, { store }: Means): Promise<Float32Array | null> {
  const bytes = await store.readWeights(runId);
  const weights = bytes && readWeights(experiment, bytes);
  return weights === null || typeof weights === 'string' ? null : weights;
}

/** Of all networks together, where they are dense and of one shape, and no more than can be held at once; null: not so. */
async function averageOf(
  classId: string,
  votes: readonly CastVote[],
  means: Means,
): Promise<EnsembleFound['average']> {
  const { experiment } = votes[0]!;
  const shape = JSON.stringify(experiment.network);
  const alike = votes.every((vote) => JSON.stringify(vote.experiment.network) === shape);
  const bytes = weightBytes(experiment) * votes.length;
  if (experiment.network.kind !== 'dense' || !alike || bytes > LIMITS.bytesPerAverage) return null;
  const networks: Float32Array[] = [];
  for (const vote of votes) {
    const weights = await weightsOf(vote, means);
    if (weights === null) return null;
    networks.push(weights);
  }
  const answer = await means.counter.do(classId, { ask: 'average', experiment, networks });
  return answer.ok && 'averaged' in answer ? { networks: networks.length, ...answer.averaged } : null;
}
