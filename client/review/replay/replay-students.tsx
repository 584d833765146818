'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Badge, type BadgeTone } from '@/client/ui/badge';
import { Card } from '@/client/ui/card';
import { StudentMark } from '@/client/ui/student-mark';
import type { ReplayActivity, SceneStudent } from './scene';

const TONES: Record<ReplayActivity, BadgeTone> = {
  here: 'neutral',
  training: 'positive',
  finished: 'ok',
  diverged: 'danger',
  away: 'warn',
};

/** Everybody who was there, at the moment that is shown. */
export function ReplayStudents({ students }: { students: readonly SceneStudent[] }) {
  const t = useTranslations('review.replay');
  const numbers = useNumbers();
  return (
    <Card as="section" title={t('students')}>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(11.5rem,1fr))] gap-2">
        {students.map(({ student, activity, accuracy, loss, step, ownStep }) => (
          <li key={student.id} className="rounded-md border border-line px-3 py-2">
            <span className="flex items-center gap-2">
              <StudentMark mark={student.mark} className="size-5" />
              <span
                translate="no"
                title={student.nickname}
                className="min-w-0 flex-1 truncate text-sm font-semibold"
              >
                {student.nickname}
              </span>
              <Badge tone={TONES[activity]}>{t(`activity.${activity}`)}</Badge>
            </span>
            <span className="tabular mt-1 flex justify-between text-sm text-ink-soft">
              <span>{numbers.percent(accuracy)}</span>
              <span>{step === null ? '' : t('step', { step: numbers.integer(step) })}</span>
              <span>{step === null ? '' : numbers.loss(loss)}</span>
            </span>
            {ownStep !== null && (
              <span className="tabular text-sm text-ink-soft">{t('ownStep', { step: ownStep + 1 })}</span>
            )}
          </li>
        ))}
      </ul>
      {students.length === 0 && <p className="text-sm text-ink-soft">{t('nobody')}</p>}
    </Card>
  );
}
