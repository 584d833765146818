import type { RefusalCode } from '@/protocol/refusals';
import type { Batch, RunAttach } from '@/protocol/run';
import type { RunState } from '@/protocol/run-state';

/** A run in the outbox: what `run:attach` needs, how far it has come, and the batches that are not acknowledged yet. */
export interface OutboxRun {
  /** Whose run it is; one browser may hold those of several students. */
  studentId: string;
  attach: RunAttach;
  /** Sequence of the newest batch ever put in; 0 before the first. */
  lastSequence: number;
  /** Up to here the server has committed, and said so. */
  acknowledged: number;
  /** Step of the newest point ever put in; -1 before the first. */
  lastStep: number;
  pointCount: number;
  /** After the newest batch. */
  state: RunState;
  /** Why the server will not take any more of it, or null. */
  parked: RefusalCode | null;
  /** Milliseconds since 1970, for sweeping out what nobody fetches any more. */
  touchedAt: number;
  /** Unacknowledged, in order, without gaps: from `acknowledged + 1` to `lastSequence`. */
  batches: readonly Batch[];
}

/** The run before its first batch. */
export function newOutboxRun(studentId: string, attach: RunAttach, now: number): OutboxRun {
  return {
    studentId,
    attach,
    lastSequence: 0,
    acknowledged: 0,
    lastStep: -1,
    pointCount: 0,
    state: 'paused',
    parked: null,
    touchedAt: now,
    batches: [],
  };
}

/** The run with one batch more. The batch must carry the next sequence. */
export function withBatch(run: OutboxRun, batch: Batch, now: number): OutboxRun {
  return {
    ...run,
    lastSequence: batch.sequence,
    lastStep: batch.points.at(-1)?.step ?? run.lastStep,
    pointCount: run.pointCount + batch.points.length,
    state: batch.state,
    touchedAt: now,
    batches: [...run.batches, batch],
  };
}

/** The run after the server has said that everything up to `highWater` is stored. */
export function withAcknowledged(run: OutboxRun, highWater: number): OutboxRun {
  if (highWater <= run.acknowledged) return run;
  return {
    ...run,
    acknowledged: highWater,
    lastSequence: Math.max(run.lastSequence, highWater),
    batches: run.batches.filter(({ sequence }) => sequence > highWater),
  };
}
