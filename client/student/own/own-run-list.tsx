'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { RunStateBadge } from '@/client/review/run-state-badge';
import { useExperimentWords } from '@/client/review/use-experiment-words';
import { type Column, DataTable } from '@/client/ui/data-table';
import { ownRunPath } from '@/protocol/own-page';
import type { RunResult } from '@/protocol/run-table';

interface Props {
  runs: readonly RunResult[];
  over: boolean;
  token: string;
}

/** A student's runs in one lesson, each with the way to its page. */
export function OwnRunList({ runs, over, token }: Props) {
  const t = useTranslations('review.class');
  const numbers = useNumbers();
  const format = useFormatter();
  const words = useExperimentWords();
  const columns: Column<RunResult>[] = [
    {
      id: 'experiment',
      header: t('experiment'),
      rowHeader: true,
      className: 'min-w-56',
      cell: ({ id, experiment }) => (
        <>
          <Link
            href={ownRunPath(token, id)}
            prefetch={false}
            className="block text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
          >
            {words.network(experiment)}
          </Link>
          <span className="block text-xs font-normal text-ink-soft">{words.training(experiment)}</span>
        </>
      ),
    },
    {
      id: 'accuracy',
      header: t('accuracy'),
      align: 'right',
      cell: ({ accuracy }) => numbers.percent(accuracy.value),
    },
    {
      id: 'verified',
      header: t('verified'),
      align: 'right',
      cell: ({ verifiedAccuracy }) => numbers.percent(verifiedAccuracy),
    },
    {
      id: 'time',
      header: t('time'),
      align: 'right',
      className: 'whitespace-nowrap',
      cell: ({ time }) => numbers.duration(time),
    },
    { id: 'state', header: t('state'), cell: ({ state }) => <RunStateBadge state={state} over={over} /> },
    {
      id: 'started',
      header: t('started'),
      className: 'whitespace-nowrap tabular',
      cell: ({ createdAt }) => format.dateTime(createdAt, 'time'),
    },
  ];
  return (
    <DataTable
      caption={t('runs')}
      columns={columns}
      rows={runs}
      rowKey={({ id }) => id}
      className="rounded-t-none border-t border-line"
    />
  );
}
