import type { Mark } from '@/protocol/views';
import type { RunCurvePoint } from './run-curve';

/** A run's curve among others. */
export interface ComparedCurve {
  id: string;
  mark: Mark;
  /** What tells it from the others. */
  label: string;
  points: readonly RunCurvePoint[];
}
