'use client';

import { useTranslations } from 'use-intl';
import { wilsonInterval } from '@/base/wilson';
import { Axes, AxisName, Grid, TicksX, TicksY } from '@/client/charts/plot/axes';
import { PlotFrame } from '@/client/charts/plot/plot-frame';
import { useNumbers } from '@/client/i18n/use-numbers';
import { DataTable } from '@/client/ui/data-table';
import type { Reliability } from './reliability';

interface Props {
  /** The network, as it is told. */
  name: string;
  of: Reliability;
}

const HEIGHT = 230;
const TICKS = [0, 0.25, 0.5, 0.75, 1];
/** CSS pixels of a dot: its area goes with how many answers it stands for. */
const LARGEST = 9;
const SMALLEST = 2.5;

/** How often a network is right, by how sure it is of its answer: on the diagonal it knows how good it is, below it boasts. */
export function ReliabilityPicture({ name, of: { bins, error } }: Props) {
  const t = useTranslations('runs.networks');
  const numbers = useNumbers();
  const percent = (share: number) => numbers.percent(share, 0);
  const held = bins.filter(({ count }) => count > 0);
  const most = Math.max(1, ...held.map(({ count }) => count));
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <PlotFrame
        title={name}
        label={t('reliability.says', { name, points: numbers.decimal(error * 100, 1) })}
        height={HEIGHT}
        usualWidth={280}
        margin={{ left: 46, right: 12, top: 10, bottom: 42 }}
        x={{ range: [0, 1] }}
        y={{ range: [0, 1] }}
        testId="reliability"
      >
        {(area) => (
          <>
            <Grid area={area} x={TICKS} y={TICKS} />
            <path
              d={`M${area.x(0)} ${area.y(0)}L${area.x(1)} ${area.y(1)}`}
              stroke="var(--ink-soft)"
              strokeDasharray="5 4"
            />
            {held.map(({ from, count, right, sure }) => {
              const { low, high } = wilsonInterval(right / count, count);
              return (
                <g key={from}>
                  <path
                    d={`M${area.x(sure)} ${area.y(low)}V${area.y(high)}`}
                    stroke="var(--accent)"
                    strokeWidth="1.5"
                  />
                  <circle
                    cx={area.x(sure)}
                    cy={area.y(right / count)}
                    r={Math.max(SMALLEST, LARGEST * Math.sqrt(count / most))}
                    fill="var(--accent)"
                    stroke="var(--surface-raised)"
                  />
                </g>
              );
            })}
            <Axes area={area} />
            <TicksX area={area} at={TICKS} write={percent} ends />
            <TicksY area={area} at={TICKS} write={percent} />
            <AxisName area={area} name={t('reliability.sure')} />
          </>
        )}
      </PlotFrame>
      <p className="tabular text-sm text-ink-soft">
        {t('reliability.error', { points: numbers.decimal(error * 100, 1) })}
      </p>
      <details className="text-sm">
        <summary className="cursor-pointer">{t('reliability.table')}</summary>
        <DataTable
          caption={t('reliability.tableOf', { name })}
          dense
          columns={[
            {
              id: 'sure',
              header: t('reliability.sure'),
              rowHeader: true,
              cell: ({ from, to }) => `${percent(from)}–${percent(to)}`,
            },
            {
              id: 'count',
              header: t('reliability.answers'),
              align: 'right',
              cell: ({ count }) => numbers.integer(count),
            },
            {
              id: 'right',
              header: t('right'),
              align: 'right',
              cell: ({ count, right }) => percent(right / count),
            },
          ]}
          rows={held}
          rowKey={({ from }) => String(from)}
          className="mt-1 border border-line"
        />
      </details>
    </div>
  );
}
