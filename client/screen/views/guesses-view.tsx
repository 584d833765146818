'use client';

import { useTranslations } from 'use-intl';
import { useClassLesson } from '@/client/lesson/given-lesson';
import { ScreenGuesses } from '@/client/screen/screen-guesses';
import type { WrittenStep } from '@/lessons/written';
import type { ScreenViewProps } from './screen-view';
import { ViewFrame } from './view-frame';

/** What the class has guessed, against what came true: at this step, or at the last one before that asked for a guess. */
export function GuessesView({ view, origins }: ScreenViewProps) {
  const t = useTranslations('screen');
  const lesson = useClassLesson(view.class);
  const step = guessedStep(lesson?.steps ?? [], view.class.stepIndex);
  if (!step?.prediction) return null;
  const { question, choices } = step.prediction;
  return (
    <ViewFrame view={view} origins={origins} over={step.text.title} title={t('guesses')}>
      <ScreenGuesses
        large
        question={question}
        choices={choices}
        counts={view.predictions.find(({ stepId }) => stepId === step.id) ?? null}
      />
    </ViewFrame>
  );
}

/** The step whose guesses are shown when the class is at `index`. */
function guessedStep(steps: readonly WrittenStep[], index: number): WrittenStep | undefined {
  const asking = (step: WrittenStep) => step.prediction !== undefined;
  return steps.slice(0, index + 1).findLast(asking) ?? steps.find(asking);
}
