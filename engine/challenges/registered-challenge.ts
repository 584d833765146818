import type { ChallengeResult } from '@/protocol/challenge';

/** A challenge with its own types closed in: an answer is read strictly before it is checked. */
export interface RegisteredChallenge {
  /** The parts that this seed deals, in order. */
  parts(seed: number): readonly string[];
  /** Checks an answer as it came; null where it is no answer to this challenge at all. */
  check(seed: number, answer: unknown, hiddenSeed: number): ChallengeResult | null;
}
