import type { BitSet } from '@/base/bit-set';
import { DATASETS } from '@/protocol/datasets';
import { LIMITS } from '@/protocol/limits';
import { type Refusal, refuse } from '@/protocol/refusals';
import type { SharedPlace } from '@/protocol/views';
import { isTimeUp } from './countdown';
import { accept, type Decision } from './decision';
import { climbs } from './ladder';
import type { ClassState, Student, VerifiedScore } from './state';
import { tieBands } from './tie-bands';

/** One student's place: ranks start at 1, equal accuracies share one, and the earlier submission stands above. */
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
): { submissionId: string; runId: string; accuracy: number; pictures: number; best: boolean } | null {
  const own = state.scores.filter((score) => score.studentId === studentId);
  const at = own.findIndex((score) => score.id === id);
  const score = own[at];
  if (!score) return null;
  return {
    submissionId: id,
    runId: score.runId,
    accuracy: shownOf(score),
    pictures: DATASETS[score.experiment.dataset].hidden.half,
    best: own.slice(0, at).every((other) => shownOf(other) < shownOf(score)),
  };
}

/** Adds a verified score; the same submission twice counts once. */
export function recordScore(state: ClassState, score: VerifiedScore): Decision {
  if (!state.students[score.studentId]) return refuse('unknown-student');
  if (state.scores.some(({ id }) => id === score.id)) return { ok: true, state };
  const best = bestOf(state.scores.filter(({ studentId }) => studentId === score.studentId));
  return { ok: true, state: { ...state, scores: [...state.scores, climbing(best, score)] } };
}

/** A score with what is told of it, beside the student's best so far. */
function climbing(best: VerifiedScore | null, score: VerifiedScore): VerifiedScore {
  const right = rightOf(score, false);
  if (right === null) return score;
  if (best === null) return { ...score, shownAccuracy: score.publicAccuracy };
  const before = best.experiment.dataset === score.experiment.dataset ? rightOf(best, false) : null;
  const isBetter = before === null ? score.publicAccuracy > shownOf(best) : climbs(before, right);
  return { ...score, shownAccuracy: isBetter ? score.publicAccuracy : shownOf(best) };
}

/** The public share that is told of a submission. */
export const shownOf = ({ shownAccuracy, publicAccuracy }: VerifiedScore): number =>
  shownAccuracy ?? publicAccuracy;

/** Which of a student's submissions counts: the one that last bettered those before it; null: there is none. */
function bestOf(own: readonly VerifiedScore[]): VerifiedScore | null {
  return own.reduce<VerifiedScore | null>(
    (best, score) => (best === null || shownOf(score) > shownOf(best) ? score : best),
    null,
  );
}

/**
 * The board: each student's submission that last bettered those before it by more than luck (`climbs`). While the class runs it
 * is ranked by that; once it has ended, by the private accuracy of that same submission, so that fitting to the board
 * does not pay. Removed and banned students are left out.
 */
export function rank(state: ClassState): Standing[] {
  const best = new Map<string, VerifiedScore>();
  for (const score of state.scores) {
    const before = best.get(score.studentId);
    if (!before || shownOf(score) > shownOf(before)) best.set(score.studentId, score);
  }
  const value = (score: VerifiedScore) =>
    state.phase === 'ended' ? score.privateAccuracy : score.publicAccuracy;
  const placed = [...best.values()]
    .filter(({ studentId }) => isRanked(state.students[studentId]))
    .sort((a, b) => value(b) - value(a) || a.submittedAt - b.submittedAt);
  const bands = tieBands(placed.map((score) => rightOf(score, state.phase === 'ended')));
  let rankSoFar = 0;
  return placed.map((score, index) => {
    const above = placed[index - 1];
    if (!above || value(above) !== value(score)) rankSoFar = index + 1;
    const student = state.students[score.studentId]!;
    return { rank: rankSoFar, place: bands[index]!, student, best: score };
  });
}

/** What each has right of the half that decides at the end; null where that is not known of all of them, or it is not the same pictures. */
export function finalRights(scores: readonly VerifiedScore[]): BitSet[] | null {
  const same = scores.every(({ experiment }) => experiment.dataset === scores[0]!.experiment.dataset);
  const rights = scores.flatMap((score) => rightOf(score, true) ?? []);
  return same && rights.length === scores.length ? rights : null;
}

/** What a network has right of the half that counts; null where nobody knows. */
function rightOf({ right, experiment }: VerifiedScore, ended: boolean): BitSet | null {
  if (right === undefined) return null;
  const bytes = DATASETS[experiment.dataset].hidden.half / 8;
  return ended ? right.subarray(bytes) : right.subarray(0, bytes);
}

function isRanked(student: Student | undefined): boolean {
  return student !== undefined && student.membership !== 'removed' && student.membership !== 'banned';
}
