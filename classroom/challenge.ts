import { challengeOf } from '@/lessons/benches';
import type {
  ChallengeId,
  ChallengeProgress,
  ChallengeResult,
  ChallengeScored,
  Shown,
} from '@/protocol/challenge';
import { LIMITS } from '@/protocol/limits';
import { type Refusal, refuse } from '@/protocol/refusals';
import type { Decision } from './decision';
import { keep, type PartResult, resultKey } from './kept';
import { refuseHandingIn } from './scoring';
import type { ClassState, Student } from './state';
import { stepsOf, type WithSteps } from './steps';

/** The challenge of a class's steps that rules check, or null. */
export function challengeOfClass(state: WithSteps): ChallengeId | null {
  return challengeOf({ steps: stepsOf(state) });
}

/** A result to be recorded: what checking gave, and how many parts this class was dealt. */
export interface CheckedAnswer {
  studentId: string;
  result: ChallengeResult;
  parts: number;
}

/** Whether a student may hand in an answer now; null if so. */
export function refuseAnswer(state: ClassState, studentId: string): Refusal | null {
  const refusal = refuseHandingIn(state, studentId);
  if (refusal) return refusal;
  if (challengeOfClass(state) === null) return refuse('no-challenge');
  return answersOf(state, studentId) >= LIMITS.answersPerStudent ? refuse('too-many-answers') : null;
}

/** Keeps a checked answer where it is the best of its part, and counts it. */
export function recordResult(state: ClassState, checked: CheckedAnswer, now: number): Decision {
  const { studentId, result, parts } = checked;
  const refusal = refuseAnswer(state, studentId);
  if (refusal) return refusal;
  const before = state.results[resultKey(studentId, result.part)];
  const tries = (before?.tries ?? 0) + 1;
  const best: PartResult =
    before && !isBetter(result, before)
      ? { ...before, parts, tries }
      : {
          ...result,
          studentId,
          parts,
          tries,
          // The same value said better (three rows right instead of two) is no later in the race.
          at: before?.value === result.value ? before.at : now,
        };
  return { ok: true, state: keep(state, 'results', best) };
}

/** The better of two results of one part: its value decides, then what it is said to be. */
export function isBetter(one: ChallengeResult, other: ChallengeResult): boolean {
  if (one.value !== other.value) return one.value > other.value;
  if (one.reached !== other.reached) return one.reached;
  const fewer = one.shown.kind === 'steps';
  return fewer ? one.shown.amount < other.shown.amount : one.shown.amount > other.shown.amount;
}

const SPREAD_BINS = 10;

/** A student's place in a challenge. */
export interface ChallengeStanding {
  rank: number;
  student: Student;
  /** Mean over all parts, 0 to 1. */
  total: number;
  shown: Shown;
  /** Every part is reached. */
  finished: boolean;
  /** When the total was reached. */
  at: number;
}

/**
 * The board of a challenge: by the mean of each part's best, ties by who reached it earlier; the same total at the same
 * moment shares a rank. Removed and banned students are left out.
 */
export function rankResults(state: ClassState): ChallengeStanding[] {
  const placed = [...resultsByStudent(state)]
    .map(([studentId, results]) => ({ student: state.students[studentId]!, ...sumUp(results) }))
    .filter(({ student }) => student.membership !== 'removed' && student.membership !== 'banned')
    .sort((a, b) => b.total - a.total || a.at - b.at);
  let rank = 0;
  return placed.map((place, index) => {
    const above = placed[index - 1];
    if (!above || above.total !== place.total || above.at !== place.at) rank = index + 1;
    return { rank, ...place };
  });
}

/** How far the class has got. */
export function progressOf(standings: readonly ChallengeStanding[]): ChallengeProgress {
  const spread = new Array<number>(SPREAD_BINS).fill(0);
  for (const { total } of standings) spread[Math.min(SPREAD_BINS - 1, Math.floor(total * SPREAD_BINS))]! += 1;
  return {
    answered: standings.length,
    finished: standings.filter(({ finished }) => finished).length,
    meanTotal:
      standings.length === 0 ? null : standings.reduce((sum, { total }) => sum + total, 0) / standings.length,
    spread,
  };
}

/** What a student hears of the own results: the one that was bettered last, the total, the parts reached; null before the first. */
export function standingOf(state: ClassState, studentId: string): ChallengeScored | null {
  const results = resultsByStudent(state).get(studentId);
  if (!results) return null;
  const latest = results.reduce((last, one) => (one.at >= last.at ? one : last));
  return scored(latest, results);
}

/** What a student hears of one answer, once it has been recorded. */
export function scoredAnswer(state: ClassState, studentId: string, result: ChallengeResult): ChallengeScored {
  return scored(result, resultsByStudent(state).get(studentId) ?? []);
}

/** How many answers a student has handed in. */
export function answersOf(state: ClassState, studentId: string): number {
  return (resultsByStudent(state).get(studentId) ?? []).reduce((sum, { tries }) => sum + tries, 0);
}

/** By the results' own identity: they stay the same through every change that is not an answer. */
const grouped = new WeakMap<ClassState['results'], ReadonlyMap<string, readonly PartResult[]>>();

/** Each student's results, in the order in which the parts were first answered. */
export function resultsByStudent({
  results,
}: Pick<ClassState, 'results'>): ReadonlyMap<string, readonly PartResult[]> {
  const known = grouped.get(results);
  if (known) return known;
  const groups = new Map<string, PartResult[]>();
  for (const result of Object.values(results)) {
    const group = groups.get(result.studentId);
    if (group) group.push(result);
    else groups.set(result.studentId, [result]);
  }
  grouped.set(results, groups);
  return groups;
}

function scored(result: ChallengeResult, results: readonly PartResult[]): ChallengeScored {
  const { part, value, shown, reached } = result;
  return {
    part,
    value,
    shown,
    reached,
    total: sumUp(results).total,
    reachedParts: results.filter((one) => one.reached).map((one) => one.part),
  };
}

function sumUp(results: readonly PartResult[]): Omit<ChallengeStanding, 'rank' | 'student'> {
  const [first] = results;
  if (!first) return { total: 0, shown: { kind: 'count', amount: 0, of: 0 }, finished: false, at: 0 };
  const values = results.reduce((sum, { value }) => sum + value, 0);
  const reached = results.filter((one) => one.reached).length;
  return {
    total: Math.min(1, values / first.parts),
    shown: first.parts === 1 ? first.shown : { kind: 'count', amount: reached, of: first.parts },
    finished: reached === first.parts,
    at: Math.max(...results.map(({ at }) => at)),
  };
}
