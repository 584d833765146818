import type { OpenVote, VoteRound } from '@/protocol/vote';
import { openOne } from './open-one';
import type { ClassState, ClassVote } from './state';
import { stepsOf } from './steps';

/** Under which name a round's answers are kept. */
export const roundKey = (voteId: string, round: VoteRound) => `vote ${voteId} ${round}`;

/** The vote that is on; null: none is. */
export function openVote({ votes }: Pick<ClassState, 'votes'>): ClassVote | null {
  return openOne(votes);
}

/** How many choices the question of a vote has; 0: there is no such question. */
export function choicesOf(
  state: ClassState,
  { stepId, question }: Pick<OpenVote, 'stepId' | 'question'>,
): number {
  return stepsOf(state).find(({ id }) => id === stepId)?.[question]?.choices ?? 0;
}
