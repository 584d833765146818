'use client';

import { useTranslations } from 'use-intl';
import { StudentMark } from '@/client/ui/student-mark';
import type { FoolerRow } from '@/protocol/fool-views';
import { useFoolWords } from './fool-words';

interface Props {
  dataset: Parameters<typeof useFoolWords>[0]['dataset'];
  foolers: readonly FoolerRow[];
  /** To be read from the last row. */
  wall?: boolean;
}

/** Who has most points; equals share a place. */
export function FoolerList({ dataset, foolers, wall = false }: Props) {
  const t = useTranslations('fool');
  const words = useFoolWords({ dataset });
  if (foolers.length === 0)
    return <p className={wall ? 'text-screen-sm' : 'text-sm text-ink-soft'}>{t('nobody')}</p>;
  return (
    <ol className={wall ? 'flex flex-col gap-[1vh] text-screen-sm' : 'flex flex-col gap-1 text-sm'}>
      {foolers.map(({ rank, points, drawings, ...whose }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may be called and marked alike.
        <li key={index} className="flex items-center gap-[0.6em]">
          <span className="tabular min-w-[1.6em] font-semibold">{rank}</span>
          <StudentMark mark={whose.mark} className="size-[1.3em] shrink-0" />
          {/* On the wall a name has a line of its own. */}
          <span className={wall ? 'flex min-w-0 flex-1 flex-col leading-tight' : 'flex min-w-0 flex-1 gap-2'}>
            <span
              translate={whose.nickname === null ? undefined : 'no'}
              className="min-w-0 flex-1 truncate font-semibold"
            >
              {words.whose(whose)}
            </span>
            <span className="tabular whitespace-nowrap">{t('points', { count: points })}</span>
          </span>
          {!wall && <span className="sr-only">{t('drawings', { count: drawings })}</span>}
        </li>
      ))}
    </ol>
  );
}
