import type { CurvePoint, WallPoint } from '@/protocol/telemetry';
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
  last: WallPoint | null;
  /** What a map can also be made of, where it is known. */
  rate?: number | null;
  submissions?: number;
  /** What the board ranks by, 0 to 1. */
  result?: number | null;
}
