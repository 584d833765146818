import { z } from 'zod';
import { LIMITS } from './limits';

/** A guess that is committed before a step's bench unlocks, and what then came true. */
export const predictionFields = {
  stepId: z.string().min(1).max(100),
  /** Index of one of the step's choices. */
  choice: z
    .int()
    .min(0)
    .max(LIMITS.predictionChoices - 1),
};

/** How many guessed each choice, and on how many benches each came true: nobody can be told from it. */
export interface StepPredictionCounts {
  guesses: number[];
  outcomes: number[];
}

/** The class's guesses at one step, for those who watch. */
export interface PredictionTally extends StepPredictionCounts {
  stepId: string;
}

/** A student's own guess, and the class's beside it: before the own guess is made nothing of it is told. */
export interface OwnPrediction extends PredictionTally {
  choice: number;
  /** What came true on the own bench; null before it has run. */
  outcome: number | null;
}
