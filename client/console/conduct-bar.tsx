'use client';

import { ChevronLeft, ChevronRight, Pause, Play, ScrollText } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { LinkButton } from '@/client/ui/link-button';
import type { TeacherView } from '@/protocol/views';
import { MarkMoment } from './bookmarks/mark-moment';
import { useConsole } from './console-context';
import { LeadTools } from './leading/lead-tools';
import { May, useMay } from './may';
import { RoomActions } from './room-actions';

interface Props {
  view: TeacherView;
  stepCount: number;
  /** Title of the step at which the class is. */
  stepTitle: string;
}

/**
 * What moves the class on, the main action always last on the right. On a phone the bar stays at the lower edge, under
 * the thumb.
 */
export function ConductBar({ view, stepCount, stepTitle }: Props) {
  const t = useTranslations('console.conduct');
  const phaseText = useTranslations('console.phase');
  const as = useTranslations('console.assistants.you');
  const { ask, offlineReason, role } = useConsole();
  const leads = useMay('lead');
  const { phase, stepIndex, paused, id } = view.class;
  return (
    <section
      aria-label={t('label')}
      className="fixed inset-x-0 bottom-0 z-20 low:static! border-t border-line-strong bg-surface pb-[env(safe-area-inset-bottom)] md:sticky md:top-0 md:bottom-auto md:border-t-0 md:border-b md:border-line"
    >
      <div className="page-width flex min-h-16 flex-wrap items-center gap-x-3 gap-y-2 py-2">
        <div className="order-last flex w-full min-w-0 flex-wrap items-center gap-1 md:order-none md:w-auto md:flex-1 md:flex-nowrap">
          {/* A title of which two letters have room says nothing: it goes to a second line, which is not seen. */}
          <p className="flex h-[1lh] min-w-min flex-1 flex-wrap gap-x-1 overflow-hidden text-xs md:min-w-0 text-ink-soft md:text-sm">
            <span className="shrink-0 whitespace-nowrap">
              {role !== 'owner' && <span className="sm:hidden">{`${as(role)} · `}</span>}
              <span className="sm:hidden">{`${phaseText(phase === 'live' && paused ? 'paused' : phase)} · `}</span>
              <span className="tabular font-semibold text-ink">
                {t('step', { number: stepIndex + 1, total: stepCount })}
              </span>
            </span>{' '}
            <span className="min-w-[12ch] flex-1 truncate">{`· ${stepTitle}`}</span>
          </p>
          <LeadTools view={view} />
        </div>
        <May least="lead">
          <RoomActions view={view} className="hidden gap-2 border-r border-line pr-3 xl:flex" />
        </May>
        {phase === 'live' && (
          <May least="help">
            <MarkMoment small={leads} className={leads ? 'px-2.5 max-md:hidden' : 'px-3'} />
          </May>
        )}
        {phase !== 'ended' && leads && (
          <div className="flex flex-1 items-center gap-2 md:flex-none max-sm:[&_button]:flex-1 max-sm:[&_button]:basis-0 max-sm:[&_button]:px-1 max-sm:[&_svg]:hidden">
            {phase === 'live' && (
              <Button
                className={paused ? 'border-accent! bg-accent-soft! text-accent!' : undefined}
                icon={paused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
                disabledReason={offlineReason}
                onClick={() => ask({ type: paused ? 'class:resume' : 'class:pause' })}
              >
                {t(paused ? 'resumeAll' : 'pauseAll')}
              </Button>
            )}
            {phase === 'live' && (
              <Button
                icon={<ChevronLeft aria-hidden="true" />}
                disabledReason={offlineReason ?? (stepIndex === 0 ? t('firstStep') : undefined)}
                onClick={() => ask({ type: 'step:previous' })}
              >
                {t('previous')}
              </Button>
            )}
            {phase === 'live' && (
              <Button
                // One button: who has begun by keyboard stands at it, and goes on.
                key="onward"
                look="primary"
                icon={<ChevronRight aria-hidden="true" />}
                disabledReason={offlineReason ?? (stepIndex >= stepCount - 1 ? t('lastStep') : undefined)}
                onClick={() => ask({ type: 'step:next' })}
              >
                {t('next')}
              </Button>
            )}
            {phase === 'lobby' && (
              <Button
                key="onward"
                look="primary"
                icon={<Play aria-hidden="true" />}
                disabledReason={offlineReason}
                onClick={() => ask({ type: 'class:begin' })}
                className="max-sm:flex-1"
              >
                {t('begin')}
              </Button>
            )}
          </div>
        )}
        {phase === 'ended' && (
          <May least="owner">
            <LinkButton
              look="primary"
              href={`/review/${id}`}
              icon={<ScrollText aria-hidden="true" />}
              className="max-sm:flex-1"
            >
              {t('review')}
            </LinkButton>
          </May>
        )}
      </div>
    </section>
  );
}
