'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { type Column, DataTable } from '@/client/ui/data-table';
import { StudentMark } from '@/client/ui/student-mark';
import type { PictureNetwork } from '@/protocol/reveal-views';
import { revealKey, useRevealNames } from './reveal-names';

/** The picture's networks as a table, the most accurate first; folded until it is asked for. */
export function PictureTable({ picture, ownName }: { picture: readonly PictureNetwork[]; ownName?: string }) {
  const t = useTranslations('reveal');
  const numbers = useNumbers();
  const nameOf = useRevealNames(ownName);
  const number = (
    id: string,
    header: string,
    text: (network: PictureNetwork) => string,
  ): Column<PictureNetwork> => ({ id, header, align: 'right', cell: text });
  const columns: Column<PictureNetwork>[] = [
    {
      id: 'student',
      header: t('columns.student'),
      rowHeader: true,
      className: 'w-full max-w-0 min-w-28',
      cell: (network) => (
        <span className="flex min-w-0 items-center gap-2">
          <StudentMark mark={network.mark} className="size-5" />
          <span translate="no" className="truncate">
            {nameOf(network)}
          </span>
        </span>
      ),
    },
    number('accuracy', t('columns.hidden'), ({ accuracy }) => numbers.percent(accuracy, 2)),
    number('weights', t('columns.weights'), ({ weights }) => numbers.integer(weights)),
    number('examples', t('columns.examples'), ({ examples }) => numbers.integer(examples)),
    number('front', t('columns.front'), ({ front }) => t(front ? 'picture.yes' : 'picture.no')),
  ];
  return (
    <details>
      <summary className="cursor-pointer text-sm font-semibold">{t('picture.table')}</summary>
      <DataTable
        caption={t('phases.picture')}
        columns={columns}
        rows={picture.toSorted((a, b) => b.accuracy - a.accuracy)}
        rowKey={revealKey}
        isOwnRow={({ own }) => own === true}
        dense
        className="mt-2 max-h-80"
      />
    </details>
  );
}
