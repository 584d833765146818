'use client';

import Link from 'next/link';
import { useMemo, useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { useShownWords } from '@/client/challenge/use-shown-words';
import { useNumbers } from '@/client/i18n/use-numbers';
import { type Column, DataTable, type TableSort } from '@/client/ui/data-table';
import { StudentMark } from '@/client/ui/student-mark';
import type { Book, BookLesson, BookRecord, BookStudent } from './group-book';
import { sortRows } from './sort-rows';

/** Students by lessons: what each reached, how much they trained, what they guessed. */
export function BookTable({ book }: { book: Book }) {
  const t = useTranslations('review.book');
  const language = useLocale();
  const [sort, setSort] = useState<TableSort>({ column: 'student', direction: 'ascending' });
  const columns = useBookColumns(book);
  const keys: Record<string, (row: BookStudent) => string | number | null> = {
    student: ({ nickname }) => nickname,
    total: ({ time }) => time,
  };
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={sortRows(book.students, keys[sort.column]!, sort.direction, language)}
      rowKey={({ id }) => id}
      sort={sort}
      onSort={setSort}
      className="max-h-[44rem]"
    />
  );
}

/** The same ones until the book changes, so that sorting moves rows and draws none of them anew. */
function useBookColumns(book: Book): Column<BookStudent>[] {
  const t = useTranslations('review.book');
  const numbers = useNumbers();
  return useMemo(
    (): Column<BookStudent>[] => [
      {
        id: 'student',
        header: t('student'),
        rowHeader: true,
        sortable: true,
        // The head of the column stands above the heads of the rows.
        className:
          'sticky left-0 z-1 max-w-40 min-w-32 bg-surface-raised sm:max-w-56 [&:is(thead_*)]:z-2 border-r border-line',
        cell: (student) => <StudentCell student={student} />,
      },
      ...book.lessons.map(
        (lesson): Column<BookStudent> => ({
          id: lesson.id,
          header: <LessonHead lesson={lesson} />,
          className: 'min-w-36 align-top',
          cell: ({ records }) => <RecordCell record={records[lesson.id]} />,
        }),
      ),
      {
        id: 'total',
        header: t('total'),
        sortable: true,
        align: 'right',
        className: 'whitespace-nowrap align-top',
        cell: ({ runs, time }) => (
          <>
            <span className="block">{runs === 0 ? '–' : numbers.duration(time)}</span>
            <span className="block text-xs text-ink-soft">{t('runs', { count: runs })}</span>
          </>
        ),
      },
    ],
    [book, t, numbers],
  );
}

function StudentCell({ student: { nickname, mark, membership } }: { student: BookStudent }) {
  const t = useTranslations('review.book');
  const gone = membership === 'removed' || membership === 'banned' || membership === 'left';
  return (
    <span className="flex min-w-0 items-center gap-2" title={nickname}>
      <StudentMark mark={mark} className="size-5 shrink-0" />
      <span className="min-w-0">
        <span translate="no" className="block truncate">
          {nickname}
        </span>
        {gone && <span className="block text-xs font-normal text-ink-soft">{t('gone')}</span>}
      </span>
    </span>
  );
}

function LessonHead({ lesson: { id, title, at, running } }: { lesson: BookLesson }) {
  const t = useTranslations('review.book');
  const unknown = useTranslations('review.unknown');
  const format = useFormatter();
  return (
    <span className="block max-w-44 whitespace-normal">
      <Link
        href={`/review/${id}`}
        prefetch={false}
        className="text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
      >
        {title ?? unknown('lesson')}
      </Link>
      <span className="tabular block font-normal">
        {running ? t('running') : format.dateTime(at, 'moment')}
      </span>
    </span>
  );
}

function RecordCell({ record }: { record: BookRecord | undefined }) {
  const t = useTranslations('review.book');
  const numbers = useNumbers();
  const words = useShownWords();
  if (!record) {
    return (
      <span className="text-ink-soft">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{t('absent')}</span>
      </span>
    );
  }
  const { best, runs, time, guesses } = record;
  const more = [
    ...(runs > 0 ? [t('runs', { count: runs }), numbers.duration(time)] : []),
    ...(guesses.made > 0 ? [t('guesses', { right: guesses.right, count: guesses.made })] : []),
  ];
  return (
    <>
      <span className={best?.checked ? 'tabular block font-semibold' : 'tabular block text-ink-soft'}>
        <span>{best === null ? t('came') : words(best.shown)}</span>
        {best !== null && !best.checked && <span className="sr-only">{`, ${t('unchecked')}`}</span>}
      </span>
      {more.length > 0 && <span className="tabular block text-xs text-ink-soft">{more.join(' · ')}</span>}
    </>
  );
}
