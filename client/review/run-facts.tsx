'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Card } from '@/client/ui/card';
import { Stat } from '@/client/ui/stat';
import type { Point, RunSummary } from '@/protocol/run';
import { finalAccuracy, trainingTime } from '@/protocol/run-figures';
import { trainsPictures } from '@/protocol/run-kind';

/** What came of a run, in figures. */
export function RunFacts({ run, points }: { run: RunSummary; points: readonly Point[] }) {
  const t = useTranslations('review.run');
  const backends = useTranslations('common.backends');
  const numbers = useNumbers();
  const format = useFormatter();
  const accuracy = finalAccuracy(run);
  const fastest = points.reduce((most, { examplesPerSecond }) => Math.max(most, examplesPerSecond), 0);
  return (
    <Card as="section" aria-label={t('facts')}>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-6">
        <Stat
          label={t(accuracy.measured === 'training' ? 'accuracyTraining' : 'accuracy')}
          value={numbers.percent(accuracy.value)}
          size="lg"
        />
        {trainsPictures(run) && (
          <Stat label={t('verified')} value={numbers.percent(run.verifiedAccuracy)} size="lg" />
        )}
        <Stat label={t('loss')} value={numbers.loss(run.last && (run.last.loss ?? Number.NaN))} size="lg" />
        <Stat label={t('steps')} value={numbers.integer(run.last?.step ?? 0)} size="lg" />
        <Stat label={t('epochs')} value={numbers.decimal(run.last?.epoch ?? 0, 1)} size="lg" />
        <Stat label={t('time')} value={numbers.duration(trainingTime(run))} size="lg" />
        <Stat label={t('backend')} value={backends(run.backend)} size="sm" />
        <Stat label={t('speed')} value={fastest > 0 ? numbers.integer(fastest) : '–'} size="sm" />
        <Stat label={t('points')} value={numbers.integer(run.pointCount)} size="sm" />
        <Stat
          className="max-sm:col-span-2"
          label={t('begun')}
          value={format.dateTime(run.createdAt, 'moment')}
          size="sm"
        />
        <Stat
          className="max-sm:col-span-2"
          label={t('updated')}
          value={format.dateTime(run.updatedAt, 'moment')}
          size="sm"
        />
      </dl>
    </Card>
  );
}
