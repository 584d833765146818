'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Card } from '@/client/ui/card';
import { type Column, DataTable, type TableSort } from '@/client/ui/data-table';
import { ProgressBar } from '@/client/ui/progress-bar';
import { Skeleton } from '@/client/ui/skeleton';
import { Stat } from '@/client/ui/stat';
import { PartCard, PartGroup, Stack } from './part';

interface Row {
  name: string;
  accuracy: number;
  steps: number;
}
const ROWS: readonly Row[] = [
  { name: 'Ada', accuracy: 0.913, steps: 940 },
  { name: '花子', accuracy: 0.887, steps: 1_410 },
  { name: 'Maximiliane-Theodora', accuracy: 0.402, steps: 60 },
];

/** Numbers, and the places that are kept for them. */
export function DataParts() {
  const t = useTranslations('parts');
  const [sort, setSort] = useState<TableSort>({ column: 'accuracy', direction: 'descending' });
  const columns: readonly Column<Row>[] = [
    { id: 'name', header: t('student'), cell: ({ name }) => name, rowHeader: true },
    {
      id: 'accuracy',
      header: t('accuracy'),
      cell: ({ accuracy }) => accuracy,
      align: 'right',
      sortable: true,
    },
    { id: 'steps', header: t('steps'), cell: ({ steps }) => steps, align: 'right', sortable: true },
  ];
  const by = sort.column === 'steps' ? 'steps' : 'accuracy';
  const sorted = ROWS.toSorted((a, b) => (sort.direction === 'ascending' ? a[by] - b[by] : b[by] - a[by]));
  const table = { columns, rowKey: ({ name }: Row) => name, sort, onSort: setSort };
  return (
    <PartGroup title={t('data')}>
      <PartCard name="DataTable">
        <Stack>
          <Card flush>
            <DataTable
              caption={t('results')}
              {...table}
              rows={sorted}
              isOwnRow={({ name }) => name === 'Ada'}
            />
          </Card>
          <Card flush>
            <DataTable
              caption={t('results')}
              captionVisible
              dense
              {...table}
              rows={[]}
              empty={t('nothing')}
            />
          </Card>
        </Stack>
      </PartCard>
      <PartCard name="Stat">
        <dl className="flex flex-wrap gap-x-8 gap-y-4">
          <Stat label={t('loss')} value="0.214" size="sm" />
          <Stat label={t('loss')} value="0.214" tone="positive" />
          <Stat label={t('accuracy')} value="91.3" unit="%" tone="ok" size="lg" />
          <Stat label={t('speed')} value="4,120" unit={t('speedUnit')} />
          <Stat label={t('loss')} value="3.9" tone="negative" />
          <Stat label={t('loss')} value="7.1" tone="warn" />
          <Stat label={t('loss')} value="∞" tone="danger" />
          <Stat label={t('accuracy')} value="–" align="right" />
          <Stat label={t('accuracy')} value="91.3" unit="%" size="screen" />
        </dl>
      </PartCard>
      <PartCard name="ProgressBar">
        <Stack>
          <ProgressBar label={t('progress')} value={0} />
          <ProgressBar label={t('progress')} value={0.2} valueText={t('progressText')} />
          <ProgressBar label={t('progress')} value={1} />
          <ProgressBar label={t('progress')} value={null} />
        </Stack>
      </PartCard>
      <PartCard name="Skeleton">
        <Stack>
          <Skeleton className="h-6 w-1/2" />
          <Skeleton />
          <Skeleton className="h-24 w-full" />
        </Stack>
      </PartCard>
      <PartCard name="Card" wide>
        <div className="grid gap-4 sm:grid-cols-2">
          <Card title={t('card')} headingLevel={3}>
            <p>{t('cardText')}</p>
          </Card>
          <Card graphPaper>
            <p>{t('squared')}</p>
          </Card>
        </div>
      </PartCard>
    </PartGroup>
  );
}
