'use client';

import { useTranslations } from 'use-intl';
import { classNames } from '@/client/ui/class-names';
import { LAST_STAGE, LOSS_STAGE } from './quantities';

/** How far the two passes are: three steps there, four back. */
export function StageTrack({ stage }: { stage: number }) {
  const t = useTranslations('backpropagation');
  const part = (from: number, to: number) => (
    <span className="flex gap-1">
      {Array.from({ length: to - from + 1 }, (_, i) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place.
          key={i}
          className={classNames(
            'h-2 w-6 rounded-full border transition-colors',
            stage >= from + i ? 'border-accent bg-accent' : 'border-line-strong',
          )}
        />
      ))}
    </span>
  );
  return (
    <div aria-hidden="true" className="flex gap-4 pb-0.5 text-xs text-ink-soft">
      <span className="flex flex-col gap-1">
        <span>{`${t('watch.track.forward')} →`}</span>
        {part(1, LOSS_STAGE)}
      </span>
      <span className="flex flex-col gap-1">
        <span>{`← ${t('watch.track.backward')}`}</span>
        {part(LOSS_STAGE + 1, LAST_STAGE)}
      </span>
    </div>
  );
}
