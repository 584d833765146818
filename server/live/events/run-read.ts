import type { RunReadAnswer } from '@/protocol/events';
import { LIMITS } from '@/protocol/limits';
import { refuse } from '@/protocol/refusals';
import { runReadSchema } from '@/protocol/run';
import { attachedEvent } from '@/server/live/event';

/** One run with its points: an own one (student), or any of the class (teacher). */
export const runRead = attachedEvent({
  schema: runReadSchema,
  roles: ['student', 'teacher', 'assistant'],
  least: 'watch',
  limit: 'reads',
  handle: async ({ parts, live, role }, { runId }): Promise<RunReadAnswer> => {
    // Another's run is refused before anything is read, and like one that does not exist.
    if (role.kind === 'student' && !live.runs.own(role.studentId, runId)) return refuse('unknown-run');
    const read = await parts.store.readRun(runId, LIMITS.pointsPerRead);
    if (read?.classId !== live.id) return refuse('unknown-run');
    return { ok: true, run: read.run, points: read.points };
  },
});
