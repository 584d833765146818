import type { ChallengeResult } from '@/protocol/challenge';

/**
 * One challenge: dealt from a seed, checked by rules. Pure, and the same in the browser (alone) and on the server (in a
 * class), which alone decides. `Answer` is what protocol/challenges/ lets through; `check` meets nothing else.
 */
export interface Challenge<Task, Answer> {
  /** What this class (or this visitor) is dealt: from the seed alone, so everybody in a class has the same, and the next class another. */
  deal(seed: number): Task;
  /** The parts in order; a challenge that is one piece has the part `all`. */
  parts(task: Task): readonly string[];
  /**
   * Checks one answer. Bounded in time: a hostile answer costs at most about 50 ms.
   * @param hiddenSeed draws what nobody may see, such as hidden points; known to the server alone in a class
   */
  check(task: Task, answer: Answer, hiddenSeed: number): ChallengeResult;
}
