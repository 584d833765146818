import type { RunListAnswer } from '@/protocol/events';
import { refuse } from '@/protocol/refusals';
import { runListSchema } from '@/protocol/run';
import { attachedEvent } from '../event';

/** The own runs (student), or one student's (teacher): at most LIMITS.runsPerStudent either way. */
export const runList = attachedEvent({
  schema: runListSchema,
  roles: ['student', 'teacher'],
  limit: 'reads',
  handle: async ({ parts, live, role }, { studentId }): Promise<RunListAnswer> => {
    if (role.kind === 'student') {
      if (studentId !== null && studentId !== role.studentId) return refuse('not-allowed');
      return { ok: true, runs: await parts.store.listRuns(live.id, role.studentId) };
    }
    // All runs of a class are read by its pages, never over a socket.
    if (studentId === null) return refuse('bad-request');
    if (!live.state().students[studentId]) return refuse('unknown-student');
    return { ok: true, runs: await parts.store.listRuns(live.id, studentId) };
  },
});
