'use client';

import { useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useElementWidth } from '@/client/charts/use-element-width';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import { EmptyState } from '@/client/ui/empty-state';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { SelectField } from '@/client/ui/select-field';
import type { BoardKind, BoardRow, RosterEntry } from '@/protocol/views';
import { ACTIVITY_ORDER } from './activity-look';
import type { ClassSummary } from './class-summary';
import { ResultCard } from './result-card';
import { StudentCard } from './student-card';
import {
  orderStudents,
  STUDENT_SORTS,
  type StudentFilter,
  type StudentSort,
  type StudentStanding,
} from './student-order';
import { useCalmOrder } from './use-calm-order';
import { useSettling } from './use-settling';

interface Props {
  students: readonly RosterEntry[];
  standings: readonly StudentStanding[];
  summary: ClassSummary;
  /** Rows of the board by student, in a lesson with a challenge that rules check; null where a training is watched. */
  results: ReadonlyMap<string, BoardRow> | null;
  kind: BoardKind;
  onOpen(studentId: string): void;
}

const LEAST_CARD = 214;
const GAP = 12;
const CARD_INSET = 26;

const SORT_KEYS = { trouble: 'byTrouble', accuracy: 'byAccuracy', name: 'byName' } as const;

/** Everybody's card. The browser skips those out of sight (`content-visibility`), so a large class stays smooth. */
export function StudentGrid({ students, standings, summary, results, kind, onOpen }: Props) {
  const t = useTranslations('console.grid');
  const challenge = useTranslations('challenge');
  const activityText = useTranslations('console.activity');
  const numbers = useNumbers();
  const language = useLocale();
  const [sort, setSort] = useState<StudentSort>('trouble');
  const [filter, setFilter] = useState<StudentFilter>('all');
  const [ref, width] = useElementWidth<HTMLUListElement>();
  const columns = Math.max(1, Math.floor((width + GAP) / (LEAST_CARD + GAP)));
  const curveWidth = Math.max(0, Math.floor((width - GAP * (columns - 1)) / columns) - CARD_INSET);

  const wanted = useMemo(
    () => orderStudents(standings, sort, filter, language),
    [standings, sort, filter, language],
  );
  const { order, hold } = useCalmOrder(wanted, `${sort} ${filter}`);
  useSettling(ref, order);
  const byId = useMemo(() => new Map(students.map((student) => [student.id, student])), [students]);

  const filters = [
    { value: 'all' as StudentFilter, label: t('all', { count: numbers.integer(summary.students) }) },
    ...ACTIVITY_ORDER.map((activity) => ({
      value: activity as StudentFilter,
      label: t('state', { state: activityText(activity), count: numbers.integer(summary.counts[activity]) }),
      disabled: summary.counts[activity] === 0 && filter !== activity,
    })),
  ];

  return (
    <section aria-labelledby="students-title" className="min-w-0">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <h2 id="students-title" className="text-lg">
          {t('title')}
        </h2>
        <div className="flex flex-wrap items-end gap-3">
          <SegmentedControl
            label={t('sort')}
            value={sort}
            onChange={setSort}
            segments={STUDENT_SORTS.map((value) => ({
              value,
              label: value === 'accuracy' && results !== null ? challenge('result') : t(SORT_KEYS[value]),
            }))}
          />
          <SelectField
            label={<span className="sr-only">{t('filter')}</span>}
            value={filter}
            onChange={setFilter}
            choices={filters}
            className="w-44 gap-0!"
          />
        </div>
      </div>
      <ul
        ref={ref}
        {...hold}
        className="grid gap-3"
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      >
        {order.map((id) => {
          const student = byId.get(id);
          return (
            student && (
              <li key={id} data-settle={id} className="min-w-0">
                {results === null ? (
                  <StudentCard student={student} curveWidth={curveWidth} onOpen={onOpen} />
                ) : (
                  <ResultCard student={student} row={results.get(id) ?? null} kind={kind} onOpen={onOpen} />
                )}
              </li>
            )
          );
        })}
      </ul>
      {students.length === 0 ? (
        <EmptyState title={t('nobody')}>{t('nobodyText')}</EmptyState>
      ) : (
        order.length === 0 && (
          <EmptyState
            title={t('none')}
            action={<Button onClick={() => setFilter('all')}>{t('showAll')}</Button>}
          />
        )
      )}
    </section>
  );
}
