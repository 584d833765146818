'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { Elements } from '@/client/ui/elements';
import { Stat } from '@/client/ui/stat';
import type { TeacherView } from '@/protocol/views';
import { ACTIVITY_LOOKS, ACTIVITY_ORDER } from './activity-look';
import type { ClassSummary } from './class-summary';
import { Elapsed } from './elapsed';

interface Props {
  summary: ClassSummary;
  view: TeacherView;
  clockOffset: number;
  /** What else stands under it. */
  children?: Elements;
}

/** The class at a glance: figures, and a bar of how many are in which state. */
export function SummaryStrip({ summary, view, clockOffset, children }: Props) {
  const t = useTranslations('console.summary');
  const challenge = useTranslations('challenge');
  const activityText = useTranslations('console.activity');
  const help = useTranslations('console.activityHelp');
  const numbers = useNumbers();
  const states = ACTIVITY_ORDER.filter((activity) => summary.counts[activity] > 0);
  return (
    <section
      aria-label={t('title')}
      className="rounded-lg border border-line bg-surface-raised px-4 py-3 shadow-card"
    >
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-4">
        <Stat
          label={t('here')}
          value={numbers.integer(summary.connected)}
          unit={t('ofAll', { count: numbers.integer(summary.students) })}
        />
        {view.progress ? (
          <Stat
            label={challenge('meanPoints')}
            value={numbers.decimal(
              view.progress.meanTotal === null ? null : view.progress.meanTotal * 100,
              1,
            )}
          />
        ) : (
          <Stat label={t('accuracy')} value={numbers.percent(summary.meanAccuracy)} />
        )}
        <Stat
          label={t('submitted')}
          value={numbers.integer(view.board.total)}
          unit={t('ofAll', { count: numbers.integer(summary.students) })}
        />
        <Stat
          label={t('elapsed')}
          width={8}
          value={
            <Elapsed since={view.class.startedAt} until={view.class.endedAt} clockOffset={clockOffset} />
          }
        />
      </dl>
      <div
        className="mt-3 flex h-2.5 gap-0.5 overflow-hidden rounded-full bg-surface-sunken"
        aria-hidden="true"
      >
        {states.map((activity) => (
          <div
            key={activity}
            className={ACTIVITY_LOOKS[activity].bar}
            style={{ flexGrow: summary.counts[activity] }}
          />
        ))}
      </div>
      <ul aria-label={t('states')} className="mt-2 flex min-h-6 flex-wrap gap-x-4 gap-y-1 text-sm">
        {states.map((activity) => {
          const Icon = ACTIVITY_LOOKS[activity].icon;
          return (
            <li key={activity} title={help(activity)} className="tabular inline-flex items-center gap-1.5">
              <Icon aria-hidden="true" className="size-4 text-ink-soft" />
              <span>
                {t('stateCount', {
                  state: activityText(activity),
                  count: numbers.integer(summary.counts[activity]),
                })}
              </span>
            </li>
          );
        })}
      </ul>
      {children}
    </section>
  );
}
