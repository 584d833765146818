'use client';

import { Check, Lightbulb } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFollowedStudent } from '@/client/console/use-followed-student';
import { useLessonWords } from '@/client/lesson/given-lesson';
import { classNames } from '@/client/ui/class-names';

/** Each goal of the step at which a student is: whether it is met, and how many of its hints were read. Nothing where the page has told of none. */
export function StudentGoals({ studentId }: { studentId: string }) {
  const t = useTranslations('everybody.done');
  const { done } = useFollowedStudent(studentId);
  const step = useLessonWords()?.steps.find(({ id }) => id === done?.stepId);
  if (!step || !done?.goals) return null;
  const { list, skipped } = done.goals;
  return (
    <section aria-label={t('goalsAt', { step: step.text.title })} data-testid="student-goals">
      <h3 className="mb-1 text-sm">{t('goalsAt', { step: step.text.title })}</h3>
      <ul className="flex flex-col gap-1 text-sm">
        {list.map(({ id, met, hints }) => (
          <li key={id} className="flex items-start gap-2">
            <Check
              aria-hidden="true"
              className={classNames('mt-0.5 size-4 shrink-0 text-ok', !met && 'invisible')}
            />
            <span className="min-w-0 flex-1">
              <span>{step.goals.find((goal) => goal.id === id)?.label ?? id}</span>
              {met && <span className="sr-only">{` (${t('met')})`}</span>}
            </span>
            {hints > 0 && (
              <span className="tabular inline-flex shrink-0 items-center gap-1 text-ink-soft">
                <Lightbulb aria-hidden="true" className="size-3.5" />
                <span>{t('hints', { count: hints })}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
      {skipped > 0 && <p className="mt-1 text-sm text-ink-soft">{t('skipped', { count: skipped })}</p>}
    </section>
  );
}
