'use client';

import { Check, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { plainWords } from '@/client/lesson/words/markup';
import type { WrittenQuestion } from '@/lessons/written';
import type { OwnQuiz, QuizChoices } from '@/protocol/quiz';

interface Props {
  /** Those after the lesson. */
  questions: readonly WrittenQuestion[];
  beforehand: readonly WrittenQuestion[];
  own: OwnQuiz;
}

/** After the lesson: what was right of the second two questions, and how many of the first two had been. */
export function QuizResult({ questions, beforehand, own }: Props) {
  const t = useTranslations('lesson.quiz');
  const right = (of: readonly WrittenQuestion[], choices: QuizChoices | null) =>
    of.filter((question, at) => choices?.[at] === question.right).length;
  const of = questions.length;
  return (
    <section aria-label={t('title.after')} data-testid="quiz-result" className="text-sm">
      <p role="status" className="font-semibold">
        {own.before === null
          ? t('now', { now: right(questions, own.after), of })
          : t('beforeAndNow', {
              before: right(beforehand, own.before),
              now: right(questions, own.after),
              of,
            })}
      </p>
      <ul className="mt-2 flex flex-col gap-2">
        {questions.map((question, at) => {
          const choice = own.after?.[at] ?? null;
          const isRight = choice === question.right;
          const Sign = isRight ? Check : X;
          return (
            <li key={question.question} className="flex gap-2">
              <Sign
                aria-hidden="true"
                className={isRight ? 'mt-0.5 size-4 shrink-0 text-ok' : 'mt-0.5 size-4 shrink-0 text-danger'}
              />
              <span className="min-w-0">
                <span className="block">{broken(plainWords(question.question))}</span>
                <span className="block font-semibold">
                  {broken(
                    isRight || choice === null
                      ? t('answer', { answer: plainWords(question.choices[question.right] ?? '') })
                      : t('answerNot', {
                          answer: plainWords(question.choices[question.right] ?? ''),
                          yours: plainWords(question.choices[choice] ?? ''),
                        }),
                  )}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
