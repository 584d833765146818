import { DATASETS } from '@/protocol/datasets';
import type { Fool, Fooled } from '@/protocol/fool';
import { FOOL } from '@/protocol/fool-rules';
import type { FoolVerdict } from '@/protocol/fool-views';
import { dealSeed } from './deal';
import { drawingsOf, fools, foolsAlone, isBeforePeople, judgeQuestion } from './fools';
import { answerKey } from './kept';
import { isSentOut } from './sent-out';
import type { ClassState } from './state';

/** A drawing that fools the leader, with what people say of it. */
export interface JudgedDrawing {
  drawing: Fooled;
  /** How many people read which label; the last: they cannot tell. */
  people: readonly number[];
  read: number;
  judged: number;
  verdict: FoolVerdict;
  /** Of one that counts: as many as other networks read it right. */
  points: number;
}

/**
 * What the drawings of a game that fool the leader have come to. One is read when more than half of those who judged it say what was meant, and at least three
 * have, or in a smaller class everybody else who is in. Whoever was sent out neither draws nor judges.
 */
export function judgedDrawings(state: ClassState, fool: Fool): JudgedDrawing[] {
  const { students } = state;
  const labels = DATASETS[fool.dataset].labels.length;
  const isThere = (id: string) => students[id] !== undefined && !isSentOut(students[id]);
  const isIn = (id: string) => students[id]?.membership === 'in';
  const inClass = Object.keys(students).filter(isIn).length;
  const answers = new Map<string, { studentId: string; choice: number }[]>();
  for (const answer of Object.values(state.answers)) {
    if (!isThere(answer.studentId) || answer.choice > labels) continue;
    const others = answers.get(answer.question);
    if (others) others.push(answer);
    else answers.set(answer.question, [answer]);
  }
  return drawingsOf(state, fool.id)
    .filter((drawing) => fools(drawing) && isThere(drawing.studentId))
    .map((drawing) => {
      const said = answers.get(judgeQuestion(drawing.id)) ?? [];
      const people = new Array<number>(labels + 1).fill(0);
      for (const { choice } of said) people[choice]! += 1;
      const read = people[drawing.label]!;
      const judged = said.length;
      const gone = said.filter(({ studentId }) => !isIn(studentId)).length;
      const couldJudge = inClass - (isIn(drawing.studentId) ? 1 : 0) + gone;
      const enough = judged > 0 && judged >= Math.min(FOOL.judges, couldJudge);
      const verdict = !enough ? 'waiting' : 2 * read > judged ? 'read' : 'unread';
      const counts = verdict === 'read' && !drawing.removed && foolsAlone(drawing);
      return { drawing, people, read, judged, verdict, points: counts ? drawing.right : 0 };
    });
}

/** The hardest first: those that people read and most networks do not; of equals the one that more people read, then the earlier. */
export function hardest(all: readonly JudgedDrawing[]): JudgedDrawing[] {
  const wrong = ({ drawing }: JudgedDrawing) => drawing.asked - drawing.right;
  const share = ({ read, judged }: JudgedDrawing) => read / judged;
  return all
    .filter(({ verdict, drawing }) => verdict === 'read' && !drawing.removed)
    .sort(
      (one, other) =>
        wrong(other) - wrong(one) || share(other) - share(one) || one.drawing.triedAt - other.drawing.triedAt,
    );
}

/** A student's place among those who fooled the leader; nobody without points has one. */
export interface Fooler {
  studentId: string;
  /** Equals share it. */
  rank: number;
  points: number;
  drawings: number;
}

/** Points by student: of each label the best drawing counts. Equals share a rank, and stand in the order in which they joined. */
export function foolersOf(state: ClassState, all: readonly JudgedDrawing[]): Fooler[] {
  const best = new Map<string, Map<number, number>>();
  for (const { drawing, points } of all) {
    if (points === 0) continue;
    const own = best.get(drawing.studentId) ?? new Map<number, number>();
    own.set(drawing.label, Math.max(points, own.get(drawing.label) ?? 0));
    best.set(drawing.studentId, own);
  }
  const sums = Object.keys(state.students).flatMap((studentId) => {
    const own = best.get(studentId);
    if (!own) return [];
    return [{ studentId, points: [...own.values()].reduce((sum, one) => sum + one, 0), drawings: own.size }];
  });
  sums.sort((one, other) => other.points - one.points);
  return sums.map((one) => ({ ...one, rank: 1 + sums.filter(({ points }) => points > one.points).length }));
}

/**
 * Drawings of others that wait for a student, in an order of its own that stays while others judge: those that can bring points first.
 */
export function waitingFor(state: ClassState, all: readonly JudgedDrawing[], studentId: string): string[] {
  return all
    .filter(
      ({ drawing, judged }) =>
        drawing.studentId !== studentId &&
        isBeforePeople(state, drawing) &&
        judged < FOOL.mostJudges &&
        !state.answers[answerKey(studentId, judgeQuestion(drawing.id))],
    )
    .map(({ drawing }) => ({
      id: drawing.id,
      alone: foolsAlone(drawing) ? 0 : 1,
      at: dealSeed(`${studentId} ${drawing.id}`),
    }))
    .sort((one, other) => one.alone - other.alone || one.at - other.at)
    .map(({ id }) => id);
}
