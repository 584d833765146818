import { VOTE_ROUNDS, type VoteResult, type VoteRound, type VoteShifts } from '@/protocol/vote';
import { roundKey } from './class-vote';
import { predictionTallies } from './predictions';
import type { ClassState, ClassVote } from './state';
import { stepsOf } from './steps';

/** Made once a state and vote: each of 300 students is shown it. */
const resultOf = new WeakMap<ClassState, Map<string, VoteResult>>();

/** What came of a vote so far: of those who have not been sent out. */
export function voteResult(state: ClassState, vote: ClassVote): VoteResult {
  const known = resultOf.get(state)?.get(vote.id);
  if (known) return known;
  const step = stepsOf(state).find(({ id }) => id === vote.stepId);
  const choices = step?.[vote.question]?.choices ?? 0;
  const right = vote.question === 'check' ? (step?.check?.right ?? null) : cameTrue(state, vote.stepId);
  const first = byStudent(state, vote.id, 'first', choices);
  const second = vote.secondAt === null ? null : byStudent(state, vote.id, 'second', choices);
  const result = {
    counts: { first: counted(first, choices), second: second && counted(second, choices) },
    shifts: second && shiftsBetween(first, second, right),
    right,
  };
  resultOf.set(state, (resultOf.get(state) ?? new Map()).set(vote.id, result));
  return result;
}

/** A vote as it was cast, with what is right of it; null: nothing is, or it has not come out. */
interface CastBallot {
  vote: ClassVote;
  round: VoteRound;
  studentId: string;
  choice: number;
  right: boolean | null;
  castAt: number;
}

/** Every ballot of a class, vote by vote and round by round. */
export function castBallots(state: ClassState): CastBallot[] {
  const answers = Object.values(state.answers);
  return state.votes.flatMap((vote) => {
    const { right } = voteResult(state, vote);
    return VOTE_ROUNDS.flatMap((round) =>
      answers
        .filter(({ question }) => question === roundKey(vote.id, round))
        .map(({ studentId, choice, answeredAt }) => ({
          ...{ vote, round, studentId, choice, castAt: answeredAt },
          right: right === null ? null : choice === right,
        })),
    );
  });
}

function byStudent(
  state: ClassState,
  voteId: string,
  round: VoteRound,
  choices: number,
): ReadonlyMap<string, number> {
  const asked = roundKey(voteId, round);
  const votes = new Map<string, number>();
  for (const { studentId, question, choice } of Object.values(state.answers)) {
    if (question !== asked || choice >= choices) continue;
    const membership = state.students[studentId]?.membership;
    if (membership === undefined || membership === 'removed' || membership === 'banned') continue;
    votes.set(studentId, choice);
  }
  return votes;
}

function counted(votes: ReadonlyMap<string, number>, choices: number): number[] {
  const counts = new Array<number>(choices).fill(0);
  for (const choice of votes.values()) counts[choice]! += 1;
  return counts;
}

/** Who changed their mind, of those who voted in both rounds. */
function shiftsBetween(
  first: ReadonlyMap<string, number>,
  second: ReadonlyMap<string, number>,
  right: number | null,
): VoteShifts {
  const shifts: VoteShifts = { stayed: 0, toRight: 0, toWrong: 0, moved: 0 };
  for (const [studentId, before] of first) {
    const after = second.get(studentId);
    if (after === undefined) continue;
    if (before === after) shifts.stayed += 1;
    else if (after === right) shifts.toRight += 1;
    else if (before === right) shifts.toWrong += 1;
    else shifts.moved += 1;
  }
  return shifts;
}

/** What came true on most benches of the class; null: nothing has yet, or as often something else. */
function cameTrue(state: ClassState, stepId: string): number | null {
  const outcomes = predictionTallies(state).find((tally) => tally.stepId === stepId)?.outcomes ?? [];
  const most = Math.max(0, ...outcomes);
  const [choice, other] = outcomes.flatMap((count, index) => (count === most ? [index] : []));
  return most === 0 || choice === undefined || other !== undefined ? null : choice;
}
