import { batchCost } from './batch-cost';
import { stepCost } from './step-cost';

export interface Guarded {
  /** What it costs over its reference, here and now. */
  measure(): Promise<number>;
  /** More than this is a change for the worse: the most that was found on a busy machine, and a quarter. */
  most: number;
}

/** What may not become dearer, each over a reference in the same run. */
export const GUARDED = {
  'step-dense': { measure: () => stepCost('dense'), most: 1.5 },
  'step-convolutional': { measure: () => stepCost('convolutional'), most: 1.65 },
  batch: { measure: batchCost, most: 4.2 },
} as const satisfies Record<string, Guarded>;
