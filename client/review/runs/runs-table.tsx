'use client';

import { Columns3, ListFilter } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { ReviewStudent } from '@/client/review/review-data';
import { splitSettings } from '@/client/review/settings';
import { useExperimentWords } from '@/client/review/use-experiment-words';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { DataTable } from '@/client/ui/data-table';
import { Notice } from '@/client/ui/notice';
import { SelectField } from '@/client/ui/select-field';
import { TextField } from '@/client/ui/text-field';
import { type RunTable, readRunTable } from '@/protocol/run-table';
import { ColumnsDialog } from './columns-dialog';
import { CompareBar } from './compare-bar';
import { FilterPanel, type WordCount } from './filter-panel';
import { GroupHead } from './group-head';
import { RunChoices } from './run-choice';
import { type ListedRow, useRunColumns } from './run-columns';
import {
  type ClassRun,
  type FieldId,
  fieldOf,
  GROUP_IDS,
  isFieldId,
  knownFields,
  runRows,
  usualColumns,
} from './run-fields';
import { MOST_PINNED, MOST_SEARCHED, type RunsView } from './runs-view';
import { SameSettings } from './same-settings';
import { foundRuns, sortedRuns, tableRows } from './table-rows';
import { useRunWords } from './use-run-words';
import { useRunsView } from './use-runs-view';

interface Props {
  classId: string;
  runs: RunTable;
  students: readonly ReviewStudent[];
  /** The class has ended. */
  over: boolean;
}

/** CSS pixels: as high as what a finger can press. */
const ROW = 46;
const UNGROUPED = 'none';

