import { z } from 'zod';
import { LIMITS } from './limits';
import { idSchema } from './run';

/**
 * Vote, talk, vote again: a question of the class's step is put to everybody, the answers stay hidden, students discuss and vote once more
 * (peer instruction: C. H. Crouch and E. Mazur, American Journal of Physics 69 (2001), 970–977).
 */

/** What of a step is voted on: its check, or its prediction. */
export const VOTE_QUESTIONS = ['check', 'prediction'] as const;
export type VoteQuestion = (typeof VOTE_QUESTIONS)[number];

/** `first` and `second`: votes are taken; `talk`: none are, students discuss; `shown`: the results are there for all to see. */
export const VOTE_PHASES = ['first', 'talk', 'second', 'shown'] as const;
export type VotePhase = (typeof VOTE_PHASES)[number];

/** Where a vote can go on to from each of its phases. */
export const VOTE_TURNS: Readonly<Record<VotePhase, readonly VotePhase[]>> = {
  first: ['talk', 'shown'],
  talk: ['second', 'shown'],
  second: ['shown'],
  shown: [],
};

/** The round in which votes are taken in a phase; null: none are. */
export function roundOf(phase: VotePhase): VoteRound | null {
  return phase === 'first' || phase === 'second' ? phase : null;
}

export const VOTE_ROUNDS = ['first', 'second'] as const;
export type VoteRound = (typeof VOTE_ROUNDS)[number];

const vote = { voteId: idSchema };
/** The id is made by whoever opens it, so that asking again is the same vote. `stepId`: where the class is, as far as they know. */
export const voteOpenFields = {
  ...vote,
  stepId: z.string().min(1).max(100),
  question: z.enum(VOTE_QUESTIONS),
};
export const voteTurnFields = { ...vote, to: z.enum(VOTE_PHASES) };
export const voteCloseFields = vote;
export const voteCastFields = {
  ...vote,
  round: z.enum(VOTE_ROUNDS),
  choice: z
    .int()
    .min(0)
    .max(LIMITS.predictionChoices - 1),
};

/** What everybody is told of the vote that is on. */
export interface OpenVote {
  id: string;
  stepId: string;
  question: VoteQuestion;
  phase: VotePhase;
}

/** How often each choice was taken in each round; null: there was no second. */
interface VoteCounts {
  first: readonly number[];
  second: readonly number[] | null;
}

/** Of those who voted in both rounds, who changed their mind and how. Where nobody knows what is right, only `stayed` and `moved` count. */
export interface VoteShifts {
  stayed: number;
  /** From wrong to right, from right to wrong, and from one wrong answer to another; all changes where the right one is unknown. */
  toRight: number;
  toWrong: number;
  moved: number;
}

/** What came of a vote. */
export interface VoteResult {
  counts: VoteCounts;
  shifts: VoteShifts | null;
  /** The right choice; of a prediction what came true on most benches, null: nothing has yet. */
  right: number | null;
}

/** A student's sight of it: the own votes, and the class's once they are shown. */
export interface OwnVote extends OpenVote {
  own: { first: number | null; second: number | null };
  result: VoteResult | null;
}

/** The teacher's. */
export interface VoteDesk extends OpenVote {
  result: VoteResult;
}

/** The projector's: how many have voted, and what only once it is shown. */
export interface VoteOnScreen extends OpenVote {
  /** In this round, or in the last one that there was. */
  voted: number;
  result: VoteResult | null;
}

/** What the known rule says of a vote: explain it, have them discuss it, or go on. */
export type VoteAdvice = 'explain' | 'discuss' | 'go-on';

/** Shares of right answers between which a discussion brings most (Crouch and Mazur 2001). */
const DISCUSSION = { from: 0.35, to: 0.7 } as const;

/** The rule for a round's counts; null: nobody has voted, or nobody knows what is right. */
export function voteAdvice(counts: readonly number[], right: number | null): VoteAdvice | null {
  const all = voted(counts);
  if (right === null || all === 0) return null;
  const share = (counts[right] ?? 0) / all;
  return share < DISCUSSION.from ? 'explain' : share <= DISCUSSION.to ? 'discuss' : 'go-on';
}

/** How many have voted. */
export function voted(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
