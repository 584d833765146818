import type { WrittenStep } from '@/lessons/written';
import type { Answer } from '@/protocol/refusals';

/** What became of one step's prediction, as far as this viewer may know. */
export interface StepPrediction {
  /** The committed guess, an index into the choices; null before. */
  guess: number | null;
  /** What the bench has shown to be true; null before it was run. */
  outcome: number | null;
  /** The whole class's, counted by choice; null alone, and while the class's are not known. */
  everybody: PredictionCounts | null;
}

/** How many guessed each choice, and for how many it came true. */
export interface PredictionCounts {
  guesses: readonly number[];
  outcomes: readonly number[];
}

/** The guesses of one lesson: kept in this browser alone, or sent to the class. */
export interface Predictions {
  of(stepId: string): StepPrediction;
  /** Commits the guess of a step; it opens the bench. */
  commit(stepId: string, choice: number): Promise<Answer>;
  /** The bench has shown which choice is true; the first time counts. */
  cameTrue(stepId: string, choice: number): void;
}

/** Whether a step waits for its guess: neither its bench nor a training's bar may run before. */
export function wantsGuess(step: Pick<WrittenStep, 'id' | 'prediction'>, predictions: Predictions): boolean {
  return step.prediction !== undefined && predictions.of(step.id).guess === null;
}

/** No guess yet. */
export const NO_PREDICTION: StepPrediction = { guess: null, outcome: null, everybody: null };
