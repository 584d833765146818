import { group } from 'd3-array';
import { isOpen, type RunState } from '@/protocol/run-state';
import type { AppendRequest, StoredBatch } from './append-request';
import type { AppendOutcome } from './store';

/** What decides about a batch: a run's row as the database has it. */
export interface RunHead {
  id: string;
  epoch: number;
  highWater: number;
  state: RunState;
  pointCount: number;
}

/** What batches change in one run's row. `lastPoints` (packed) and `report` are null where they stay as they are. */
export interface RunChange {
  head: RunHead;
  lastPoints: string | null;
  report: string | null;
  updatedAt: number;
}

export interface AppendDecision {
  /** In the order of the requests. */
  outcomes: AppendOutcome[];
  accepted: StoredBatch[];
  /** The runs that they change, as they are then. */
  heads: RunHead[];
}

/**
 * Decides about a group of appends in their order, each seeing what those before it did. Pure.
 * @param heads of the runs in question, as nobody else can change them until it is written
 */
export function decideAppends(heads: readonly RunHead[], requests: readonly AppendRequest[]): AppendDecision {
  const current = new Map(heads.map((head) => [head.id, head]));
  const changed = new Set<string>();
  const accepted: StoredBatch[] = [];
  const outcomes = requests.map((request): AppendOutcome => {
    const head = current.get(request.runId);
    if (head === undefined) return { kind: 'unknown', highWater: 0 };
    const kind = judge(head, request);
    if (kind !== 'next') return { kind, highWater: head.highWater };
    const next = followHead(head, request);
    current.set(head.id, next);
    changed.add(head.id);
    accepted.push(request);
    return { kind: 'stored', highWater: next.highWater };
  });
  return { outcomes, accepted, heads: [...changed].map((id) => current.get(id)!) };
}

function judge(
  head: RunHead,
  { epoch, sequence }: Pick<AppendRequest, 'epoch' | 'sequence'>,
): AppendOutcome['kind'] | 'next' {
  if (epoch !== head.epoch) return 'stale';
  // Before the state: the acknowledgement of a run's last batch may have been lost.
  if (sequence <= head.highWater) return 'stored';
  if (!isOpen(head.state)) return 'closed';
  return sequence === head.highWater + 1 ? 'next' : 'gap';
}

/** A run's head after one batch more, which was accepted. */
export function followHead(head: RunHead, { sequence, state, pointCount }: StoredBatch): RunHead {
  return { ...head, highWater: sequence, state, pointCount: head.pointCount + pointCount };
}

/**
 * What accepted batches make of their runs' rows. Pure.
 * @param heads of the runs, as their rows have them
 * @param batches of each run those that follow its head, in their order
 */
export function changesOf(heads: readonly RunHead[], batches: readonly StoredBatch[]): RunChange[] {
  const byRun = group(batches, ({ runId }) => runId);
  return heads.flatMap((before) => {
    const own = byRun.get(before.id);
    if (own === undefined) return [];
    const last = own.at(-1)!;
    return {
      head: {
        ...before,
        highWater: last.sequence,
        state: last.state,
        pointCount: own.reduce((sum, { pointCount }) => sum + pointCount, before.pointCount),
      },
      lastPoints: own.findLast(({ pointCount }) => pointCount > 0)?.points ?? null,
      report: own.findLast(({ report }) => report !== null)?.report ?? null,
      updatedAt: last.receivedAt,
    };
  });
}
