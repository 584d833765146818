'use client';

import { useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useElementWidth } from '@/client/charts/use-element-width';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import type { Elements } from '@/client/ui/elements';
import { EmptyState } from '@/client/ui/empty-state';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { SelectField } from '@/client/ui/select-field';
import { TextField } from '@/client/ui/text-field';
import { Toggle } from '@/client/ui/toggle';
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
import { groupsOf, type Need } from './triage';
import { useCalmOrder } from './use-calm-order';
import { useSettling } from './use-settling';

interface Props {
  students: readonly RosterEntry[];
  standings: readonly StudentStanding[];
  summary: ClassSummary;
  /** Rows of the board by student, in a lesson with a challenge that rules check; null where a training is watched. */
  results: ReadonlyMap<string, BoardRow> | null;
  kind: BoardKind;
  /** Those who are shown; null: everybody. */
  only: ReadonlySet<string> | null;
  /** The way to another look of the students. */
  looks: Elements;
  onOpen(studentId: string): void;
}

const LEAST_CARD = 214;
const GAP = 12;
const CARD_INSET = 26;

const SORT_KEYS = { trouble: 'byTrouble', accuracy: 'byAccuracy', name: 'byName' } as const;

const WELL: Need = { kind: 'well', since: null, finding: null };

/** Everybody's card. The browser skips those out of sight (`content-visibility`), so a large class stays smooth. */
export function StudentGrid({ students, standings, summary, results, kind, only, looks, onOpen }: Props) {
  const t = useTranslations('console.grid');
  const challenge = useTranslations('challenge');
  const activityText = useTranslations('console.activity');
  const needText = useTranslations('console.need');
  const numbers = useNumbers();
  const language = useLocale();
  const [sort, setSort] = useState<StudentSort>('trouble');
  const [filter, setFilter] = useState<StudentFilter>('all');
  const [search, setSearch] = useState('');
  const [grouped, setGrouped] = useState(false);
  const [ref, width] = useElementWidth<HTMLUListElement>();
  const columns = Math.max(1, Math.floor((width + GAP) / (LEAST_CARD + GAP)));
  const curveWidth = Math.max(0, Math.floor((width - GAP * (columns - 1)) / columns) - CARD_INSET);

  const wanted = useMemo(
    () => orderStudents(standings, { sort, filter, search, only }, language),
    [standings, sort, filter, search, only, language],
  );
  const { order, hold } = useCalmOrder(wanted, `${sort} ${filter} ${search} ${only ? [...only].join() : ''}`);
  useSettling(ref, order);
  const byId = useMemo(() => new Map(students.map((student) => [student.id, student])), [students]);
  const needs = useMemo(() => new Map(standings.map(({ id, need }) => [id, need])), [standings]);
  // Cards stand still for some seconds: a card whose need has changed meanwhile must not open a second group.
  const groups = sort === 'trouble' && grouped ? groupsOf(order, needs) : null;

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
          {looks}
          <TextField
            label={<span className="sr-only">{t('search')}</span>}
            placeholder={t('search')}
            type="search"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            className="w-40 gap-0!"
          />
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
          {sort === 'trouble' && <Toggle label={t('group')} checked={grouped} onChange={setGrouped} />}
        </div>
      </div>
      <ul
        ref={ref}
        {...hold}
        className="grid gap-3"
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      >
        {(groups ? groups.flatMap(([kind, ids]) => [kind, ...ids]) : order).map((id) => {
          const student = byId.get(id);
          if (student) {
            const need = needs.get(id) ?? WELL;
            return (
              <li key={id} data-settle={id} className="min-w-0">
                {results === null ? (
                  <StudentCard student={student} need={need} curveWidth={curveWidth} onOpen={onOpen} />
                ) : (
                  <ResultCard
                    student={student}
                    need={need}
                    row={results.get(id) ?? null}
                    kind={kind}
                    onOpen={onOpen}
                  />
                )}
              </li>
            );
          }
          const group = groups?.find(([kind]) => kind === id);
          return (
            group && (
              <li key={id} className="col-span-full -mb-1 pt-1">
                <h3 className="font-sans text-sm font-semibold tracking-normal" data-testid="need-group">
                  {t('needs', { need: needText(group[0]), count: numbers.integer(group[1].length) })}
                </h3>
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
