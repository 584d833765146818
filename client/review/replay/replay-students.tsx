'use client';

import { CircleCheck, type LucideIcon, OctagonAlert, TrendingUp, Unplug, UserRound } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Badge, type BadgeTone } from '@/client/ui/badge';
import { Card } from '@/client/ui/card';
import { StudentMark } from '@/client/ui/student-mark';
import type { ReplayActivity, SceneStudent } from './scene';

const LOOKS: Record<ReplayActivity, { icon: LucideIcon; tone: BadgeTone }> = {
  here: { icon: UserRound, tone: 'neutral' },
  training: { icon: TrendingUp, tone: 'positive' },
  finished: { icon: CircleCheck, tone: 'ok' },
  diverged: { icon: OctagonAlert, tone: 'danger' },
  away: { icon: Unplug, tone: 'warn' },
};

/** Everybody who was there, at the moment that is shown; on a phone a line each, two beside each other, or a class would be thirty screens long. */
export function ReplayStudents({ students }: { students: readonly SceneStudent[] }) {
  const t = useTranslations('review.replay');
  const numbers = useNumbers();
  return (
    <Card as="section" title={t('students')}>
      <ul className="grid grid-cols-2 gap-1.5 sm:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] sm:gap-2">
        {students.map(({ student, activity, accuracy, loss, step, ownStep }) => (
          <li key={student.id} className="min-w-0 rounded-md border border-line px-2 py-1 sm:px-3 sm:py-2">
            <span className="flex items-center gap-1.5 sm:gap-2">
              <StudentMark mark={student.mark} className="size-4.5 shrink-0 sm:size-5" />
              <span
                translate="no"
                title={student.nickname}
                className="min-w-0 flex-1 truncate text-sm font-semibold"
              >
                {student.nickname}
              </span>
              <span className="tabular text-xs text-ink-soft sm:hidden">
                {accuracy === null ? '' : numbers.percent(accuracy, 0)}
              </span>
              <ActivityBadge activity={activity} />
            </span>
            <span className="tabular mt-1 hidden justify-between gap-2 text-sm whitespace-nowrap text-ink-soft sm:flex">
              <span>{numbers.percent(accuracy)}</span>
              <span>{step === null ? '' : t('step', { step: numbers.integer(step) })}</span>
              <span>{step === null ? '' : numbers.loss(loss)}</span>
            </span>
            {ownStep !== null && (
              <span className="tabular text-xs text-ink-soft sm:text-sm">
                {t('ownStep', { step: ownStep + 1 })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {students.length === 0 && <p className="text-sm text-ink-soft">{t('nobody')}</p>}
    </Card>
  );
}

/** Word and sign; on a phone the sign alone is seen. */
function ActivityBadge({ activity }: { activity: ReplayActivity }) {
  const t = useTranslations('review.replay');
  const { icon: Icon, tone } = LOOKS[activity];
  return (
    <Badge
      tone={tone}
      title={t(`activity.${activity}`)}
      icon={<Icon aria-hidden="true" />}
      className="shrink-0 max-sm:gap-0 max-sm:px-1"
    >
      <span className="max-sm:sr-only">{t(`activity.${activity}`)}</span>
    </Badge>
  );
}
