import { normaliseTeam } from '@/protocol/team';
import type { Decision } from './decision';
import type { ClassState } from './state';

/** Puts students in a team, out of whichever they were in. Who is not of the class is passed over. */
export function putInTeam(
  state: ClassState,
  { studentIds, team: typed }: { studentIds: readonly string[]; team: string | null },
): Decision {
  const team = normaliseTeam(typed);
  const changed = [...new Set(studentIds)].flatMap((id) => {
    const student = state.students[id];
    return student === undefined || student.team === team ? [] : [[id, { ...student, team }] as const];
  });
  if (changed.length === 0) return { ok: true, state };
  return { ok: true, state: { ...state, students: { ...state.students, ...Object.fromEntries(changed) } } };
}
