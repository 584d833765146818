'use client';

import { useTranslations } from 'use-intl';
import { RunMark } from '@/client/review/run-mark';
import { type ClassRun, type FieldId, isNumberField } from '@/client/review/runs/run-fields';
import type { RunWords } from '@/client/review/runs/use-run-words';
import { DataTable } from '@/client/ui/data-table';

interface Props {
  caption: string;
  runs: readonly ClassRun[];
  fields: readonly FieldId[];
  words: RunWords;
}

/** The runs of a picture as a table. */
export function RunsData({ caption, runs, fields, words }: Props) {
  const t = useTranslations('pictures');
  const name = (run: ClassRun) => t('runOf', { name: words.value(run, 'student'), number: run.number });
  return (
    <details className="mt-3 text-sm">
      <summary className="cursor-pointer font-semibold">{t('data')}</summary>
      <DataTable
        caption={caption}
        columns={[
          {
            id: 'run',
            header: t('run'),
            rowHeader: true,
            width: 12,
            cell: (run) => (
              <span className="flex items-center gap-2">
                <RunMark id={run.id} />
                <span translate="no" className="truncate">
                  {name(run)}
                </span>
              </span>
            ),
          },
          ...fields
            .filter((id) => id !== 'student')
            .map((id) => ({
              id,
              header: words.name(id),
              width: 9,
              align: isNumberField(id) ? ('right' as const) : ('left' as const),
              cell: (run: ClassRun) => words.value(run, id),
            })),
        ]}
        rows={runs}
        rowKey={({ id }) => id}
        rowHeight={36}
        className="mt-2 max-h-80 border border-line"
      />
    </details>
  );
}
