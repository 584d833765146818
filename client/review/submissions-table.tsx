'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Card } from '@/client/ui/card';
import { type Column, DataTable } from '@/client/ui/data-table';
import type { ReviewSubmission } from './review-data';

/** What the server measured each time this run was handed in. */
export function SubmissionsTable({ submissions }: { submissions: readonly ReviewSubmission[] }) {
  const t = useTranslations('review.run');
  const numbers = useNumbers();
  const format = useFormatter();
  const columns: Column<ReviewSubmission>[] = [
    {
      id: 'when',
      header: t('when'),
      rowHeader: true,
      cell: (row) => format.dateTime(row.submittedAt, 'moment'),
    },
    {
      id: 'public',
      header: t('publicAccuracy'),
      align: 'right',
      cell: (row) => numbers.percent(row.publicAccuracy),
    },
    {
      id: 'private',
      header: t('privateAccuracy'),
      align: 'right',
      cell: (row) => (row.privateAccuracy === null ? t('hidden') : numbers.percent(row.privateAccuracy)),
    },
  ];
  return (
    <Card as="section" title={t('submissions')} flush>
      <DataTable
        caption={t('submissions')}
        columns={columns}
        rows={submissions}
        rowKey={(row) => row.id}
        empty={t('noSubmissions')}
        dense
        className="rounded-t-none border-t border-line"
      />
    </Card>
  );
}
