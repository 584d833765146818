'use client';

import { useTranslations } from 'use-intl';
import { shortened } from '@/engine/points/own-points';
import type { TypedColumn } from '@/engine/table/column-types';

const WIDTH = 96;
const HEIGHT = 28;

/** A column small: a histogram of numbers, or a bar for each text. */
export function ColumnPicture({ column, name }: { column: TypedColumn; name: string }) {
  const t = useTranslations('playground');
  const { bars } = column;
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  const step = WIDTH / Math.max(1, bars.length);
  const gap = column.type === 'number' && column.values.length > bars.length ? 0.5 : 2;
  const said = bars
    .map(({ from, count }) => t('own.columns.bar', { from: shortened(from, 20), count }))
    .join(t('list'));
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('own.columns.picture', { name, bars: said })}
      className="block h-7 w-24 text-accent"
      preserveAspectRatio="none"
    >
      <title>{said}</title>
      <path d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} stroke="var(--line-strong)" strokeWidth="1" />
      {bars.map(({ from, count }, i) => {
        const height = count === 0 ? 0 : Math.max(1.5, ((HEIGHT - 2) * count) / most);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the bar.
            key={`${i} ${from}`}
            x={i * step + gap / 2}
            y={HEIGHT - 1 - height}
            width={Math.max(1, Math.min(step, 24) - gap)}
            height={height}
            fill="currentColor"
          />
        );
      })}
    </svg>
  );
}
