import type { TableSort } from '@/client/ui/data-table';

/** How the table of runs is looked at; it stands in the page's address, so that a link shows the same. */
export interface RunsView {
  sort: TableSort;
  /** A student's id; null: everybody. */
  student: string | null;
  /** Words that each row that is shown has in it. */
  search: string;
}

export const FIRST_VIEW: RunsView = {
  sort: { column: 'started', direction: 'descending' },
  student: null,
  search: '',
};

/** Characters of a search: more than anybody types. */
const MOST_SEARCHED = 100;

/**
 * The view that an address asks for. What it asks for that there is not, such as a column of another version or a student who was
 * deleted, is as it is at first.
 */
export function viewOfAddress(
  address: { get(name: string): string | null },
  columns: readonly string[],
  students: readonly string[],
): RunsView {
  const column = address.get('sort');
  const student = address.get('student');
  return {
    sort:
      column !== null && columns.includes(column)
        ? { column, direction: address.get('order') === 'up' ? 'ascending' : 'descending' }
        : FIRST_VIEW.sort,
    student: student !== null && students.includes(student) ? student : null,
    search: (address.get('search') ?? '').slice(0, MOST_SEARCHED),
  };
}

/** What stands in the address after `?`; empty where the view is as it is at first. */
export function addressOfView({ sort, student, search }: RunsView): string {
  const address = new URLSearchParams();
  const { column, direction } = FIRST_VIEW.sort;
  if (sort.column !== column || sort.direction !== direction) {
    address.set('sort', sort.column);
    if (sort.direction === 'ascending') address.set('order', 'up');
  }
  if (student !== null) address.set('student', student);
  if (search.trim() !== '') address.set('search', search.trim());
  return address.toString();
}

/** Whether a text has every word that is searched in it, in whatever order and case; wide and narrow letters are the same. */
export function hasWords(text: string, search: string): boolean {
  const plain = (one: string) => one.normalize('NFKC').toLocaleLowerCase();
  const within = plain(text);
  return plain(search)
    .split(/\s+/u)
    .every((word) => within.includes(word));
}
