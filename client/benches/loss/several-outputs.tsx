'use client';

import { RotateCcw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { BenchPlace } from '@/client/benches/frame/bench-place';
import { useFacts } from '@/client/benches/frame/use-facts';
import { useKept } from '@/client/benches/frame/use-kept';
import { ExactNumber } from '@/client/benches/numbers/exact-number';
import { writeFixed } from '@/client/benches/numbers/number-text';
import { Button } from '@/client/ui/button';
import { OneStopGroup } from '@/client/ui/one-stop-group';
import { SegmentedControl } from '@/client/ui/segmented-control';
import {
  OUTPUT_NAMES,
  OUTPUT_PRESETS,
  type OutputPreset,
  type OutputsWork,
  outputsShape,
  presetOf,
  squaredErrors,
} from './squared-errors';

const START: OutputsWork = { outputs: [0.6, 0.3, 0.1], right: 0 };
const SERIES = ['var(--series-3)', 'var(--series-4)', 'var(--series-5)'] as const;
/** A difference of 1 as a square of so many units of the picture. */
const SQUARE = 84;

/** Squared error over three outputs: each difference becomes a square, and the squares’ areas are added up. */
export function SeveralOutputs({ place }: { place: BenchPlace }) {
  const t = useTranslations('loss');
  const [work, keep] = useKept(place, 'several-outputs', START, outputsShape);
  const { outputs, right } = work;
  const { rows, sum } = squaredErrors(work);
  useFacts<'loss-curves'>(place, { preset: presetOf(work) ?? '', sum });
  const held = place.held !== null;
  const set = (index: number, value: number) =>
    keep({ ...work, outputs: outputs.map((y, i) => (i === index ? value : y)) });

  const { announce } = place;
  const said = useRef(sum);
  useEffect(() => {
    if (said.current === sum) return;
    const timer = setTimeout(() => {
      said.current = sum;
      announce(t('several.said', { sum: writeFixed(sum, 3) }));
    }, 700);
    return () => clearTimeout(timer);
  }, [sum, announce, t]);

  return (
    <div data-testid="squared-sum" data-sum={sum}>
      <div className="mb-4 flex flex-wrap items-end gap-x-6 gap-y-3">
        <SegmentedControl
          label={t('several.wanted')}
          labelVisible
          value={OUTPUT_NAMES[right]!}
          onChange={(name) => keep({ ...work, right: OUTPUT_NAMES.indexOf(name) })}
          segments={OUTPUT_NAMES.map((name) => ({ value: name, label: t(`several.name.${name}`) }))}
        />
        <div className="flex flex-col gap-1.5">
          <span className="text-sm font-semibold">{t('several.try')}</span>
          <OneStopGroup className="flex flex-wrap gap-2">
            {(Object.keys(OUTPUT_PRESETS) as OutputPreset[]).map((preset) => (
              <Button
                key={preset}
                size="sm"
                onClick={() => keep({ right: 0, outputs: OUTPUT_PRESETS[preset] })}
              >
                {t(`several.preset.${preset}`)}
              </Button>
            ))}
          </OneStopGroup>
        </div>
        <Button
          size="sm"
          look="quiet"
          className="ml-auto"
          icon={<RotateCcw aria-hidden="true" />}
          onClick={() => keep(START)}
        >
          {t('reset')}
        </Button>
      </div>
      <ol className="m-0 flex list-none flex-col gap-3 p-0">
        {rows.map((row, i) => {
          const name = t(`several.name.${OUTPUT_NAMES[i]!}`);
          return (
            <li
              key={OUTPUT_NAMES[i]}
              className="grid grid-cols-[minmax(0,1fr)_5.25rem] items-center gap-x-4 rounded-md border border-line bg-surface-raised px-4 py-2 sm:grid-cols-[minmax(0,1fr)_5.25rem_11rem]"
            >
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
                  <strong className="min-w-14">{name}</strong>
                  <span className="font-display">y =</span>
                  <ExactNumber
                    label={t('several.output', { name })}
                    value={row.output}
                    onChange={(value) => set(i, value)}
                    least={0}
                    most={1}
                    step={0.05}
                    write={(value) => writeFixed(value, 2)}
                    disabled={held}
                    className="w-16"
                  />
                  <span className="text-ink-soft">
                    <span>{t('several.wantedIs')}</span> <strong className="text-ink">{row.wanted}</strong>
                  </span>
                </p>
                <div className="relative">
                  <input
                    type="range"
                    // The field beside it steps by arrows as well: one stop for Tab is enough.
                    tabIndex={-1}
                    className="slider"
                    aria-label={t('several.output', { name })}
                    aria-valuetext={t('several.rowText', {
                      y: writeFixed(row.output, 2),
                      wanted: row.wanted,
                      squared: writeFixed(row.squared, 4),
                    })}
                    min={0}
                    max={1}
                    step={0.01}
                    value={row.output}
                    disabled={held}
                    onChange={(event) => set(i, event.target.valueAsNumber)}
                    style={{ '--share': row.output }}
                  />
                  <span
                    aria-hidden="true"
                    className="pointer-events-none absolute bottom-0 h-1 rounded-full"
                    style={{
                      left: alongSlider(Math.min(row.output, row.wanted)),
                      right: alongSlider(1 - Math.max(row.output, row.wanted)),
                      background: SERIES[i],
                    }}
                  />
                  <span
                    aria-hidden="true"
                    className="pointer-events-none absolute -bottom-1 -ml-1.5 size-0 border-x-6 border-b-8 border-x-transparent border-b-ink"
                    style={{ left: alongSlider(row.wanted) }}
                  />
                </div>
              </div>
              <svg
                viewBox={`0 0 ${SQUARE} ${SQUARE}`}
                role="img"
                aria-label={t('several.square', {
                  name,
                  difference: writeFixed(Math.abs(row.difference), 2),
                  squared: writeFixed(row.squared, 4),
                })}
                className="size-21"
              >
                <rect
                  x="0.5"
                  y="0.5"
                  width={SQUARE - 1}
                  height={SQUARE - 1}
                  fill="none"
                  stroke="var(--line-strong)"
                  strokeDasharray="2 4"
                />
                <rect
                  x="0"
                  y={SQUARE * (1 - Math.abs(row.difference))}
                  width={SQUARE * Math.abs(row.difference)}
                  height={SQUARE * Math.abs(row.difference)}
                  fill={SERIES[i]}
                  opacity="0.8"
                />
              </svg>
              <p className="tabular col-span-2 text-sm sm:col-span-1 sm:text-right">
                <span>{`(${writeFixed(row.output, 2)} − ${row.wanted})² =`}</span>{' '}
                <strong className="text-base">{writeFixed(row.squared, 4)}</strong>
              </p>
            </li>
          );
        })}
      </ol>
      <div className="mt-4 rounded-md border border-line-strong bg-surface-raised px-4 py-3">
        <p className="tabular flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="font-semibold">{t('several.sum')}</span>
          <span>
            <span>{`${rows.map((row) => writeFixed(row.squared, 4)).join(' + ')} =`}</span>{' '}
            <strong className="text-xl">{writeFixed(sum, 4)}</strong>
          </span>
        </p>
        <div
          aria-hidden="true"
          className="mt-2 flex h-6 overflow-hidden rounded-sm border border-line-strong bg-surface-sunken"
        >
          {rows.map((row, i) => (
            <span
              key={OUTPUT_NAMES[i]}
              className="h-full border-surface-raised not-first:border-l"
              style={{ width: `${(row.squared / 3) * 100}%`, background: SERIES[i] }}
            />
          ))}
        </div>
        <p aria-hidden="true" className="tabular mt-0.5 flex justify-between text-xs text-ink-soft">
          <span>0</span>
          <span>{`${t('several.worst')} 3`}</span>
        </p>
      </div>
    </div>
  );
}

/** Where a share of a slider's way lies: its thumb is 1.25rem wide and does not leave the track. */
function alongSlider(share: number): string {
  return `calc(0.625rem + (100% - 1.25rem) * ${share})`;
}
