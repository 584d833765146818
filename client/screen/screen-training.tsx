'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { ClassSession } from '@/client/live/class-session';
import { useScreenFrame } from '@/client/live/use-class-session';
import { Stat } from '@/client/ui/stat';
import type { ScreenView } from '@/protocol/views';
import { AccuracyHistogram } from './accuracy-histogram';

interface Props {
  session: ClassSession<ScreenView>;
  /** As the view says it, until a frame does. */
  hereCount: number;
  brief?: boolean;
}

/** A class that trains: how many are at it, and how well; `brief`: where the wall has no room for how they are spread. */
export function ScreenTraining({ session, hereCount, brief = false }: Props) {
  const t = useTranslations('screen');
  const numbers = useNumbers();
  const frame = useScreenFrame(session);
  const working = frame
    ? frame.activities.training + frame.activities.stuck + frame.activities.overfitting
    : null;
  return (
    <>
      <dl className="grid grid-cols-3 gap-x-[2vw]">
        <Stat
          size="screen"
          width={2}
          label={t('here')}
          value={numbers.integer(frame?.connected ?? hereCount)}
        />
        <Stat size="screen" width={2} label={t('training')} value={numbers.integer(working)} />
        <Stat size="screen" width={4} label={t('mean')} value={numbers.percent(frame?.meanAccuracy)} />
      </dl>
      {!brief && <AccuracyHistogram counts={frame?.accuracyHistogram ?? []} />}
      <dl className="tabular flex flex-wrap gap-x-[3vw] text-screen-sm text-ink-soft">
        <div className="flex gap-3">
          <dt>{t('meanLoss')}</dt>
          <dd className="font-semibold text-ink">{numbers.decimal(frame?.meanLoss, 3)}</dd>
        </div>
        <div className="flex gap-3">
          <dt>{t('speed')}</dt>
          <dd className="font-semibold text-ink">
            {numbers.integer(frame ? Math.round(frame.examplesPerSecond) : null)}
          </dd>
        </div>
      </dl>
    </>
  );
}
