import type { CurvePoint } from '@/protocol/telemetry';
import type { Mark } from '@/protocol/views';

/** One student's latest run, as pictures of the whole class draw it. */
export interface StudentTrace {
  id: string;
  mark: Mark;
  /** Connected now. */
  here: boolean;
  /** Step, loss, accuracy; oldest first. */
  curve: readonly CurvePoint[];
  /** The newest point; null before the first. */
  last: { step: number; epoch: number; loss: number | null; accuracy: number | null } | null;
}
