import type { Batch, Point, RunReport } from '@/protocol/run';
import { isOpen, type RunState } from '@/protocol/run-state';
import type { AppendOutcome } from './store';

/** What decides about a batch: a run's row as the database has it. */
export interface RunHead {
  id: string;
  epoch: number;
  highWater: number;
  state: RunState;
  pointCount: number;
}

export interface AppendRequest {
  runId: string;
  epoch: number;
  batch: Batch;
  now: number;
}

/** What a group of appends changes in one run's row. `last` and `report` are null where they stay as they are. */
interface RunChange {
  head: RunHead;
  last: Point | null;
  report: RunReport | null;
  updatedAt: number;
}

export interface AppendDecision {
  /** In the order of the requests. */
  outcomes: AppendOutcome[];
  accepted: AppendRequest[];
  changes: RunChange[];
}

/**
 * Decides about a group of appends in their order, each seeing what those before it did. Pure.
 * @param heads rows of the runs in question, as read (and locked) in the transaction that will write
 */
export function decideAppends(heads: readonly RunHead[], requests: readonly AppendRequest[]): AppendDecision {
  const current = new Map(heads.map((head) => [head.id, head]));
  const changes = new Map<string, RunChange>();
  const accepted: AppendRequest[] = [];
  const outcomes = requests.map((request): AppendOutcome => {
    const head = current.get(request.runId);
    if (head === undefined) return { kind: 'unknown', highWater: 0 };
    const kind = judge(head, request);
    if (kind !== 'next') return { kind, highWater: head.highWater };
    const next = follow(head, request.batch);
    const before = changes.get(head.id);
    current.set(head.id, next);
    accepted.push(request);
    changes.set(head.id, {
      head: next,
      last: request.batch.points.at(-1) ?? before?.last ?? null,
      report: request.batch.report ?? before?.report ?? null,
      updatedAt: request.now,
    });
    return { kind: 'stored', highWater: next.highWater };
  });
  return { outcomes, accepted, changes: [...changes.values()] };
}

function judge(head: RunHead, { epoch, batch }: AppendRequest): AppendOutcome['kind'] | 'next' {
  if (epoch !== head.epoch) return 'stale';
  // Before the state: the acknowledgement of a run's last batch may have been lost.
  if (batch.sequence <= head.highWater) return 'stored';
  if (!isOpen(head.state)) return 'closed';
  return batch.sequence === head.highWater + 1 ? 'next' : 'gap';
}

function follow(head: RunHead, batch: Batch): RunHead {
  return {
    ...head,
    highWater: batch.sequence,
    state: batch.state,
    pointCount: head.pointCount + batch.points.length,
  };
}
