'use client';

import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { useNumbers } from '@/client/i18n/use-numbers';
import { VoteBars } from '@/client/lesson/votes/vote-bars';
import { choiceLetter } from '@/client/lesson/words/choice-letter';
import { plainWords } from '@/client/lesson/words/markup';
import type { ReplayStep } from './replay-steps';
import type { Scene } from './scene';

interface Props {
  vote: NonNullable<Scene['vote']>;
  steps: readonly ReplayStep[];
}

/** A vote as the wall had it: the question and how many had voted, and of what only once that was shown. */
export function WallVote({ vote: { vote, phase, voted }, steps }: Props) {
  const t = useTranslations('review.replay.wall');
  const numbers = useNumbers();
  const asked = steps.find(({ id }) => id === vote.stepId)?.[vote.question];
  if (!asked) return null;
  const choices = asked.choices.map(plainWords);
  return (
    <div className="flex flex-col gap-3" data-testid="replay-vote" data-phase={phase}>
      <h3 className="text-lg font-semibold">{broken(plainWords(asked.question))}</h3>
      {phase === 'shown' ? (
        <VoteBars choices={choices} result={vote.result} />
      ) : (
        <>
          <ol className="flex flex-col gap-1">
            {choices.map((choice, index) => (
              <li key={choice} className="flex items-baseline gap-2">
                <span className="font-display font-bold text-accent">{choiceLetter(index)}</span>
                <span>{broken(choice)}</span>
              </li>
            ))}
          </ol>
          <p className="tabular text-sm text-ink-soft">
            {phase === 'talk' ? t('talk') : t('voted', { count: voted, number: numbers.integer(voted) })}
          </p>
        </>
      )}
    </div>
  );
}
