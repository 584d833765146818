'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { ChoiceBars } from '@/client/lesson/words/choice-bars';
import type { PredictionCounts } from './predictions';

interface Props {
  choices: readonly string[];
  counts: PredictionCounts;
  /** The viewer's own guess; null for a teacher or the projector. */
  own: number | null;
  className?: string;
}

/** The guesses of the whole class, and for how many each came true: two bars a choice. */
export function ClassGuesses({ choices, counts, own, className }: Props) {
  const t = useTranslations('lesson.prediction');
  const numbers = useNumbers();
  const { guesses, outcomes } = counts;
  return (
    <ChoiceBars
      choices={choices}
      title={t('class')}
      total={t('guesses', { count: guesses.reduce((sum, count) => sum + count, 0) })}
      series={[
        { label: t('guessed'), counts: guesses, look: 'full' },
        { label: t('happened'), counts: outcomes, look: 'frame' },
      ]}
      own={own}
      said={(index) =>
        t('row', {
          choice: choices[index] ?? '',
          guessed: numbers.integer(guesses[index] ?? 0),
          happened: numbers.integer(outcomes[index] ?? 0),
        })
      }
      {...(className !== undefined && { className })}
    />
  );
}
