'use client';

import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { LossTask } from '@/engine/challenges/loss-task';
import type { CoursePoint } from '@/engine/dense/training-course';
import type { LossChoice } from '@/protocol/challenges/loss';
import { LossSwatch } from './loss-swatch';
import { PlanePicture } from './plane-picture';

interface Props {
  task: LossTask;
  loss: LossChoice;
  /** Null until the first step has come. */
  point: CoursePoint | null;
  /** Step at which the goal was reached. */
  reached: number | null;
  won: boolean;
}

/** One of the two learners: what it says of the plane now, and how well it does. */
export function RaceLane({ task, loss, point, reached, won }: Props) {
  const t = useTranslations('loss');
  const numbers = useNumbers();
  const accuracy = point?.accuracy ?? null;
  return (
    <section
      aria-label={t(`name.${loss}`)}
      data-testid={`lane-${loss}`}
      data-accuracy={accuracy ?? ''}
      className={`min-w-0 rounded-md border bg-surface-raised p-2.5 ${won ? 'border-2 border-ok' : 'border-line-strong'}`}
    >
      <p className="mb-1.5 text-sm font-semibold [overflow-wrap:anywhere] max-sm:min-h-11 max-sm:text-xs">
        <LossSwatch loss={loss} />
      </p>
      <PlanePicture
        task={task}
        weights={point?.weights ?? null}
        label={t('race.plane', { loss: t(`name.${loss}`), accuracy: numbers.percent(accuracy, 0) })}
      />
      <dl className="tabular mt-2 grid grid-cols-2 gap-x-2 text-xs text-ink-soft">
        <dt>{t('race.lossValue')}</dt>
        <dd className="text-right font-semibold text-ink">{numbers.decimal(point?.loss ?? null, 3)}</dd>
        <dt>{t('race.accuracy')}</dt>
        <dd className="text-right font-semibold text-ink">{numbers.percent(accuracy, 0)}</dd>
      </dl>
      <p className="mt-1 flex min-h-5 items-center gap-1 text-xs font-semibold text-ok">
        {reached !== null && (
          <>
            <CircleCheck aria-hidden="true" className="size-4 shrink-0" />
            <span>{t('race.reached', { step: reached })}</span>
          </>
        )}
      </p>
    </section>
  );
}
