'use client';

import Link from 'next/link';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ReviewStudent } from '@/client/review/review-data';
import { RunMark } from '@/client/review/run-mark';
import { RunStateBadge } from '@/client/review/run-state-badge';
import type { Column } from '@/client/ui/data-table';
import { StudentMark } from '@/client/ui/student-mark';
import type { RunGroup } from './group-runs';
import { ChooseAll, ChooseRun, PinRun } from './run-choice';
import { type ClassRun, type FieldId, isNumberField, isSetting } from './run-fields';
import type { RunWords } from './use-run-words';

/** A row of the table: a run, or the head of a group. */
export type ListedRow = { run: ClassRun; group: null } | { run: null; group: RunGroup };

interface Parts {
  classId: string;
  students: ReadonlyMap<string, ReviewStudent>;
  words: RunWords;
  over: boolean;
  fields: readonly FieldId[];
  /** Settings that stand out: those in which the runs differ. */
  differing: readonly FieldId[];
}

const WIDTHS: Partial<Record<FieldId, number>> = {
  student: 9.5,
  dataset: 12,
  network: 11,
  activation: 7.5,
  optimizer: 7.5,
  learningRate: 8,
  seed: 6,
  accuracy: 8,
  verified: 6.5,
  time: 7,
  steps: 5.5,
  backend: 6.5,
  state: 8,
  started: 6,
};

/** The table's columns: those of every run, then a column a field. The same ones as long as what they are made of is the same. */
export function useRunColumns({
  classId,
  students,
  words,
  over,
  fields,
  differing,
}: Parts): Column<ListedRow>[] {
  const t = useTranslations('review.class');
  const table = useTranslations('runs.table');
  return useMemo(() => {
    const named = (run: ClassRun) => ({
      id: run.id,
      name: words.value(run, 'student'),
      time: words.value(run, 'started'),
    });
    const cellOf = (run: ClassRun, id: FieldId) => {
      const text = words.value(run, id);
      if (id === 'state') return <RunStateBadge state={run.state} over={over} />;
      if (id === 'backend') return <span translate="no">{text}</span>;
      if (id === 'accuracy' && run.accuracy.measured === 'training')
        return (
          <>
            <span>{text}</span>
            <abbr title={t('onTraining')} className="ml-0.5 text-ink-soft no-underline">
              *
            </abbr>
          </>
        );
      if (id !== 'student') return <span title={text}>{text}</span>;
      const student = students.get(run.studentId);
      return (
        <span className="flex min-w-0 items-center gap-2" title={text}>
          {student && <StudentMark mark={student.mark} className="size-5" />}
          <span translate="no" className="truncate">
            {text}
          </span>
        </span>
      );
    };
    const column = (id: FieldId): Column<ClassRun> => ({
      id,
      header: <span className="truncate">{words.name(id)}</span>,
      sortable: true,
      align: isNumberField(id) ? 'right' : 'left',
      width: WIDTHS[id] ?? 8.5,
      ...(isSetting(id) && differing.includes(id) ? { className: 'bg-accent-soft/60' } : {}),
      cell: (run) => cellOf(run, id),
    });
    const first: Column<ClassRun>[] = [
      { id: 'chosen', header: <ChooseAll />, width: 3.5, cell: (run) => <ChooseRun {...named(run)} /> },
      {
        id: 'run',
        header: table('run'),
        rowHeader: true,
        width: 8.5,
        cell: (run) => (
          <span className="flex items-center gap-2">
            <RunMark id={run.id} />
            <Link
              href={`/review/${classId}/runs/${run.id}`}
              prefetch={false}
              className="text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
            >
              <span aria-hidden="true">{table('number', { number: run.number })}</span>
              <span className="sr-only">{t('open', named(run))}</span>
            </Link>
            <PinRun {...named(run)} />
          </span>
        ),
      },
    ];
    return [...first, ...fields.map(column)].map(
      ({ cell, ...rest }): Column<ListedRow> => ({
        ...rest,
        cell: ({ run }) => (run === null ? null : cell(run)),
      }),
    );
  }, [classId, students, words, over, fields, differing, t, table]);
}
