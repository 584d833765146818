'use client';

import { useTranslations } from 'use-intl';
import { readoutOf } from '@/client/benches/run/run-readout';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { CurrentRun } from '@/client/training/current-run';
import { Stat } from '@/client/ui/stat';

/** The numbers of the run on the bench; their room is kept. */
export function RunStats({ current }: { current: CurrentRun | null }) {
  const t = useTranslations('bench');
  const numbers = useNumbers();
  const now = readoutOf(current);
  const epochs = current?.experiment.epochs;
  return (
    <dl
      aria-label={t('stats.label')}
      className="grid grid-cols-2 gap-x-4 gap-y-2 rounded-md border border-line bg-surface-raised px-4 py-2.5 sm:grid-cols-4"
    >
      <Stat size="sm" width={7} label={t('stats.trainLoss')} value={numbers.loss(now.loss)} />
      <Stat size="sm" width={7} label={t('stats.validationLoss')} value={numbers.loss(now.validationLoss)} />
      <Stat size="sm" width={7} label={t('stats.trainAccuracy')} value={numbers.percent(now.accuracy)} />
      <Stat
        size="sm"
        width={7}
        label={t('stats.validationAccuracy')}
        value={numbers.percent(now.validationAccuracy)}
      />
      <Stat
        size="sm"
        width={7}
        label={t('stats.step')}
        value={numbers.integer(now.step)}
        {...(current ? { unit: t('stats.of', { total: numbers.integer(current.totalSteps) }) } : {})}
      />
      <Stat
        size="sm"
        width={7}
        label={t('stats.epoch')}
        value={numbers.decimal(now.epoch, 2)}
        {...(epochs === undefined ? {} : { unit: t('stats.of', { total: numbers.integer(epochs) }) })}
      />
      <Stat size="sm" width={7} label={t('stats.speed')} value={numbers.integer(now.examplesPerSecond)} />
      <Stat
        size="sm"
        width={7}
        label={t('stats.time')}
        value={numbers.duration(current?.report ? current.report.seconds * 1000 : null)}
      />
    </dl>
  );
}
