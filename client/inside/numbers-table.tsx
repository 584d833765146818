'use client';

import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { DataTable } from '@/client/ui/data-table';
import { floatText } from './float-text';

interface NumberColumn {
  id: string;
  header: string;
  /** A text, or a number that is written as the computer keeps it. */
  cell?: (row: number) => string;
  number?: (row: number) => number;
}

interface Props {
  /** What there is a row for, by its index. */
  rows: readonly number[];
  columns: readonly NumberColumn[];
  /** Said below the rows. */
  note?: string | undefined;
}

/** The numbers of a picture as a table, on request. */
export function NumbersTable({ rows, columns, note }: Props) {
  const t = useTranslations('inside.table');
  const [open, setOpen] = useState(false);
  const shown = useMemo(
    () =>
      columns.map(({ id, header, cell, number }, index) => ({
        id,
        header,
        rowHeader: index === 0,
        align: number ? ('right' as const) : ('left' as const),
        cell: (row: number) => (number ? floatText(number(row)) : cell!(row)),
      })),
    [columns],
  );
  return (
    <details className="group" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit cursor-pointer py-1.5 text-sm font-semibold underline underline-offset-4">
        {t('show')}
      </summary>
      {open && (
        <div className="mt-1 max-w-2xl rounded-md border border-line">
          <DataTable
            dense
            caption={t('caption')}
            columns={shown}
            rows={rows}
            rowKey={String}
            className="max-h-80"
          />
        </div>
      )}
      {open && note !== undefined && <p className="mt-1.5 text-sm text-ink-soft">{note}</p>}
    </details>
  );
}