/** Every run of a class, to be sorted, filtered, searched, grouped, pinned, and chosen from for comparing. */
export function RunsTable({ classId, runs: given, students, over }: Props) {
  const t = useTranslations('review.class');
  const table = useTranslations('runs.table');
  const common = useTranslations('common');
  const language = useLocale();
  const numbers = useNumbers();
  const experimentWords = useExperimentWords();
  const byId = useMemo(() => new Map(students.map((entry) => [entry.id, entry])), [students]);
  const words = useRunWords(byId);
  const runs = useMemo(() => runRows(readRunTable(given)), [given]);
  const { view, broken, look } = useRunsView(runs);
  const offered = useMemo(() => knownFields(runs), [runs]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [arranging, setArranging] = useState(false);
  const filterCount = Object.keys(view.filters).length;
  const [filtering, setFiltering] = useState(filterCount > 0);

  const { filters, search, pinned: pins, sort, group } = view;
  const found = useMemo(
    () => foundRuns(runs, { filters, search, pinned: pins }, words),
    [runs, filters, search, pins, words],
  );
  const { differing, agreeing } = useMemo(
    () => splitSettings([...found.pinned, ...found.rest].map(({ experiment }) => experiment)),
    [found],
  );
  const shown = useMemo(() => sortedRuns(found, sort, words, language), [found, sort, words, language]);
  const all = useMemo(() => [...shown.pinned, ...shown.rest], [shown]);
  const rows = useMemo(() => tableRows(shown, { group }, folded), [shown, group, folded]);
  const several = all.length > 1;
  const fields = useMemo(
    () => view.columns ?? usualColumns(several ? differing : []),
    [view.columns, several, differing],
  );
  const choose = (ids: readonly string[], isChosen: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const id of ids)
        if (isChosen) after.add(id);
        else after.delete(id);
      return after;
    });
  const pin = (id: string) => {
    const others = view.pinned.filter((other) => other !== id);
    const isPinned = others.length < view.pinned.length;
    look({ pinned: isPinned ? others : [...others, id].slice(-MOST_PINNED) });
  };
  const columns = useRunColumns({ classId, students: byId, words, over, fields, differing });
  const shownIds = useMemo(() => all.map(({ id }) => id), [all]);
  // The same one until a group is another: cells are drawn anew with it.
  const across = useCallback(
    ({ group: head }: ListedRow) => {
      if (head === null) return null;
      const fold = () =>
        setFolded((before) => {
          const others = [...before].filter((one) => one !== head.key);
          return new Set(others.length < before.size ? others : [...before, head.key]);
        });
      return (
        <GroupHead
          group={head}
          name={groupName(head.runs[0]!, group, words, (label, value) =>
            common('labelled', { label, value }),
          )}
          folded={folded.has(head.key)}
          onFold={fold}
        />
      );
    },
    [group, words, folded, common],
  );
  const sortBy = ({ column, direction }: { column: string; direction: 'ascending' | 'descending' }) => {
    if (isFieldId(column)) look({ sort: { column, direction } });
  };
  return (
    <Card
      as="section"
      title={t('runs')}
      flush
      actions={
        <>
          <TextField
            label={<span className="sr-only">{t('search')}</span>}
            type="search"
            placeholder={t('searchHint')}
            value={view.search}
            maxLength={MOST_SEARCHED}
            onChange={(event) => look({ search: event.target.value })}
            className="w-64 gap-0!"
          />
          <SelectField
            label={<span className="sr-only">{table('group')}</span>}
            value={view.group ?? UNGROUPED}
            onChange={(next) => look({ group: GROUP_IDS.find((id) => id === next) ?? null })}
            choices={[
              { value: UNGROUPED, label: table('ungrouped') },
              ...GROUP_IDS.filter((id) => offered.includes(id)).map((id) => ({
                value: id,
                label: table('groupBy', { name: words.name(id) }),
              })),
            ]}
            className="w-52 gap-0!"
          />
          <Button
            icon={<ListFilter aria-hidden="true" />}
            aria-expanded={filtering}
            onClick={() => setFiltering(!filtering)}
          >
            {table('filters', { count: filterCount })}
          </Button>
          <Button icon={<Columns3 aria-hidden="true" />} onClick={() => setArranging(true)}>
            {table('columns')}
          </Button>
        </>
      }
    >
      {broken.length > 0 && (
        <div className="px-4 pb-3 sm:px-5">
          <Notice tone="warn">
            {table('broken', { parts: broken.slice(0, 5).join(', ').slice(0, 100) })}
          </Notice>
        </div>
      )}
      {filtering && (
        <FilterPanel
          offered={offered}
          filters={view.filters}
          onChange={(filters) => look({ filters })}
          nameOf={words.nameWithUnit}
          wordsOf={(id) => wordCounts(runs, id, (run) => words.value(run, id), language)}
        />
      )}
      <CompareBar
        runs={runs}
        chosen={chosen}
        onClear={() => setChosen(new Set())}
        beside={view.beside}
        onLeave={() => look({ beside: [] })}
      />
      {all.length > 1 && (
        <SameSettings agreeing={agreeing} experiment={all[0]!.experiment} words={experimentWords} />
      )}
      <RunChoices value={{ chosen, choose, shown: shownIds, pinned: pins, onPin: pin }}>
        <DataTable
          caption={t('runs')}
          columns={columns}
          rows={rows}
          rowKey={({ run, group }) => run?.id ?? `group ${group!.key}`}
          rowClassName={({ run }) =>
            run !== null && view.pinned.includes(run.id) ? 'bg-accent-soft/40' : undefined
          }
          across={across}
          sort={view.sort}
          onSort={sortBy}
          empty={runs.length === 0 ? t('noRuns') : t('noMatch')}
          rowHeight={ROW}
          className="max-h-[44rem] rounded-none border-t border-line"
        />
      </RunChoices>
      <p className="tabular flex flex-wrap justify-between gap-x-4 border-t border-line px-4 py-2 text-xs text-ink-soft sm:px-5">
        <span>{t('shownOf', { shown: numbers.integer(all.length), all: numbers.integer(runs.length) })}</span>
        {all.some(({ accuracy }) => accuracy.measured === 'training') && (
          <span>{`* ${t('onTraining')}`}</span>
        )}
      </p>
      <ColumnsDialog
        open={arranging}
        onOpenChange={setArranging}
        title={table('columnsTitle')}
        lead={table('columnsLead')}
        offered={offered}
        columns={fields}
        onChange={(next) => look({ columns: next })}
        nameOf={words.name}
      />
    </Card>
  );
}

function groupName(
  run: ClassRun,
  group: RunsView['group'],
  words: Pick<ReturnType<typeof useRunWords>, 'name' | 'value'>,
  labelled: (label: string, value: string) => string,
): string {
  if (group === null) return '';
  return group === 'student' ? words.value(run, group) : labelled(words.name(group), words.value(run, group));
}

/** The words that a field has among the runs, as they are read, with how many runs have each. */
function wordCounts(
  runs: readonly ClassRun[],
  id: FieldId,
  labelOf: (run: ClassRun) => string,
  language: string,
): WordCount[] {
  const counts = new Map<string, WordCount>();
  for (const run of runs) {
    const value = fieldOf(run, id);
    if (value === null) continue;
    const word = String(value);
    const known = counts.get(word);
    counts.set(word, { word, label: known?.label ?? labelOf(run), count: (known?.count ?? 0) + 1 });
  }
  const collator = new Intl.Collator(language, { numeric: true });
  return [...counts.values()].sort((a, b) => collator.compare(a.label, b.label));
}
