'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { RunMark } from '@/client/review/run-mark';
import { DataTable } from '@/client/ui/data-table';
import type { NamedRun } from './compared-run';
import type { Sureness } from './disagreements';

interface Props {
  runs: readonly NamedRun[];
  /** By run. */
  sure: readonly Sureness[];
}

/** Whether networks know how good they are: how often each is right, and how sure it says to be. */
export function SurenessTable({ runs, sure }: Props) {
  const t = useTranslations('runs.networks');
  const numbers = useNumbers();
  const rows = runs.map((run, index) => ({ run, ...sure[index]! }));
  return (
    <>
      <h3 className="mt-5 mb-1 text-lg">{t('sureTitle')}</h3>
      <p className="mb-2 max-w-prose text-sm text-ink-soft">{t('sureSays')}</p>
      <DataTable
        caption={t('sureTitle')}
        dense
        columns={[
          {
            id: 'run',
            header: t('network'),
            rowHeader: true,
            cell: ({ run }) => (
              <span className="flex items-center gap-2">
                <RunMark id={run.run.id} />
                <span translate="no">{run.label}</span>
              </span>
            ),
          },
          { id: 'right', header: t('right'), align: 'right', cell: ({ right }) => numbers.percent(right) },
          { id: 'sure', header: t('sure'), align: 'right', cell: (row) => numbers.percent(row.sure) },
          {
            id: 'over',
            header: t('over'),
            align: 'right',
            cell: (row) => {
              const points = (row.sure - row.right) * 100;
              return `${points < 0 ? '−' : '+'}${numbers.decimal(Math.abs(points), 1)}`;
            },
          },
        ]}
        rows={rows}
        rowKey={({ run }) => run.run.id}
        className="max-w-3xl border border-line"
      />
    </>
  );
}
