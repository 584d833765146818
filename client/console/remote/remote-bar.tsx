'use client';

import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { Button } from '@/client/ui/button';
import type { TeacherView } from '@/protocol/views';

interface Props {
  view: TeacherView;
  stepCount: number;
  stepTitle: string;
}

/** What moves the class on, large and at the lower edge: on is the widest, and where a right thumb rests. */
export function RemoteBar({ view, stepCount, stepTitle }: Props) {
  const t = useTranslations('console.conduct');
  const phase = useTranslations('console.phase');
  const { ask, offlineReason } = useConsole();
  const { stepIndex, paused } = view.class;
  return (
    <section
      aria-label={t('label')}
      className="fixed inset-x-0 bottom-0 z-20 low:static! border-t border-line-strong bg-surface px-4 pt-2 pb-[calc(0.75rem+env(safe-area-inset-bottom))]"
    >
      <p className="mb-2 flex min-w-0 gap-1 text-sm">
        <span className="shrink-0">
          <span>{`${phase(paused ? 'paused' : 'live')} · `}</span>
          <span className="tabular font-semibold">
            {t('step', { number: stepIndex + 1, total: stepCount })}
          </span>
        </span>{' '}
        <span className="min-w-0 truncate text-ink-soft">{`· ${stepTitle}`}</span>
      </p>
      <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-2">
        <Button
          icon={paused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
          disabledReason={offlineReason}
          onClick={() => ask({ type: paused ? 'class:resume' : 'class:pause' })}
          className={
            paused
              ? 'col-span-2 min-h-14! border-accent! bg-accent-soft! text-accent!'
              : 'col-span-2 min-h-14!'
          }
        >
          {t(paused ? 'resumeAll' : 'pauseAll')}
        </Button>
        <Button
          icon={<ChevronLeft aria-hidden="true" />}
          disabledReason={offlineReason ?? (stepIndex === 0 ? t('firstStep') : undefined)}
          onClick={() => ask({ type: 'step:previous' })}
          className="min-h-16! px-2!"
        >
          {t('previous')}
        </Button>
        <Button
          look="primary"
          icon={<ChevronRight aria-hidden="true" />}
          disabledReason={offlineReason ?? (stepIndex >= stepCount - 1 ? t('lastStep') : undefined)}
          onClick={() => ask({ type: 'step:next' })}
          className="min-h-16! text-lg!"
        >
          {t('next')}
        </Button>
      </div>
    </section>
  );
}
