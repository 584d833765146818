'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { ReviewStudent } from '@/client/review/review-data';
import { RunStateBadge } from '@/client/review/run-state-badge';
import { useExperimentWords } from '@/client/review/use-experiment-words';
import { Card } from '@/client/ui/card';
import { type Column, DataTable } from '@/client/ui/data-table';
import { StudentMark } from '@/client/ui/student-mark';
import { type RunResult, type RunTable, readRunTable } from '@/protocol/run-table';

interface Props {
  runs: RunTable;
  students: readonly ReviewStudent[];
}

/** Every training of a class that is shared: whose by its mark, with what, and how far it came. */
export function SharedRuns({ runs: packed, students }: Props) {
  const runs = useMemo(() => readRunTable(packed), [packed]);
  const t = useTranslations('review.class');
  const shared = useTranslations('review.shared');
  const numbers = useNumbers();
  const words = useExperimentWords();
  const byId = new Map(students.map((student) => [student.id, student]));
  const columns: Column<RunResult>[] = [
    {
      id: 'student',
      header: t('student'),
      rowHeader: true,
      className: 'max-w-56 min-w-36',
      cell: ({ studentId }) => {
        const student = byId.get(studentId);
        return (
          <span className="flex min-w-0 items-center gap-2">
            {student && <StudentMark mark={student.mark} className="size-5" />}
            <span translate="no" className="truncate">
              {student?.nickname}
            </span>
          </span>
        );
      },
    },
    {
      id: 'settings',
      header: shared('settings'),
      cell: ({ experiment }) => words.whole(experiment),
    },
    {
      id: 'steps',
      header: shared('steps'),
      align: 'right',
      cell: ({ steps }) => numbers.integer(steps),
    },
    {
      id: 'accuracy',
      header: shared('accuracy'),
      align: 'right',
      cell: ({ accuracy }) => numbers.percent(accuracy.value),
    },
    {
      id: 'verified',
      header: t('verified'),
      align: 'right',
      cell: ({ verifiedAccuracy }) => numbers.percent(verifiedAccuracy),
    },
    { id: 'state', header: shared('state'), cell: ({ state }) => <RunStateBadge state={state} over /> },
  ];
  return (
    <Card as="section" title={t('runs')} flush>
      <DataTable
        caption={t('runs')}
        columns={columns}
        rows={runs}
        rowKey={({ id }) => id}
        empty={shared('noRuns')}
        dense
        className="max-h-[40rem] rounded-t-none border-t border-line"
      />
    </Card>
  );
}
