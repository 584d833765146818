import type { ChallengeId } from '@/protocol/challenge';
import type { BenchId } from './bench';

/** The benches at which an answer is handed in that rules can check. */
export const CHALLENGE_BENCHES: Partial<Record<BenchId, ChallengeId>> = {
  'perceptron-challenge': 'gates',
  'circuit-challenge': 'circuits',
  'playground-challenge': 'spiral',
  'loss-challenge': 'loss',
  'descent-challenge': 'descent',
  'backpropagation-challenge': 'gradients',
  'pool-challenge': 'pool',
};

/** A lesson's challenge, or null where weights are evaluated instead or nothing is handed in. */
export function challengeOf(lesson: {
  readonly steps: readonly { readonly bench: BenchId }[];
}): ChallengeId | null {
  for (const { bench } of lesson.steps) {
    const challenge = CHALLENGE_BENCHES[bench];
    if (challenge) return challenge;
  }
  return null;
}
