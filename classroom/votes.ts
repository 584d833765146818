import { LIMITS } from '@/protocol/limits';
import { type Refusal, refuse } from '@/protocol/refusals';
import { roundOf, VOTE_TURNS, type VotePhase, type VoteQuestion, type VoteRound } from '@/protocol/vote';
import { choicesOf, openVote, roundKey } from './class-vote';
import { accept, type Decision } from './decision';
import { keepAnswer } from './keep-answer';
import { keep, predictionKey } from './kept';
import { closeOpen, openNamed, withLast } from './open-one';
import { putOnScreen } from './put-on-screen';
import { refuseHandingIn } from './scoring';
import type { ClassState, ClassVote } from './state';
import { stepsOf } from './steps';
import { votesOfStudent } from './vote-views';

/** Puts a question of the class's step to everybody, and on the projector. The same vote again is the same vote. */
export function putToVote(
  state: ClassState,
  { voteId, stepId, question }: { voteId: string; stepId: string; question: VoteQuestion },
  now: number,
): Decision {
  if (state.votes.some(({ id }) => id === voteId)) return { ok: true, state };
  if (state.phase !== 'live') return refuse('wrong-phase');
  if (openVote(state)) return refuse('vote-going-on');
  if (stepsOf(state)[state.stepIndex]?.id !== stepId || choicesOf(state, { stepId, question }) === 0)
    return refuse('no-question');
  if (state.votes.length >= LIMITS.votesPerClass) return refuse('too-many-votes');
  const vote: ClassVote = {
    ...{ id: voteId, stepId, question, phase: 'first', openedAt: now },
    ...{ secondAt: null, shownAt: null, closedAt: null },
  };
  return accept(state, {
    votes: [...state.votes, vote],
    ...putOnScreen('vote'),
  });
}

/** Takes the vote that is on to its next phase. */
export function turnVote(
  state: ClassState,
  { voteId, to }: { voteId: string; to: VotePhase },
  now: number,
): Decision {
  const vote = openNamed(state.votes, voteId);
  if (vote === null) return refuse('no-vote');
  if (vote.phase === to) return { ok: true, state };
  if (!VOTE_TURNS[vote.phase].includes(to)) return refuse('vote-turn-wrong');
  const turned: ClassVote = {
    ...vote,
    phase: to,
    secondAt: to === 'second' ? now : vote.secondAt,
    shownAt: to === 'shown' ? now : vote.shownAt,
  };
  const next = { ...state, votes: withLast(state.votes, turned) };
  return { ok: true, state: to === 'shown' ? withGuesses(next, turned, now) : next };
}

/** Ends the vote that is on; what was cast is kept. */
export function closeVote(state: ClassState, { voteId }: { voteId: string }, now: number): Decision {
  const vote = openNamed(state.votes, voteId);
  if (vote === null) return refuse('no-vote');
  return { ok: true, state: closed(state, vote, now) };
}

/** After any change: a vote is about the class's step, and ends with it. */
export function votesFollow(before: ClassState, after: ClassState, now: number): ClassState {
  const vote = openVote(after);
  const stays = before.stepIndex === after.stepIndex && after.phase === 'live';
  return vote === null || stays ? after : closed(after, vote, now);
}

/** A student votes; while the round goes on another choice takes the place of the one before. */
export function castVote(
  state: ClassState,
  studentId: string,
  { voteId, round, choice }: { voteId: string; round: VoteRound; choice: number },
  now: number,
): Decision {
  const refusal = refuseHandingIn(state, studentId) ?? refuseVote(state, voteId, round, choice);
  if (refusal) return refusal;
  return keepAnswer(state, studentId, { question: roundKey(voteId, round), choice }, now);
}

function refuseVote(state: ClassState, voteId: string, round: VoteRound, choice: number): Refusal | null {
  const vote = openNamed(state.votes, voteId);
  if (vote === null) return refuse('no-vote');
  if (roundOf(vote.phase) !== round) return refuse('vote-not-taken');
  return choice < choicesOf(state, vote) ? null : refuse('no-question');
}

function closed(state: ClassState, vote: ClassVote, now: number): ClassState {
  const next = { ...state, votes: closeOpen(state.votes, now) };
  return withGuesses(next, vote, now);
}

/** Who has voted on a prediction has guessed: the last vote opens the bench. A guess that stands stays. */
function withGuesses(state: ClassState, { id, stepId, question }: ClassVote, now: number): ClassState {
  if (question !== 'prediction') return state;
  let next = state;
  for (const studentId of Object.keys(state.students)) {
    const { first, second } = votesOfStudent(state, id, studentId);
    const choice = second ?? first;
    if (choice === null || state.predictions[predictionKey(studentId, stepId)]) continue;
    const guess = { studentId, stepId, choice, committedAt: now, outcome: null, cameTrueAt: null };
    next = keep(next, 'predictions', guess);
  }
  return next;
}
