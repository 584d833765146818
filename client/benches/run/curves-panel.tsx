'use client';

import dynamic from 'next/dynamic';
import { memo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Measure } from '@/client/charts/curve-rows';
import { useSlowed } from '@/client/charts/use-slowed';
import { useNumbers } from '@/client/i18n/use-numbers';
import { patiently } from '@/client/ui/patiently';
import { Toggle } from '@/client/ui/toggle';
import { DATASETS, type DatasetId } from '@/protocol/datasets';
import type { Point } from '@/protocol/run';
import { newestValue } from './run-readout';

/** The chart library is large and needed here alone; its room is kept while it comes. */
const CurveChart = dynamic(
  patiently(() => import('@/client/charts/curve-chart').then((module) => module.CurveChart)),
  {
    ssr: false,
    loading: () => <div style={{ height: HEIGHT + 27 }} />,
  },
);

const HEIGHT = 196;
/** A chart of hundreds of points is not drawn ten times a second while the training needs the processor. */
const REDRAW_MS = 400;

interface Props {
  dataset: DatasetId;
  points: readonly Point[];
  totalSteps: number;
  /** A run to compare with. */
  other: readonly Point[];
  /** Its name, or null. */
  otherName: string | null;
}

/** Loss and accuracy beside each other, as the run goes. */
export const CurvesPanel = memo(function CurvesPanel({
  dataset,
  points,
  totalSteps,
  other,
  otherName,
}: Props) {
  const t = useTranslations('bench');
  const numbers = useNumbers();
  const [logarithmic, setLogarithmic] = useState(false);
  const slow = useSlowed(points, REDRAW_MS);
  // A new run starts with an empty picture at once.
  const shown = points.length === 0 ? points : slow;

  const chart = (measure: Measure) => {
    const write = (value: number | null) =>
      measure === 'loss' ? numbers.loss(value) : numbers.percent(value);
    const read = (point: Point | undefined) =>
      point === undefined ? null : measure === 'loss' ? point.loss : point.accuracy;
    const last = shown[shown.length - 1];
    const validation = newestValue(shown, (point) =>
      measure === 'loss' ? point.validationLoss : point.validationAccuracy,
    );
    const words = {
      measure: t(`curves.${measure}`),
      step: numbers.integer(last?.step ?? 0),
      first: write(read(shown[0])),
      last: write(read(last)),
    };
    return (
      <CurveChart
        measure={measure}
        dataset={DATASETS[dataset]}
        points={shown}
        other={other}
        totalSteps={totalSteps}
        logarithmic={logarithmic}
        height={HEIGHT}
        texts={{
          title: t(`curves.${measure}`),
          description:
            last === undefined
              ? t('curves.describeEmpty', { measure: words.measure })
              : validation === null
                ? t('curves.describeNoValidation', words)
                : t('curves.describe', { ...words, validation: write(validation) }),
          train: t('curves.train'),
          validation: t('curves.validation'),
          other: otherName ?? t('curves.other'),
          chance: t(measure === 'loss' ? 'curves.chanceLoss' : 'curves.chanceAccuracy', {
            labels: DATASETS[dataset].labels.length,
          }),
          step: t('curves.step'),
          formatStep: (step) => numbers.integer(step),
          formatPart: (value, interval) =>
            t('curves.part', {
              value: numbers.percent(value, 1),
              points: numbers.decimal(interval * 100, 1),
            }),
          formatValue: (value) =>
            measure === 'accuracy'
              ? numbers.percent(value, 0)
              : value !== 0 && value < 0.01
                ? value.toExponential(0)
                : value >= 1000
                  ? numbers.compact(value)
                  : numbers.decimal(value, value >= 100 ? 0 : 2),
        }}
      />
    );
  };
  return (
    <div className="relative">
      <div className="grid gap-x-4 gap-y-2 xl:grid-cols-2">
        {chart('loss')}
        {chart('accuracy')}
      </div>
      {points.length === 0 && (
        <p className="pointer-events-none absolute inset-x-0 top-24 pl-12 text-center text-sm font-semibold text-ink-soft xl:right-1/2">
          <span className="inline-block rounded-md bg-surface-raised px-3 py-1.5">{t('curves.empty')}</span>
        </p>
      )}
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-4">
        <Toggle label={t('curves.logarithmic')} checked={logarithmic} onChange={setLogarithmic} />
        {otherName !== null && <p className="text-sm text-ink-soft">{otherName}</p>}
      </div>
    </div>
  );
});
