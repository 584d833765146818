'use client';

import { Pin, PinOff } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { ReviewStudent } from '@/client/review/review-data';
import { RunMark } from '@/client/review/run-mark';
import { RunStateBadge } from '@/client/review/run-state-badge';
import { Checkbox } from '@/client/ui/checkbox';
import type { Column } from '@/client/ui/data-table';
import { IconButton } from '@/client/ui/icon-button';
import { StudentMark } from '@/client/ui/student-mark';
import type { RunGroup } from './group-runs';
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
  differing: ReadonlySet<FieldId>;
  chosen: ReadonlySet<string>;
  choose(ids: readonly string[], isChosen: boolean): void;
  /** Ids of all runs that are shown. */
  shown: readonly string[];
  pinned: ReadonlySet<string>;
  onPin(id: string): void;
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

/** The table's columns: those of every run, then a column a field. */
export function useRunColumns(parts: Parts): Column<ListedRow>[] {
  const { classId, students, words, over, fields, differing } = parts;
  const { chosen, choose, shown, pinned, onPin } = parts;
  const t = useTranslations('review.class');
  const table = useTranslations('runs.table');
  const named = (run: ClassRun) => ({ name: words.value(run, 'student'), time: words.value(run, 'started') });
  const column = (id: FieldId): Column<ClassRun> => ({
    id,
    header: <span className="truncate">{words.name(id)}</span>,
    sortable: true,
    align: isNumberField(id) ? 'right' : 'left',
    width: WIDTHS[id] ?? 8.5,
    ...(isSetting(id) && differing.has(id) ? { className: 'bg-accent-soft/60' } : {}),
    cell: (run) => cellOf(run, id),
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
  const first: Column<ClassRun>[] = [
    {
      id: 'chosen',
      header: (
        <Checkbox
          label={t('chooseAll')}
          labelHidden
          checked={shown.length > 0 && shown.every((id) => chosen.has(id))}
          onChange={(all) => choose(shown, all)}
        />
      ),
      width: 3.5,
      cell: (run) => (
        <Checkbox
          label={t('choose', named(run))}
          labelHidden
          checked={chosen.has(run.id)}
          onChange={(isChosen) => choose([run.id], isChosen)}
        />
      ),
    },
    {
      id: 'run',
      header: table('run'),
      rowHeader: true,
      width: 8.5,
      cell: (run) => {
        const isPinned = pinned.has(run.id);
        return (
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
            <IconButton
              size="sm"
              label={table(isPinned ? 'unpin' : 'pin', named(run))}
              aria-pressed={isPinned}
              icon={isPinned ? <PinOff aria-hidden="true" /> : <Pin aria-hidden="true" />}
              onClick={() => onPin(run.id)}
              className={
                isPinned
                  ? ''
                  : 'opacity-0 group-hover/row:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100'
              }
            />
          </span>
        );
      },
    },
  ];
  return [...first, ...fields.map(column)].map(
    ({ cell, ...rest }): Column<ListedRow> => ({
      ...rest,
      cell: ({ run }, index) => (run === null ? null : cell(run, index)),
    }),
  );
}
