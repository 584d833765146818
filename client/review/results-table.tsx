'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useShownWords } from '@/client/challenge/use-shown-words';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Card } from '@/client/ui/card';
import { type Column, DataTable } from '@/client/ui/data-table';
import { StudentMark } from '@/client/ui/student-mark';
import type { ReviewResults, ReviewStudent, ReviewStudentResults } from './review-data';

interface Props {
  results: ReviewResults;
  students: readonly ReviewStudent[];
}

/** Each student's best in every part of the lesson's challenge, as the server checked it. */
export function ResultsTable({ results, students }: Props) {
  const t = useTranslations('challenge');
  const unknown = useTranslations('review.unknown');
  const numbers = useNumbers();
  const words = useShownWords();
  const byId = new Map(students.map((student) => [student.id, student]));
  // Parts are named where this page knows their names; a newer challenge's part stands as it is called.
  const partName = (part: string) =>
    t.has(`part.${part}` as 'part.all') ? t(`part.${part}` as 'part.all') : part;
  const columns: Column<ReviewStudentResults>[] = [
    {
      id: 'student',
      header: t('student'),
      rowHeader: true,
      className: 'max-w-56 min-w-36',
      cell: ({ studentId }) => {
        const student = byId.get(studentId);
        const name = student?.nickname ?? unknown('student');
        return (
          <span className="flex min-w-0 items-center gap-2" title={name}>
            {student && <StudentMark mark={student.mark} className="size-5" />}
            <span translate="no" className="truncate">
              {name}
            </span>
          </span>
        );
      },
    },
    ...results.parts.map((part) => ({
      id: `part-${part}`,
      header: partName(part),
      align: 'right' as const,
      className: 'whitespace-nowrap',
      cell: ({ best }: ReviewStudentResults) => {
        const result = best[part];
        if (!result) return '–';
        return (
          <span className={result.reached ? 'font-semibold' : 'text-ink-soft'}>
            {result.reached && <Check aria-hidden="true" className="mr-1 inline size-4 text-ok" />}
            <span>{words(result.shown)}</span>
            <span className="sr-only">{` (${t(result.reached ? 'partReached' : 'partOpen')})`}</span>
          </span>
        );
      },
    })),
    { id: 'tries', header: t('tries'), align: 'right', cell: ({ tries }) => numbers.integer(tries) },
    {
      id: 'points',
      header: t('points'),
      align: 'right',
      className: 'font-semibold',
      cell: ({ total }) => numbers.decimal(total * 100, 1),
    },
  ];
  return (
    <Card as="section" title={t('results')} flush data-testid="results">
      <DataTable
        caption={t('results')}
        columns={columns}
        rows={results.rows}
        rowKey={({ studentId }) => studentId}
        empty={t('noResults')}
        className="max-h-[44rem] rounded-t-none border-t border-line"
      />
    </Card>
  );
}
