'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CurveChart } from '@/client/charts/curve-chart';
import { useNumbers } from '@/client/i18n/use-numbers';
import { EmptyState } from '@/client/ui/empty-state';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { totalSteps } from '@/engine/training/schedule';
import { DATASETS } from '@/protocol/datasets';
import type { Point, RunSummary } from '@/protocol/run';
import { lastValidated } from '@/protocol/run-figures';
import { trainsPictures } from '@/protocol/run-kind';
import { chanceOfRun } from './run-chance';

interface Props {
  run: RunSummary;
  points: readonly Point[];
  /** One chart under the other instead of side by side. */
  narrow?: boolean;
  /** A step that is marked. */
  mark?: number | undefined;
}

const HEIGHT = 240;

/** Loss and accuracy of a run over its steps. */
export function RunCurves({ run, points, narrow = false, mark }: Props) {
  const t = useTranslations('review.curves');
  const numbers = useNumbers();
  const [axis, setAxis] = useState<'linear' | 'log'>('linear');
  if (points.length === 0) return <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>;

  const isOfPictures = trainsPictures(run);
  const last = points.at(-1)!;
  const validated = lastValidated(points);
  const shared = {
    points,
    dataset: {
      chance: chanceOfRun(run.experiment),
      validationExamples: isOfPictures ? DATASETS[run.experiment.dataset].validationExamples : 0,
    },
    // A training on points comes to an end of its own nowhere.
    totalSteps: isOfPictures ? totalSteps(run.experiment) : 0,
    height: HEIGHT,
    mark,
  };
  const texts = {
    train: t('train'),
    validation: t(isOfPictures ? 'validation' : 'test'),
    other: '',
    step: t('step'),
    formatStep: (step: number) => numbers.integer(step),
    formatPart: (value: number, interval: number) =>
      t('part', { value: numbers.percent(value, 1), points: numbers.decimal(interval * 100, 1) }),
  };
  return (
    <div>
      <div className={narrow ? 'flex flex-col gap-5' : 'grid gap-6 lg:grid-cols-2'}>
        <CurveChart
          {...shared}
          measure="loss"
          logarithmic={axis === 'log'}
          texts={{
            ...texts,
            title: t('loss'),
            chance: t('chanceLoss'),
            formatValue: (value) => numbers.decimal(value, value !== 0 && Math.abs(value) < 0.1 ? 3 : 2),
            description: t('lossNow', {
              steps: numbers.integer(last.step),
              train: numbers.loss(last.loss),
              validation: numbers.loss(validated?.validationLoss),
            }),
          }}
        />
        <CurveChart
          {...shared}
          measure="accuracy"
          texts={{
            ...texts,
            title: t('accuracy'),
            chance: t('chanceAccuracy'),
            formatValue: (value) => numbers.percent(value, 0),
            description: t('accuracyNow', {
              steps: numbers.integer(last.step),
              train: numbers.percent(last.accuracy),
              validation: numbers.percent(validated?.validationAccuracy),
            }),
          }}
        />
      </div>
      <SegmentedControl
        label={t('axis')}
        value={axis}
        onChange={setAxis}
        segments={[
          { value: 'linear', label: t('linear') },
          { value: 'log', label: t('log') },
        ]}
        className="mt-3"
      />
    </div>
  );
}
