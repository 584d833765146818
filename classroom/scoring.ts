import type { BitSet } from '@/base/bit-set';
import { DATASETS } from '@/protocol/datasets';
import { LIMITS } from '@/protocol/limits';
import { refuseByRules, spentOf } from '@/protocol/race-spent';
import { type Refusal, refuse } from '@/protocol/refusals';
import type { SharedPlace } from '@/protocol/shared-place';
import type { SubmissionInRace } from '@/protocol/submission';
import { isTimeUp } from './countdown';
import { accept, type Decision } from './decision';
import { equalPlaces, figureOf, isOverBar, leastOver } from './race-rules';
import type { ClassState, Student, VerifiedScore } from './state';
import { tieBands } from './tie-bands';
import { climbing, lastClimb, rightOf, shownOf, withinRules } from './told';

/** One student's place: ranks start at 1, equals by the race's rules share one, and the earlier submission stands above. */
export interface Standing {
  rank: number;
  /** See `BoardRow`. */
  place: SharedPlace | null;
  student: Student;
  best: VerifiedScore;
}

/** Whether a student takes part in what is handed in at this point of the class: in, and the class live; null if so. */
export function refuseHandingIn(state: ClassState, studentId: string): Refusal | null {
  const refusal = refuseTakingPart(state, studentId);
  if (refusal) return refusal;
  if (state.phase === 'live') return null;
  return refuse(state.phase === 'ended' ? 'class-ended' : 'wrong-phase');
}

/** Whether a student is in, whatever the class does; null if so. */
export function refuseTakingPart(state: ClassState, studentId: string): Refusal | null {
  switch (state.students[studentId]?.membership) {
    case undefined:
      return refuse('unknown-student');
    case 'waiting':
      return refuse('student-waiting');
    case 'banned':
      return refuse('student-banned');
    case 'removed':
    case 'left':
      return refuse('student-removed');
    case 'absent':
      return refuse('not-attached');
    case 'in':
      return null;
  }
}

/**
 * Whether a student may hand in weights now; null if so.
 * @param pending submissions of theirs that are on the way or wait
 * @param failed those that came to nothing after they were checked: they cost what a score costs
 */
export function refuseSubmission(
  state: ClassState,
  studentId: string,
  pending: number,
  now: number,
  failed: { count: number; at: number } | null = null,
): Refusal | null {
  const refusal = refuseHandingIn(state, studentId);
  if (refusal) return refusal;
  if (isTimeUp(state, now)) return refuse('time-is-up');
  const own = state.scores.filter((score) => score.studentId === studentId);
  if (own.length + pending + (failed?.count ?? 0) >= state.handInsAllowed)
    return refuse('too-many-submissions');
  const isWithin = (milliseconds: number) => (at: number | undefined) =>
    at !== undefined && now - at < milliseconds;
  const last = [own.at(-1)?.submittedAt, failed?.at];
  if (pending > 0 || last.some(isWithin(LIMITS.submissionIntervalMs))) return refuse('rate-limited');
  return last.some(isWithin(state.coolDownSeconds * 1_000)) ? refuse('cooling-down') : null;
}

/** When a student may hand in again, by the server's clock, where the room has a cool-down; null: at any time. */
export function nextHandInAt({ scores, coolDownSeconds }: ClassState, studentId: string): number | null {
  if (coolDownSeconds * 1_000 <= LIMITS.submissionIntervalMs) return null;
  const last = scores.findLast((score) => score.studentId === studentId);
  return last ? last.submittedAt + coolDownSeconds * 1_000 : null;
}

/** How often everybody may hand in, and how long each must wait in between. */
export function limitHandIns(
  state: ClassState,
  { handIns, coolDownSeconds }: { handIns: number; coolDownSeconds: number },
): Decision {
  if (state.phase === 'ended') return refuse('wrong-phase');
  return accept(state, { handInsAllowed: handIns, coolDownSeconds });
}

