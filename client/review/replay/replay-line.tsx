'use client';

import { useTranslations } from 'use-intl';
import { classNames } from '@/client/ui/class-names';
import type { Elements } from '@/client/ui/elements';
import type { Replay } from './replay';
import type { ReplayMark } from './replay-marks';
import type { ReplayStretch } from './timeline';

interface Props {
  replay: Replay;
  marks: readonly ReplayMark[];
  /** The moment that is shown. */
  at: number;
  titleOf(stepIndex: number): string;
  /** A moment as a time from the beginning. */
  write(at: number): string;
  onGo(at: number): void;
}

/** The time line: steps as stretches, pauses and countdowns laid over them, what the projector showed, and where something stands out. */
export function ReplayLine({ replay, marks, at, titleOf, write, onGo }: Props) {
  const t = useTranslations('review.replay');
  const { timeline, length } = replay;
  const place = ({ from, to }: ReplayStretch) => ({
    left: `${(100 * from) / Math.max(1, length)}%`,
    width: `${(100 * (to - from)) / Math.max(1, length)}%`,
  });
  const shown = timeline.screens.filter(({ view }) => view !== 'auto');
  const now = at / Math.max(1, length);
  const peak = Math.max(1, ...timeline.pool.map(({ count }) => count));
  return (
    <div className="mt-3 flex flex-col gap-1.5">
      {timeline.steps.length > 0 && (
        <Row name={t('line.steps')} now={now} tall>
          {timeline.steps.map((step, index) => (
            <button
              key={step.from}
              type="button"
              onClick={() => onGo(step.from)}
              title={titleOf(step.index)}
              aria-label={t('line.toStep', {
                step: step.index + 1,
                title: titleOf(step.index),
                time: write(step.from),
              })}
              aria-current={step.from <= at && at < step.to ? 'step' : undefined}
              style={place(step)}
              className={classNames(
                'tabular absolute inset-y-0 overflow-hidden border-l border-line-strong px-1 text-left text-sm first:border-l-0 hover:bg-accent-soft focus-visible:z-20 focus-visible:-outline-offset-2',
                index % 2 === 0 ? 'bg-surface-sunken' : 'bg-surface',
                step.from <= at && at < step.to && 'bg-accent-soft font-semibold',
              )}
            >
              {step.index + 1}
            </button>
          ))}
          {timeline.pauses.map((pause) => (
            <span
              key={pause.from}
              aria-hidden="true"
              title={t('mark.paused')}
              style={place(pause)}
              className="pointer-events-none absolute inset-y-0 z-10 min-w-0.5 border-x border-warn bg-warn/35"
            />
          ))}
          {timeline.countdowns.map((countdown) => (
            <span
              key={countdown.from}
              aria-hidden="true"
              style={place(countdown)}
              className="pointer-events-none absolute bottom-0 z-10 h-1 min-w-0.5 bg-accent"
            />
          ))}
        </Row>
      )}
      {shown.length > 0 && (
        <Row name={t('line.projector')} now={now}>
          {shown.map((screen) => (
            <button
              key={screen.from}
              type="button"
              onClick={() => onGo(screen.from)}
              aria-label={t('line.toScreen', { view: t(`views.${screen.view}`), time: write(screen.from) })}
              title={t(`views.${screen.view}`)}
              style={place(screen)}
              className="absolute inset-y-0 min-w-1 truncate rounded-sm border border-line-strong bg-surface px-1 text-left text-xs hover:bg-accent-soft focus-visible:z-20"
            >
              {t(`views.${screen.view}`)}
            </button>
          ))}
        </Row>
      )}
      {timeline.pool.length > 0 && (
        <Row name={t('line.drawings')} now={now}>
          <svg
            viewBox={`0 0 ${Math.max(1, length)} 100`}
            preserveAspectRatio="none"
            aria-hidden="true"
            className="absolute inset-0 size-full"
          >
            {timeline.pool.map(({ from, to, count }) => (
              <rect
                key={from}
                x={from}
                width={Math.max(to - from, length / 400)}
                y={100 - (100 * count) / peak}
                height={(100 * count) / peak}
                className="fill-series-1"
              />
            ))}
          </svg>
        </Row>
      )}
      <Row name={t('line.marks')} now={now}>
        {marks.map((mark, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the list does not change.
            key={index}
            aria-hidden="true"
            style={{ left: `${(100 * mark.at) / Math.max(1, length)}%` }}
            className={classNames(
              'pointer-events-none absolute inset-y-0.5 w-0.5 -translate-x-1/2',
              MARK_LOOKS[mark.kind] ?? 'bg-ink-soft',
            )}
          />
        ))}
      </Row>
    </div>
  );
}

const MARK_LOOKS: Partial<Record<ReplayMark['kind'], string>> = {
  bookmark: 'bg-accent',
  'first-90': 'bg-ok',
  lead: 'bg-ok',
  diverged: 'bg-danger',
  lost: 'bg-danger',
  left: 'bg-danger',
  'sent-out': 'bg-danger',
};

interface RowProps {
  name: string;
  /** Where the moment that is shown lies, 0 to 1. */
  now: number;
  tall?: boolean;
  children: Elements;
}

function Row({ name, now, tall = false, children }: RowProps) {
  return (
    <div className="grid items-center gap-x-2 sm:grid-cols-[5.5rem_minmax(0,1fr)]">
      <span className="text-xs text-ink-soft">{name}</span>
      <div
        className={classNames(
          'relative overflow-hidden rounded-sm border border-line bg-surface-sunken',
          tall ? 'h-8 pointer-coarse:h-11' : 'h-6',
        )}
      >
        {children}
        <span
          aria-hidden="true"
          style={{ left: `${100 * now}%` }}
          className="pointer-events-none absolute inset-y-0 z-20 w-0.5 -translate-x-1/2 bg-accent"
        />
      </div>
    </div>
  );
}
