import type { GroupMark, GroupReport, GroupReportStudent, SittingReport } from '@/protocol/report';
import type { ClassState } from './state';

/** A sitting of a group with its own report. */
export interface SittingWithReport {
  state: ClassState;
  report: SittingReport;
}

/** With fewer lessons nobody is often away. */
const LEAST_LESSONS = 3;

/** A group over its lessons, from the reports of its sittings, oldest first. Who belongs to it stands in the last one. */
export function groupReport(sittings: readonly SittingWithReport[]): GroupReport {
  const students = studentsOf(sittings);
  const held = sittings.filter(({ report }) => report.students.length > 0);
  const indexOf = (sitting: SittingWithReport | undefined) =>
    sitting === undefined ? -1 : sittings.indexOf(sitting);
  const last = indexOf(held.at(-1));
  const missed = ({ lessons }: GroupReportStudent) =>
    held.filter((sitting) => lessons[indexOf(sitting)] === null).length;
  return {
    lessons: sittings.map(({ state, report }) => ({
      ...{ id: state.id, lessonId: state.lessonId, steps: state.steps, over: state.phase === 'ended' },
      at: state.startedAt ?? state.createdAt,
      come: report.students.length,
      of: Object.values(state.students).filter(
        ({ membership }) => membership === 'in' || membership === 'absent',
      ).length,
      asked: report.help.asked,
      gain: report.gain,
      advice: report.advice,
    })),
    students,
    missedLast: last < 0 ? [] : idsOf(students.filter(({ lessons }) => lessons[last] === null)),
    oftenAway:
      held.length < LEAST_LESSONS ? [] : idsOf(students.filter((one) => missed(one) * 2 >= held.length)),
  };
}

const idsOf = (students: readonly { id: string }[]) => students.map(({ id }) => id);

/** Everybody who came to a lesson and still belongs to the group, in the order in which they first came; as they are called now. */
function studentsOf(sittings: readonly SittingWithReport[]): GroupReportStudent[] {
  const last = sittings.at(-1)?.state.students ?? {};
  const ids = new Set(sittings.flatMap(({ report }) => idsOf(report.students)));
  return [...ids].flatMap((id) => {
    const student = last[id];
    if (!student || student.membership === 'removed' || student.membership === 'banned') return [];
    const { nickname, mark } = student;
    return [{ id, nickname, mark, lessons: sittings.map(({ report }) => markOf(report, id)) }];
  });
}

function markOf(report: SittingReport, studentId: string): GroupMark | null {
  const student = report.students.find(({ id }) => id === studentId);
  if (!student) return null;
  const { best, runs, guesses, help, steps } = student;
  return {
    ...{ best, runs, guesses, help },
    done: steps.filter(({ standing }) => standing === 'done').length,
    of: report.steps.filter(({ done }) => done !== null).length,
  };
}
