import type { Batch } from '@/protocol/run';
import type { RunState } from '@/protocol/run-state';
import { packPoints } from './points';

/** A batch as it is kept: what only readers look into is text already. */
export interface StoredBatch {
  runId: string;
  sequence: number;
  /** Packed: see points. */
  points: string;
  pointCount: number;
  /** The run's state after these points. */
  state: RunState;
  /** JSON of a `RunReport`; null: none came with it. */
  report: string | null;
  receivedAt: number;
}

/** A batch that somebody wants stored. It crosses threads, which costs a text a quarter of what its points would. */
export interface AppendRequest extends StoredBatch {
  /** Of the attach that sends it. */
  epoch: number;
}

/** @param now milliseconds since 1970 */
export function appendRequest(
  runId: string,
  epoch: number,
  { sequence, points, state, report }: Batch,
  now: number,
): AppendRequest {
  return {
    runId,
    epoch,
    sequence,
    points: packPoints(points),
    pointCount: points.length,
    state,
    report: report && JSON.stringify(report),
    receivedAt: now,
  };
}
