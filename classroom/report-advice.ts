import { findLesson } from '@/lessons/registry';
import type { Advice, SittingReport } from '@/protocol/report';
import type { ClassState } from './state';

/** What is worth the whole class's time: it happened to two at least, and to a third of those to whom it could have. */
const LEAST = 2;
const LEAST_SHARE = 1 / 3;
/** Pieces of advice: more would not be read before the next lesson. */
const MOST = 5;

const isCommon = (count: number, of: number) => count >= LEAST && count / of >= LEAST_SHARE;

/** What to do in the next lesson, by short rules, the most urgent first. */
export function adviceOf(
  report: Omit<SittingReport, 'advice'>,
  { helps, lessonId }: Pick<ClassState, 'helps' | 'lessonId'>,
): Advice[] {
  return [
    ...withoutHelp(report, Object.values(helps)),
    ...stuckStep(report),
    ...hardQuestion(report),
    ...neverTrained(report, lessonId),
    ...commonFinding(report),
    ...notReached(report),
  ].slice(0, MOST);
}

/** Who asked and nobody came to the end. */
function withoutHelp(
  { students }: Pick<SittingReport, 'students'>,
  helps: readonly { studentId: string; kind: string; pairedAt: number | null; endedAt: number | null }[],
): Advice[] {
  const known = new Set(students.map(({ id }) => id));
  const open = helps.filter(
    ({ studentId, kind, pairedAt, endedAt }) =>
      kind === 'need' && pairedAt === null && endedAt === null && known.has(studentId),
  );
  const studentIds = [...new Set(open.map(({ studentId }) => studentId))];
  return studentIds.length === 0 ? [] : [{ kind: 'no-help', studentIds }];
}

/** The step at which most were and did not get through. */
function stuckStep({ students, steps }: Pick<SittingReport, 'students' | 'steps'>): Advice[] {
  const stuck = steps.flatMap(({ stepId, reached, done }, index) => {
    if (done === null) return [];
    const studentIds = students
      .filter(({ steps: own }) => ['part', 'skipped', 'there'].includes(own[index]!.standing))
      .map(({ id }) => id);
    return isCommon(studentIds.length, reached)
      ? [{ kind: 'stuck' as const, stepId, studentIds, of: reached }]
      : [];
  });
  return stuck.sort((a, b) => b.studentIds.length - a.studentIds.length).slice(0, 1);
}

/** The question at which most took the same wrong answer. */
function hardQuestion({ questions }: Pick<SittingReport, 'questions'>): Advice[] {
  const hard = questions.flatMap((question) => {
    const [most] = question.wrong;
    const of = question.counts.reduce((sum, count) => sum + count, 0);
    if (!most || !isCommon(most.studentIds.length, of)) return [];
    return [{ kind: 'question' as const, question, choice: most.choice, count: most.studentIds.length, of }];
  });
  return hard.sort((a, b) => b.count / b.of - a.count / a.of).slice(0, 2);
}

/** Where the lesson trains, who never did. */
function neverTrained({ students }: Pick<SittingReport, 'students'>, lessonId: string): Advice[] {
  if (findLesson(lessonId)?.experiment == null) return [];
  const studentIds = students.filter(({ runs }) => runs === 0).map(({ id }) => id);
  return studentIds.length === 0 ? [] : [{ kind: 'never-trained', studentIds, of: students.length }];
}

function commonFinding({ students, findings }: Pick<SittingReport, 'students' | 'findings'>): Advice[] {
  const [most] = findings;
  if (!most || !isCommon(most.studentIds.length, students.length)) return [];
  return [{ kind: 'finding', finding: most.kind, count: most.studentIds.length, of: students.length }];
}

/** The first step that nobody came to, where the class has begun. */
function notReached({ steps }: Pick<SittingReport, 'steps'>): Advice[] {
  if (steps.every(({ reached }) => reached === 0)) return [];
  const first = steps.find(({ reached }) => reached === 0);
  return first ? [{ kind: 'not-reached', stepId: first.stepId }] : [];
}
