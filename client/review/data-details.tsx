'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type Column, DataTable } from '@/client/ui/data-table';

interface Props<Row> {
  /** Names the table. */
  caption: string;
  columns: readonly Column<Row>[];
  /** Asked for once it is opened: a picture may have thousands. */
  rows(): readonly Row[];
  rowKey(row: Row): string;
}

/** What a picture is drawn of, as a table that is opened below it. */
export function DataDetails<Row>({ caption, columns, rows, rowKey }: Props<Row>) {
  const t = useTranslations('review.curves');
  const [open, setOpen] = useState(false);
  return (
    <details className="mt-3 text-sm" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="cursor-pointer font-semibold">{t('data')}</summary>
      {open && (
        <DataTable
          caption={caption}
          columns={columns}
          rows={rows()}
          rowKey={rowKey}
          rowHeight={36}
          className="mt-2 max-h-80 border border-line bg-surface-raised"
        />
      )}
    </details>
  );
}
