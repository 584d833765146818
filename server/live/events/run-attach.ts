import { isOfClass } from '@/classroom/dataset';
import { isPossible } from '@/engine/runs/points-experiment';
import type { RunAttachAnswer } from '@/protocol/events';
import { refuse } from '@/protocol/refusals';
import { runAttachSchema } from '@/protocol/run';
import { isOnPoints, trainsPictures } from '@/protocol/run-kind';
import { attachedEvent } from '@/server/live/event';
import { classOfRun } from './class-of-run';
import { refuseRun } from './may-run';

/** Opens a run or takes it up again: the answer says how far it is stored, and its epoch fences older tabs. */
export const runAttach = attachedEvent({
  schema: runAttachSchema,
  roles: ['student'],
  limit: 'reads',
  handle: async (
    { parts, live: here, role: { studentId } },
    { classId, ...payload },
  ): Promise<RunAttachAnswer> => {
    const live = await classOfRun(parts, here, classId);
    if (!live) return refuse('unknown-run');
    const known = live.runs.own(studentId, payload.runId);
    const refusal = refuseRun(live.state(), studentId, known !== null, live.now());
    if (refusal) return refusal;
    const { experiment } = payload;
    if (!isOfClass(live.state(), experiment)) return refuse('bad-request');
    if (isOnPoints(experiment) && !isPossible(experiment)) return refuse('bad-request');
    if (!known && !live.runs.hasRoom(studentId)) return refuse('too-many-runs');
    const { runId, aside, ...rest } = payload;
    const now = live.now();
    const startedAt = Math.min(rest.startedAt, now);
    const run = { ...rest, startedAt, id: runId, classId: live.id, studentId };
    const taken = await live.runs.whileOpening(studentId, () => parts.store.attachRun(run, now));
    if (!taken) return refuse('unknown-run');
    live.runs.add(taken.summary);
    const { summary } = taken;
    // How a 2-D bench stands its page says itself, with its condition.
    if (trainsPictures(summary) && !aside)
      live.telemetry.attached(summary, summary.state, summary.last ? [summary.last] : []);
    return { ok: true, epoch: taken.epoch, highWater: taken.summary.highWater };
  },
});
