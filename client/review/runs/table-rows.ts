import { sortRows } from '@/client/review/sort-rows';
import { passes } from './filters';
import { groupRuns } from './group-runs';
import type { ListedRow } from './run-columns';
import { type ClassRun, fieldOf, isNumberField } from './run-fields';
import { hasWords, type RunsView } from './runs-view';
import type { RunWords } from './use-run-words';

/** The runs that a view shows, in its order; those that are pinned come first, whatever is filtered. */
export function shownRuns(
  runs: readonly ClassRun[],
  view: RunsView,
  words: Pick<RunWords, 'value' | 'searched'>,
  language: string,
): { pinned: ClassRun[]; rest: ClassRun[] } {
  const { column, direction } = view.sort;
  const key = (run: ClassRun) => {
    if (column === 'started') return run.createdAt;
    const value = fieldOf(run, column);
    return value === null || isNumberField(column) ? value : words.value(run, column);
  };
  const isPinned = (run: ClassRun) => view.pinned.includes(run.id);
  const searches = view.search.trim() !== '';
  const rest = runs.filter(
    (run) =>
      !isPinned(run) &&
      passes(run, view.filters) &&
      (!searches || hasWords(words.searched(run), view.search)),
  );
  const sorted = (some: readonly ClassRun[]) => sortRows(some, key, direction, language);
  return { pinned: sorted(runs.filter(isPinned)), rest: sorted(rest) };
}

/** The rows of the table: pinned runs, then the others, by groups where that is wanted; of folded groups the head alone. */
export function tableRows(
  { pinned, rest }: { pinned: readonly ClassRun[]; rest: readonly ClassRun[] },
  view: Pick<RunsView, 'group'>,
  folded: ReadonlySet<string>,
): ListedRow[] {
  const row = (run: ClassRun): ListedRow => ({ run, group: null });
  if (view.group === null) return [...pinned, ...rest].map(row);
  return [
    ...pinned.map(row),
    ...groupRuns(rest, view.group).flatMap((group): ListedRow[] => [
      { run: null, group },
      ...(folded.has(group.key) ? [] : group.runs.map(row)),
    ]),
  ];
}