/** A submission that has been scored, as its student hears of it at any time later; null where there is none of this id. */
export function scoredSubmission(
  state: ClassState,
  studentId: string,
  id: string,
): {
  submissionId: string;
  runId: string;
  accuracy: number;
  pictures: number;
  best: boolean;
  race: SubmissionInRace | null;
} | null {
  const { race, phase } = state;
  const own = state.scores.filter((score) => score.studentId === studentId);
  const counted = withinRules(race, own);
  const score = counted.find((one) => one.id === id) ?? own.find((one) => one.id === id);
  if (!score) return null;
  const about = {
    submissionId: id,
    runId: score.runId,
    accuracy: shownOf(score),
    pictures: DATASETS[score.experiment.dataset].hidden.half,
  };
  if (race.metric !== 'accuracy') {
    const ended = phase === 'ended';
    const inRace = { figure: figureOf(race, score), over: isOverBar(race, score, ended) };
    return { ...about, best: leastOver(race, counted, ended)?.id === id, race: inRace };
  }
  const at = counted.findIndex((one) => one.id === id);
  const best = at >= 0 && counted.slice(0, at).every((other) => shownOf(other) < shownOf(score));
  return { ...about, best, race: null };
}

/** Adds a verified score; the same submission twice counts once, and one that the rules forbid by now is refused. */
export function recordScore(state: ClassState, score: VerifiedScore): Decision {
  if (!state.students[score.studentId]) return refuse('unknown-student');
  if (state.scores.some(({ id }) => id === score.id)) return { ok: true, state };
  const forbidden = refuseByRules(state.race, spentOf(score));
  if (forbidden) return refuse(forbidden);
  const own = state.scores.filter(({ studentId }) => studentId === score.studentId);
  const best = lastClimb(withinRules(state.race, own));
  return { ok: true, state: { ...state, scores: [...state.scores, climbing(best, score)] } };
}

/** What a board ranks: a student's submission, with what the race is about; less is better where that is no accuracy. */
interface Placed {
  score: VerifiedScore;
  value: number;
}

/**
 * The board: each student's submission that counts by the race's rules, of those that keep its limits. Removed and banned students are left out,
 * and so is who has no result.
 */
export function rank(state: ClassState): Standing[] {
  const { race, phase } = state;
  const ended = phase === 'ended';
  const byAccuracy = race.metric === 'accuracy';
  const placed = [...scoresByStudent(state)].flatMap(([, own]): Placed[] => {
    const counted = withinRules(race, own);
    const score = byAccuracy ? lastClimb(counted) : leastOver(race, counted, ended);
    if (score === null) return [];
    return [{ score, value: byAccuracy ? accuracyOf(score, ended) : figureOf(race, score)! }];
  });
  const sign = byAccuracy ? -1 : 1;
  placed.sort((a, b) => sign * (a.value - b.value) || a.score.submittedAt - b.score.submittedAt);
  const bands = byAccuracy
    ? tieBands(placed.map(({ score }) => rightOf(score, ended)))
    : equalPlaces(placed.map(({ value }) => value));
  let rankSoFar = 0;
  return placed.map(({ score, value }, index) => {
    if (placed[index - 1]?.value !== value) rankSoFar = index + 1;
    const student = state.students[score.studentId]!;
    return { rank: rankSoFar, place: bands[index]!, student, best: score };
  });
}

/**
 * While the class runs its board is ranked by the public half; once it has ended, by the private accuracy of that same submission, so that fitting to
 * the board does not pay.
 */
function accuracyOf({ privateAccuracy, publicAccuracy }: VerifiedScore, ended: boolean): number {
  return ended ? privateAccuracy : publicAccuracy;
}

/** Of those who may be ranked, in order of arrival. */
function scoresByStudent({ scores, students }: ClassState): ReadonlyMap<string, VerifiedScore[]> {
  const groups = new Map<string, VerifiedScore[]>();
  for (const score of scores) {
    if (!isRanked(students[score.studentId])) continue;
    const own = groups.get(score.studentId);
    if (own) own.push(score);
    else groups.set(score.studentId, [score]);
  }
  return groups;
}

/** What each has right of the half that decides at the end; null where that is not known of all of them, or it is not the same pictures. */
export function finalRights(scores: readonly VerifiedScore[]): BitSet[] | null {
  return rightsOfHalf(scores, true);
}

/** The same of the half that counts. */
export function rightsOfHalf(scores: readonly VerifiedScore[], ended: boolean): BitSet[] | null {
  const same = scores.every(({ experiment }) => experiment.dataset === scores[0]!.experiment.dataset);
  const rights = scores.flatMap((score) => rightOf(score, ended) ?? []);
  return same && rights.length === scores.length ? rights : null;
}

/** Whether a student may stand on a board: nobody has sent that one out. */
export function isRanked(student: Student | undefined): boolean {
  return student !== undefined && student.membership !== 'removed' && student.membership !== 'banned';
}
