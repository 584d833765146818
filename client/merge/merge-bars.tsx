'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import { chanceOf } from '@/protocol/merge-outcome';
import type { MergeNow, MergeResult } from '@/protocol/merge-views';

interface Props {
  merge: Pick<MergeNow, 'dataset'>;
  result: MergeResult;
  /** As large as the wall wants it. */
  wall?: boolean;
}

/** What one alone, the average and the aligned average are right on, from 0 to all pictures, with what guessing is right on. */
export function MergeBars({ merge: { dataset }, result, wall = false }: Props) {
  const t = useTranslations('merge.bars');
  const { percent } = useNumbers();
  const { median, best, worst, plain, aligned } = result;
  const chance = chanceOf(dataset);
  const of = { median: percent(median), best: percent(best), worst: percent(worst), plain: percent(plain) };
  return (
    <figure className={wall ? 'text-screen-sm' : 'text-sm'} data-testid="merge-bars">
      <figcaption className="sr-only">
        {t('says', { ...of, aligned: aligned === null ? t('notYet') : percent(aligned) })}
      </figcaption>
      <div aria-hidden="true" className={classNames('flex flex-col', wall ? 'gap-[1.6vh]' : 'gap-2')}>
        <Bar
          name={t('alone')}
          share={median}
          chance={chance}
          look="bg-series-1"
          // The wall has no room for it, and its marks say so.
          note={wall ? '' : t('range', of)}
          range={[worst, best]}
        />
        <Bar name={t('plain')} share={plain} chance={chance} look="bg-series-2" />
        <Bar
          name={t('aligned')}
          share={aligned}
          chance={chance}
          look="bg-series-3"
          note={aligned === null ? t('soon') : ''}
        />
        <p className="tabular text-ink-soft" style={{ fontSize: '0.85em' }}>
          <span className="mr-2 inline-block h-[0.9em] border-l-2 border-dashed border-ink align-middle" />
          <span>{t('chance')}</span> <span>{percent(chance, 0)}</span>
        </p>
      </div>
    </figure>
  );
}

interface BarProps {
  name: string;
  /** Null: it is not known yet, and its room is kept. */
  share: number | null;
  chance: number;
  look: string;
  note?: string;
  range?: readonly [number, number];
}

const across = (share: number) => `${100 * share}%`;

function Bar({ name, share, chance, look, note = '', range }: BarProps) {
  const { percent } = useNumbers();
  return (
    <div>
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-semibold">{name}</span>
        <span className="tabular flex flex-1 flex-wrap items-baseline justify-end gap-x-2">
          <span className="text-ink-soft">{note}</span>
          <strong style={{ fontSize: '1.35em' }}>{percent(share)}</strong>
        </span>
      </p>
      <div className="relative h-[1.1em] overflow-hidden rounded-sm border border-line-strong bg-surface-sunken">
        <span
          className={classNames('absolute inset-y-0 left-0 transition-[width] duration-250', look)}
          style={{ width: across(share ?? 0) }}
        />
        {range && (
          <span
            className="absolute inset-y-[30%] border-x-2 border-ink bg-ink/25"
            style={{ left: across(range[0]), width: across(range[1] - range[0]) }}
          />
        )}
        <span
          className="absolute inset-y-0 border-l-2 border-dashed border-ink"
          style={{ left: across(chance) }}
        />
      </div>
    </div>
  );
}
