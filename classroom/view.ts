import { LIMITS } from '@/protocol/limits';
import type { Board, BoardRow, ClassFacts, ScreenView, StudentView, TeacherView } from '@/protocol/views';
import { rank, type Standing } from './scoring';
import type { ClassState, Student } from './state';

/** What every view of one state is made from. */
interface Derived {
  standings: Standing[];
  byStudent: ReadonlyMap<string, Standing>;
  submissions: ReadonlyMap<string, number>;
  present: Student[];
}

/** A broadcast makes a view for each of 300 students from one state, which never changes: the sums are made once. */
const derivedOf = new WeakMap<ClassState, Derived>();

function derive(state: ClassState): Derived {
  const known = derivedOf.get(state);
  if (known) return known;
  const standings = rank(state);
  const submissions = new Map<string, number>();
  for (const { studentId } of state.scores) submissions.set(studentId, (submissions.get(studentId) ?? 0) + 1);
  const derived: Derived = {
    standings,
    byStudent: new Map(standings.map((standing) => [standing.student.id, standing])),
    submissions,
    present: Object.values(state.students).filter(({ membership }) => membership === 'in'),
  };
  derivedOf.set(state, derived);
  return derived;
}

/**
 * What a viewer may see: the only way out for the data of a class. Secrets, hidden scores and other students' data
 * are left out here and nowhere else.
 */
export function viewForStudent(state: ClassState, studentId: string): StudentView | null {
  const me = state.students[studentId];
  if (!me) return null;
  const { standings, byStudent, submissions } = derive(state);
  const own = byStudent.get(studentId);
  return {
    viewer: 'student',
    version: state.version,
    class: facts(state),
    me: {
      id: me.id,
      nickname: me.nickname,
      mark: me.mark,
      membership: me.membership,
      submissions: submissions.get(me.id) ?? 0,
    },
    board: publicBoard(state, standings, namesOnBoard(state)),
    ownRow: own ? { ...row(state, own), nickname: me.nickname, runId: own.best.runId } : null,
  };
}

export function viewForTeacher(state: ClassState): TeacherView {
  const { standings, submissions } = derive(state);
  return {
    viewer: 'teacher',
    version: state.version,
    class: facts(state),
    settings: {
      approvalRequired: state.approvalRequired,
      anonymised: state.anonymised,
      namesOnScreen: state.namesOnScreen,
    },
    roster: Object.values(state.students).map((student) => ({
      id: student.id,
      nickname: student.nickname,
      mark: student.mark,
      membership: student.membership,
      joinedAt: student.joinedAt,
      submissions: submissions.get(student.id) ?? 0,
    })),
    board: {
      rows: standings.map((standing) => ({
        ...row(state, standing),
        nickname: standing.student.nickname,
        studentId: standing.student.id,
        runId: standing.best.runId,
      })),
      total: standings.length,
      revealed: state.phase === 'ended',
    },
  };
}

/** The projector: names only where the teacher has said so, and never while names are anonymised. */
export function viewForScreen(state: ClassState): ScreenView {
  const named = state.namesOnScreen && !state.anonymised;
  return {
    viewer: 'screen',
    version: state.version,
    class: facts(state),
    marks: derive(state).present.map(({ mark, nickname }) => ({ mark, nickname: named ? nickname : null })),
    board: publicBoard(state, derive(state).standings, named && state.ranking === 'named'),
  };
}

function facts(state: ClassState): ClassFacts {
  return {
    id: state.id,
    code: state.code,
    lessonId: state.lessonId,
    phase: state.phase,
    stepIndex: state.stepIndex,
    paused: state.paused,
    locked: state.locked,
    ranking: state.ranking,
    createdAt: state.createdAt,
    startedAt: state.startedAt,
    endedAt: state.endedAt,
    studentCount: derive(state).present.length,
  };
}

function namesOnBoard(state: ClassState): boolean {
  return state.ranking === 'named' && !state.anonymised;
}

function publicBoard(state: ClassState, standings: Standing[], named: boolean): Board | null {
  if (state.ranking === 'off') return null;
  return {
    rows: standings
      .slice(0, LIMITS.boardRows)
      .map((standing) => ({ ...row(state, standing), nickname: named ? standing.student.nickname : null })),
    total: standings.length,
    revealed: state.phase === 'ended',
  };
}

/** A place as anybody may see it: no name, no ids. */
function row(state: ClassState, { rank: place, student, best }: Standing): BoardRow {
  return {
    rank: place,
    mark: student.mark,
    nickname: null,
    studentId: null,
    accuracy: best.publicAccuracy,
    finalAccuracy: state.phase === 'ended' ? best.privateAccuracy : null,
    runId: null,
    submittedAt: best.submittedAt,
  };
}
