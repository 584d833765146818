import type { RunAppendAnswer } from '@/protocol/events';
import { type RefusalCode, refuse } from '@/protocol/refusals';
import { runAppendSchema } from '@/protocol/run';
import { believableBatch } from '@/server/live/believable-batch';
import { attachedEvent } from '@/server/live/event';
import type { AppendOutcome } from '@/server/store/store';
import { classOfRun } from './class-of-run';
import { refuseRun } from './may-run';

const REFUSED_AS: Record<Exclude<AppendOutcome['kind'], 'stored'>, RefusalCode> = {
  gap: 'run-gap',
  stale: 'run-stale',
  closed: 'run-closed',
  unknown: 'unknown-run',
};

/** Stores a batch. The answer comes after the commit; until then the outbox keeps it. */
export const runAppend = attachedEvent({
  schema: runAppendSchema,
  roles: ['student'],
  limit: 'batches',
  handle: async (
    { parts, live: here, role: { studentId } },
    { runId, epoch, batch: told, classId },
  ): Promise<RunAppendAnswer> => {
    const found = classOfRun(parts, here, classId);
    const live = found instanceof Promise ? await found : found;
    if (!live) return refuse('unknown-run');
    const run = live.runs.own(studentId, runId);
    if (!run) return refuse('unknown-run');
    const { startedAt, createdAt } = live.state();
    const batch = believableBatch(run.summary.experiment, told, live.now() - (startedAt ?? createdAt));
    const refusal = refuseRun(live.state(), studentId, true, live.now()) ?? live.runs.refuseBatch(run, batch);
    if (refusal) return refusal;
    const { kind, highWater } = await parts.store.appendBatch(runId, epoch, batch, live.now());
    if (kind !== 'stored') return { ...refuse(REFUSED_AS[kind]), highWater };
    if (live.runs.stored(run, batch)) {
      live.telemetry.appended(studentId, runId, batch);
      parts.onPointsStored(batch.points.length);
    }
    return { ok: true, highWater };
  },
});
