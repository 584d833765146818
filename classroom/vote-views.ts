import {
  type OpenVote,
  type OwnVote,
  type VoteDesk,
  type VoteOnScreen,
  type VoteRound,
  voted,
} from '@/protocol/vote';
import { openVote, roundKey } from './class-vote';
import { answerKey } from './kept';
import type { ClassState, ClassVote } from './state';
import { voteResult } from './vote-result';

/** What a student has voted in each round. */
export function votesOfStudent({ answers }: ClassState, voteId: string, studentId: string): OwnVote['own'] {
  const of = (round: VoteRound) => answers[answerKey(studentId, roundKey(voteId, round))]?.choice ?? null;
  return { first: of('first'), second: of('second') };
}

const told = ({ id, stepId, question, phase }: ClassVote): OpenVote => ({ id, stepId, question, phase });

/** The vote that is on, as its students see it: nothing of others before it is shown. */
export function ownVote(state: ClassState, studentId: string): OwnVote | null {
  const vote = openVote(state);
  if (!vote) return null;
  const result = vote.phase === 'shown' ? voteResult(state, vote) : null;
  return { ...told(vote), own: votesOfStudent(state, vote.id, studentId), result };
}

/** As the teacher does. */
export function voteDesk(state: ClassState): VoteDesk | null {
  const vote = openVote(state);
  return vote && { ...told(vote), result: voteResult(state, vote) };
}

/** And as the projector does: how many have voted, and nobody's vote. */
export function voteOnScreen(state: ClassState): VoteOnScreen | null {
  const vote = openVote(state);
  if (!vote) return null;
  const result = voteResult(state, vote);
  const { first, second } = result.counts;
  return {
    ...told(vote),
    voted: voted(vote.secondAt === null ? first : (second ?? [])),
    result: vote.phase === 'shown' ? result : null,
  };
}
