'use client';

import { useConsole } from '@/client/console/console-context';
import { randomId } from '@/client/live/random-id';
import type { WrittenStep } from '@/lessons/written';
import {
  VOTE_QUESTIONS,
  VOTE_TURNS,
  type VoteDesk,
  type VotePhase,
  type VoteQuestion,
  voteAdvice,
} from '@/protocol/vote';

/** One thing that a teacher can do with a vote now. */
export type VoteAct =
  | { act: 'open'; question: VoteQuestion }
  | { act: 'turn'; to: VotePhase }
  | { act: 'close' };

/** What can be done, what the rule would do first. Nothing where the step asks no question and no vote is on. */
export function voteActs(vote: VoteDesk | null, step: WrittenStep | undefined): readonly VoteAct[] {
  if (vote === null)
    return VOTE_QUESTIONS.filter((question) => step?.[question] !== undefined).map((question) => ({
      act: 'open',
      question,
    }));
  const turns = VOTE_TURNS[vote.phase].map((to): VoteAct => ({ act: 'turn', to }));
  const { counts, right } = vote.result;
  // Where the class agrees, or nearly nobody knows, there is nothing to talk over.
  const talkFirst = right === null || voteAdvice(counts.first, right) === 'discuss';
  return [...(vote.phase === 'first' && !talkFirst ? turns.toReversed() : turns), { act: 'close' }];
}

/** Does such a thing. @param stepId of the class's step */
export function useVoteAct(vote: VoteDesk | null, stepId: string | undefined): (one: VoteAct) => void {
  const { ask } = useConsole();
  return (one) => {
    if (one.act === 'open') {
      if (stepId !== undefined)
        void ask({ type: 'vote:open', voteId: randomId(), stepId, question: one.question });
    } else if (vote !== null) {
      if (one.act === 'turn') void ask({ type: 'vote:turn', voteId: vote.id, to: one.to });
      else void ask({ type: 'vote:close', voteId: vote.id });
    }
  };
}
