import { type ClassRun, type FieldId, fieldOf } from './run-fields';

/** What a row's field must be: a number between two ends (null: none), or one of several words. */
export type Filter =
  | { kind: 'range'; from: number | null; to: number | null }
  | { kind: 'among'; values: readonly string[] };
export type Filters = Readonly<Partial<Record<FieldId, Filter>>>;

/** Whether a filter asks for nothing yet: one that is just being set. */
export function asksNothing(filter: Filter): boolean {
  return filter.kind === 'among' ? filter.values.length === 0 : filter.from === null && filter.to === null;
}

/** Whether a row passes every filter. What is not known passes none that asks for something. */
export function passes(run: ClassRun, filters: Filters): boolean {
  return (Object.entries(filters) as [FieldId, Filter][]).every(([id, filter]) => {
    if (asksNothing(filter)) return true;
    const value = fieldOf(run, id);
    if (value === null) return false;
    if (filter.kind === 'among') return filter.values.includes(String(value));
    const number = Number(value);
    return (filter.from === null || number >= filter.from) && (filter.to === null || number <= filter.to);
  });
}

/** How a filter stands in an address: `90..`, `..5`, `1..5`; words with commas between them. */
export function writeFilter(filter: Filter): string {
  if (filter.kind === 'among') return filter.values.join(',');
  return `${filter.from ?? ''}..${filter.to ?? ''}`;
}

const NUMBER = String.raw`-?\d+(?:\.\d+)?(?:e[+-]?\d+)?`;
const RANGE = new RegExp(`^(${NUMBER})?\\.\\.(${NUMBER})?$`, 'i');

/** A range that stands in an address; null: it is none, or one that nothing can lie in. */
export function readRange(text: string): Filter | null {
  const [, first, second] = RANGE.exec(text) ?? [];
  if (first === undefined && second === undefined) return null;
  const from = first === undefined ? null : Number(first);
  const to = second === undefined ? null : Number(second);
  // 1e999 is written like a number and is none.
  if (![from ?? 0, to ?? 0].every(Number.isFinite)) return null;
  return from !== null && to !== null && from > to ? null : { kind: 'range', from, to };
}
