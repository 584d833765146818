import type { TableSort } from '@/client/ui/data-table';
import { runsOfAddress } from '@/protocol/compare-runs';
import { asksNothing, type Filter, type Filters, readRange, writeFilter } from './filters';
import { FIELD_IDS, type FieldId, GROUP_IDS, type GroupId, isFieldId, isNumberField } from './run-fields';

/** How the table of runs is looked at; it stands in the page's address, so that a link shows the same. */
export interface RunsView {
  sort: TableSort & { column: FieldId };
  /** Words that each row that is shown has in it. */
  search: string;
  filters: Filters;
  /** In their order; null: the usual ones, with the settings that differ. */
  columns: readonly FieldId[] | null;
  group: GroupId | null;
  /** Ids of runs that stay at the top, whatever is filtered. */
  pinned: readonly string[];
  /** Ids of runs of other classes with which those that are chosen here are compared. */
  beside: readonly string[];
}

export const FIRST_VIEW: RunsView = {
  sort: { column: 'started', direction: 'descending' },
  search: '',
  filters: {},
  columns: null,
  group: null,
  pinned: [],
  beside: [],
};

/** Characters of a search: more than anybody types. */
export const MOST_SEARCHED = 100;
/** Runs that stay at the top at once. */
export const MOST_PINNED = 20;

/** What there is to be asked for. */
interface Known {
  runs: ReadonlySet<string>;
  /** The words that a field has among the runs. */
  words(id: FieldId): ReadonlySet<string>;
}

interface ReadView {
  view: RunsView;
  /** Names of the parts of the address that ask for what there is not; they count for nothing. */
  broken: string[];
}

type Address = Iterable<readonly [name: string, value: string]>;

/**
 * The view that an address asks for, and which parts of it ask for what there is not: a column of another version, a student who was
 * deleted, a range that is none. Those are as they are at first.
 */
export function viewOfAddress(address: Address, known: Known): ReadView {
  const given = new Map<string, string>();
  for (const [name, value] of address) if (!given.has(name)) given.set(name, value);
  const broken = new Set<string>();
  const view = { ...FIRST_VIEW };
  const filters: Partial<Record<FieldId, Filter>> = {};
  for (const [name, value] of given) {
    if (name === 'order') continue;
    if (name === 'search') view.search = value.slice(0, MOST_SEARCHED);
    else if (name === 'sort') {
      if (isFieldId(value))
        view.sort = { column: value, direction: given.get('order') === 'up' ? 'ascending' : 'descending' };
      else broken.add(name);
    } else if (name === 'group') {
      if (isGroupId(value)) view.group = value;
      else broken.add(name);
    } else if (name === 'columns') {
      const columns = listed(value, isFieldId, () => broken.add(name));
      if (columns.length > 0) view.columns = columns;
    } else if (name === 'pinned') {
      const isRun = (id: string) => known.runs.has(id);
      view.pinned = listed(value, isRun, () => broken.add(name)).slice(0, MOST_PINNED);
    } else if (name === 'with') {
      view.beside = runsOfAddress(value).filter((id) => !known.runs.has(id));
      if (view.beside.length < value.split(',').length) broken.add(name);
    } else if (isFieldId(name)) {
      const filter = readFilter(name, value, known, () => broken.add(name));
      if (filter) filters[name] = filter;
    } else broken.add(name);
  }
  return { view: { ...view, filters }, broken: [...broken] };
}

function readFilter(id: FieldId, text: string, known: Known, complain: () => void): Filter | null {
  if (isNumberField(id)) {
    const range = readRange(text);
    if (!range) complain();
    return range;
  }
  const words = known.words(id);
  const values = listed(text, (word) => words.has(word), complain);
  return values.length === 0 ? null : { kind: 'among', values };
}

/** The parts of a list that there are, each once; of the others it is complained. */
function listed<Part extends string>(
  text: string,
  is: ((part: string) => part is Part) | ((part: string) => boolean),
  complain: () => void,
): Part[] {
  const parts = [...new Set(text.split(','))];
  const there = parts.filter((part): part is Part => is(part));
  if (there.length < parts.length) complain();
  return there;
}

function isGroupId(text: string): text is GroupId {
  return (GROUP_IDS as readonly string[]).includes(text);
}

/** What stands in the address after `?`; empty where the view is as it is at first. */
export function addressOfView({ sort, search, filters, columns, group, pinned, beside }: RunsView): string {
  const address = new URLSearchParams();
  const { column, direction } = FIRST_VIEW.sort;
  if (sort.column !== column || sort.direction !== direction) {
    address.set('sort', sort.column);
    if (sort.direction === 'ascending') address.set('order', 'up');
  }
  if (search.trim() !== '') address.set('search', search.trim());
  for (const id of FIELD_IDS) {
    const filter = filters[id];
    if (filter && !asksNothing(filter)) address.set(id, writeFilter(filter));
  }
  if (columns !== null) address.set('columns', columns.join(','));
  if (group !== null) address.set('group', group);
  if (pinned.length > 0) address.set('pinned', pinned.join(','));
  if (beside.length > 0) address.set('with', beside.join(','));
  // Commas may stand in a query as they are: so the link stays readable.
  return address.toString().replaceAll('%2C', ',');
}

/** Whether a text has every word that is searched in it, in whatever order and case; wide and narrow letters are the same. */
export function hasWords(text: string, search: string): boolean {
  const plain = (one: string) => one.normalize('NFKC').toLocaleLowerCase();
  const within = plain(text);
  return plain(search)
    .split(/\s+/u)
    .every((word) => within.includes(word));
}
