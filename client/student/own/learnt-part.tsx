'use client';

import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { useNumbers } from '@/client/i18n/use-numbers';
import { plainWords } from '@/client/lesson/words/markup';
import type { OwnLesson } from '@/client/student/own-lessons';
import { RightSign } from '@/client/ui/right-sign';

/** What a lesson was for: its recap, how many questions were right before and after it, and how far the student came with each step. */
export function LearntPart({ lesson }: { lesson: Pick<OwnLesson, 'learnt' | 'answers' | 'steps'> }) {
  const t = useTranslations('classroom.ownPage');
  const numbers = useNumbers();
  const { learnt, answers, steps } = lesson;
  const questions = answers && {
    of: numbers.integer(answers.before.of),
    before: numbers.integer(answers.before.right),
    after: numbers.integer(answers.after.right),
  };
  return (
    <>
      {(learnt !== null || questions !== null) && (
        <section className="px-4 pb-4 sm:px-5">
          <h3 className="mb-1 text-sm">{t('learnt')}</h3>
          {learnt !== null && <p className="max-w-prose">{broken(plainWords(learnt))}</p>}
          {questions !== null && (
            <p className="tabular mt-1 text-sm text-ink-soft">{broken(t('answers', questions))}</p>
          )}
        </section>
      )}
      {steps.length > 0 && (
        <section className="px-4 pb-4 sm:px-5">
          <h3 className="mb-1 text-sm">{t('goals')}</h3>
          <ul className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2" data-testid="own-goals">
            {steps.map(({ id, title, done, goals }) => (
              <li key={id} className="flex items-baseline justify-between gap-3 border-b border-line py-0.5">
                <span className="min-w-0">{broken(title)}</span>
                <span className="tabular flex shrink-0 items-center gap-1.5 text-ink-soft">
                  {goals && (
                    <span>
                      {t('goalsMet', { met: numbers.integer(goals.met), of: numbers.integer(goals.of) })}
                    </span>
                  )}
                  {done ? (
                    <RightSign right label={t('stepDone')} />
                  ) : (
                    <span className="sr-only">{t('stepOpen')}</span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
