import { refuse } from '@/protocol/refusals';
import { RETURN_CODE_LIFE_MS, type StudentCodeAnswer, studentCodeSchema } from '@/protocol/return-code';
import { attachedEvent } from '@/server/live/event';

/** A code with which a student who has lost the place gets it back: for the teacher's eyes alone. */
export const studentCode = attachedEvent({
  schema: studentCodeSchema,
  roles: ['teacher', 'assistant'],
  least: 'help',
  limit: 'commands',
  handle: async ({ parts, live }, { studentId }): Promise<StudentCodeAnswer> => {
    const membership = live.state().students[studentId]?.membership;
    if (membership === undefined) return refuse('unknown-student');
    if (membership === 'removed') return refuse('student-removed');
    if (membership === 'banned') return refuse('student-banned');
    const returnCode = live.returnCodes.issue(studentId, parts.steady());
    return { ok: true, returnCode, lifeMs: RETURN_CODE_LIFE_MS };
  },
});
