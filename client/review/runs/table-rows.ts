import { sortRows } from '@/client/review/sort-rows';
import { passes } from './filters';
import { groupRuns } from './group-runs';
import type { ListedRow } from './run-columns';
import { type ClassRun, fieldOf, isNumberField } from './run-fields';
import { hasWords, type RunsView } from './runs-view';
import type { RunWords } from './use-run-words';

/** Runs of a view, those that are pinned first. */
interface FoundRuns {
  pinned: readonly ClassRun[];
  rest: readonly ClassRun[];
}

/** The runs that a view shows, in no order; those that are pinned whatever is filtered. */
export function foundRuns(
  runs: readonly ClassRun[],
  { filters, search, pinned }: Pick<RunsView, 'filters' | 'search' | 'pinned'>,
  words: Pick<RunWords, 'searched'>,
): FoundRuns {
  const isPinned = (run: ClassRun) => pinned.includes(run.id);
  const searches = search.trim() !== '';
  return {
    pinned: runs.filter(isPinned),
    rest: runs.filter(
      (run) => !isPinned(run) && passes(run, filters) && (!searches || hasWords(words.searched(run), search)),
    ),
  };
}

/** The same in the order that is wanted. */
export function sortedRuns(
  { pinned, rest }: FoundRuns,
  { column, direction }: RunsView['sort'],
  words: Pick<RunWords, 'value'>,
  language: string,
): FoundRuns {
  const key = (run: ClassRun) => {
    if (column === 'started') return run.createdAt;
    const value = fieldOf(run, column);
    return value === null || isNumberField(column) ? value : words.value(run, column);
  };
  const sorted = (some: readonly ClassRun[]) => sortRows(some, key, direction, language);
  return { pinned: sorted(pinned), rest: sorted(rest) };
}

/** The rows of the table: pinned runs, then the others, by groups where that is wanted; of folded groups the head alone. */
export function tableRows(
  { pinned, rest }: FoundRuns,
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
