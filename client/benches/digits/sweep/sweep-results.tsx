'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { SweepSnapshot, SweepTrial } from '@/client/training/sweep/sweep';
import { Button } from '@/client/ui/button';
import { type Column, DataTable } from '@/client/ui/data-table';
import { IconButton } from '@/client/ui/icon-button';
import { LiveRegion } from '@/client/ui/live-region';
import { OneStopGroup } from '@/client/ui/one-stop-group';
import type { Experiment } from '@/protocol/experiment';
import { bestOf, SweepChart } from './sweep-chart';
import { useSweptWords } from './swept-words';

interface Props {
  snapshot: SweepSnapshot;
  onUse(experiment: Experiment): void;
}

/** What came of the values: as a picture and as a table, with the way to each one's settings. */
export function SweepResults({ snapshot, onUse }: Props) {
  const t = useTranslations('sweep');
  const numbers = useNumbers();
  const words = useSweptWords();
  const { setting, trials } = snapshot;
  const [picked, setPicked] = useState<number | null>(null);
  const [used, setUsed] = useState<number | null>(null);
  const chosen = trials.find(({ value }) => value === picked) ?? bestOf(trials);
  const name = words.name(setting);
  const write = (value: number) => words.write(setting, value);
  const use = ({ value, experiment }: SweepTrial) => {
    onUse(experiment);
    setUsed(value);
  };
  const columns: Column<SweepTrial>[] = [
    { id: 'value', header: name, rowHeader: true, align: 'right', cell: ({ value }) => write(value) },
    {
      id: 'accuracy',
      header: t('table.accuracy'),
      align: 'right',
      cell: ({ accuracy }) => numbers.percent(accuracy),
    },
    { id: 'state', header: t('table.state'), cell: ({ state }) => t(`table.${state}`) },
    {
      id: 'use',
      header: <span className="sr-only">{t('use')}</span>,
      align: 'right',
      cell: (trial) => (
        <IconButton
          size="sm"
          label={t('useValue', { setting: name, value: write(trial.value) })}
          icon={<SlidersHorizontal aria-hidden="true" />}
          onClick={() => use(trial)}
        />
      ),
    },
  ];
  const said =
    chosen === null
      ? null
      : chosen.accuracy === null
        ? t('chart.pointDiverged', { setting: name, value: write(chosen.value) })
        : t('chart.point', {
            setting: name,
            value: write(chosen.value),
            accuracy: numbers.percent(chosen.accuracy),
          });
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <SweepChart setting={setting} trials={trials} chosen={chosen?.value ?? null} onChoose={setPicked} />
      {chosen !== null && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <span className="tabular font-semibold" data-testid="sweep-chosen">
            {said}
          </span>
          <Button size="sm" icon={<SlidersHorizontal aria-hidden="true" />} onClick={() => use(chosen)}>
            {t('use')}
          </Button>
        </div>
      )}
      <LiveRegion visible className="text-sm empty:hidden">
        {used === null ? '' : t('used', { setting: name, value: write(used) })}
      </LiveRegion>
      <OneStopGroup>
        <DataTable
          dense
          caption={t('chart.points')}
          columns={columns}
          rows={trials}
          rowKey={({ value }) => String(value)}
          reached
          className="max-h-72"
        />
      </OneStopGroup>
    </div>
  );
}
