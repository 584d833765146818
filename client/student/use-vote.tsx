'use client';

import { type ComponentProps, useEffect } from 'react';
import type { Checks } from '@/client/lesson/checks/use-checks';
import type { LessonFrame } from '@/client/lesson/lesson-frame';
import { VoteCard } from '@/client/lesson/votes/vote-card';
import { voteWords } from '@/client/lesson/votes/vote-words';
import type { StudentSession } from '@/client/live/class-session';
import type { WrittenLesson } from '@/lessons/written';
import type { OwnVote } from '@/protocol/vote';

/**
 * The vote that is on, as a student's page shows it. What was voted on a check is its answer once the results are shown, so that its reason
 * can be read again.
 */
export function useVote(
  session: Pick<StudentSession, 'command'>,
  vote: OwnVote | null,
  lesson: WrittenLesson,
  checks: Checks,
): ComponentProps<typeof LessonFrame>['vote'] {
  const stepId = vote?.question === 'check' && vote.phase === 'shown' ? vote.stepId : null;
  const { first = null, second = null } = vote?.own ?? {};
  useEffect(() => {
    if (stepId === null) return;
    for (const choice of [first, second]) if (choice !== null) checks.answer(stepId, choice);
  }, [stepId, first, second, checks]);
  const words = vote && voteWords(lesson, vote);
  if (!vote || !words) return undefined;
  return {
    ...{ stepId: vote.stepId, question: vote.question, phase: vote.phase },
    card: (
      <VoteCard
        key={vote.id}
        vote={vote}
        words={words}
        onCast={(round, choice) => session.command({ type: 'vote:cast', voteId: vote.id, round, choice })}
      />
    ),
  };
}
