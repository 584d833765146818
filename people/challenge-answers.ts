import { circuitsChallenge } from '@/engine/challenges/circuits';
import { gatesChallenge } from '@/engine/challenges/gates';
import { gradientsChallenge, slopesOf } from '@/engine/challenges/gradients';
import { poolWeights } from '@/engine/pool/pool-network';
import { floatsToText } from '@/protocol/bytes-text';
import type { ChallengeId } from '@/protocol/challenge';
import { solveCircuit, solveGate } from './solutions';

/** One answer to each challenge, as a student of the class with this deal could hand it in. */
export const CHALLENGE_ANSWERS: Readonly<Record<ChallengeId, (seed: number) => unknown>> = {
  gates: (seed) => {
    const [task] = gatesChallenge.deal(seed);
    const { weights, threshold } = solveGate(task!);
    return { part: task!.gate, weights: [...weights], threshold };
  },
  circuits: (seed) => solveCircuit(circuitsChallenge.deal(seed), 'box'),
  spiral: () => ({ features: ['x1', 'x2'], hidden: [], activation: 'tanh', weights: [1, 1, 0] }),
  loss: () => ({ part: 'free', loss: 'squared-error', start: 'tiny', rate: 1 }),
  descent: () => ({ part: 'saddle', method: 'adam', rate: 0.1, changes: [] }),
  gradients: (seed) => ({ slopes: slopesOf(gradientsChallenge.deal(seed)) }),
  pool: () => ({ network: 0, weights: floatsToText(new Float32Array(poolWeights(0, 2))) }),
};
