import type { AwardSource, Candidate, Deserved, RacedNetwork } from './award-source';
import { mostDeserving } from './award-source';

/** Fewer networks than these have no middle that says something. */
const LEAST_NETWORKS = 3;

/** The bar for awards that ask for little: the middle of the class on the hidden half, the lower one of two. */
export function raceBar(networks: readonly Pick<RacedNetwork, 'best'>[]): number {
  const shares = networks.map(({ best }) => best.privateAccuracy).sort((a, b) => a - b);
  return shares[Math.floor((shares.length - 1) / 2)] ?? 0;
}

/** The smallest network over the bar. Nobody deserves it where all that are over it are of one size. */
export function smallestNetwork(source: AwardSource): Deserved | null {
  return frugal(
    source,
    ({ weights }) => weights,
    ({ weights, best }, bar) => ({
      ...{ kind: 'smallest', weights, accuracy: best.privateAccuracy, bar },
    }),
  );
}

/** The network over the bar that has learnt from the fewest examples. Nobody deserves it where all have learnt from as many. */
export function fewestExamples(source: AwardSource): Deserved | null {
  return frugal(
    source,
    ({ examples }) => examples,
    ({ examples, best }, bar) => ({
      ...{ kind: 'examples', examples, accuracy: best.privateAccuracy, bar },
    }),
  );
}

/** Of networks that take as little the better one. */
function frugal(
  { networks, bar }: AwardSource,
  cost: (network: RacedNetwork) => number,
  evidenceOf: (network: RacedNetwork, bar: number) => Deserved['evidence'],
): Deserved | null {
  if (networks.length < LEAST_NETWORKS) return null;
  const over = networks.filter(({ best }) => best.privateAccuracy >= bar);
  if (new Set(over.map(cost)).size < 2) return null;
  return mostDeserving(
    over.map(
      (network): Candidate => ({
        studentId: network.studentId,
        evidence: evidenceOf(network, bar),
        worth: network.best.privateAccuracy - cost(network),
        at: network.best.submittedAt,
      }),
    ),
  );
}
