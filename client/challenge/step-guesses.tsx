'use client';

import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { ClassGuesses } from '@/client/lesson/predictions/class-guesses';
import { plainWords } from '@/client/lesson/words/markup';
import { Card } from '@/client/ui/card';
import type { WrittenStep } from '@/lessons/written';
import type { PredictionTally } from '@/protocol/prediction';

interface Props {
  step: WrittenStep;
  tallies: readonly PredictionTally[];
  /** Says which step it is, where several stand together. */
  named?: boolean;
}

/** What the class has guessed at a step, for its teacher; nothing where the step asks for no guess. */
export function StepGuesses({ step, tallies, named = false }: Props) {
  const t = useTranslations('challenge');
  if (!step.prediction) return null;
  const { question, choices } = step.prediction;
  const none = choices.map(() => 0);
  const counts = tallies.find(({ stepId }) => stepId === step.id) ?? { guesses: none, outcomes: none };
  const title = named ? t('guessesAt', { title: step.text.title }) : t('guesses');
  return (
    <Card as="section" title={title} data-testid="step-guesses">
      <p className="text-sm">{broken(plainWords(question))}</p>
      <ClassGuesses choices={choices.map(plainWords)} counts={counts} own={null} />
    </Card>
  );
}
