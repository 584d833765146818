'use client';

import { useId } from 'react';
import { broken } from '@/client/i18n/broken';
import { ChoiceRadio } from '@/client/lesson/words/choice-radio';
import { plainWords } from '@/client/lesson/words/markup';
import type { PredictionWords } from '@/lessons/lesson-words';

interface Props {
  question: PredictionWords;
  chosen: number | null;
  onChoose(choice: number): void;
}

/** One question with its choices. */
export function QuizQuestion({ question, chosen, onChoose }: Props) {
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="max-w-prose font-semibold">{broken(plainWords(question.question))}</legend>
      <div className="mt-2 flex flex-wrap gap-2">
        {question.choices.map((choice, index) => (
          <ChoiceRadio
            key={choice}
            name={name}
            text={plainWords(choice)}
            checked={chosen === index}
            onChoose={() => onChoose(index)}
          />
        ))}
      </div>
    </fieldset>
  );
}
