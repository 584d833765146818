import type { RunListAnswer } from '@/protocol/events';
import { refuse } from '@/protocol/refusals';
import { type RunSummary, runListSchema } from '@/protocol/run';
import { attachedEvent, type EventParts } from '@/server/live/event';
import type { LiveClass } from '@/server/live/live-class';

/** The own runs (student), or one student's (teacher): at most LIMITS.runsPerStudent either way. */
export const runList = attachedEvent({
  schema: runListSchema,
  roles: ['student', 'teacher', 'assistant'],
  least: 'watch',
  limit: 'reads',
  handle: async ({ parts, live, role }, { studentId }): Promise<RunListAnswer> => {
    if (role.kind === 'student') {
      if (studentId !== null && studentId !== role.studentId) return refuse('not-allowed');
      return { ok: true, runs: await runsOf(parts, live, role.studentId) };
    }
    // All runs of a class are read by its pages, never over a socket.
    if (studentId === null) return refuse('bad-request');
    if (!live.state().students[studentId]) return refuse('unknown-student');
    return { ok: true, runs: await runsOf(parts, live, studentId) };
  },
});

/** Where there are none, nobody has to wait for the store, nor does the store for somebody who makes students only to ask. */
async function runsOf({ store }: EventParts, live: LiveClass, studentId: string): Promise<RunSummary[]> {
  return live.runs.hasAny(studentId) ? store.listRuns(live.id, studentId) : [];
}
