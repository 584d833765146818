import { oneOf, type Shape } from '@/base/shape';

/** How cards are put together. */
export const GROUPINGS = ['none', 'need', 'state', 'team'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const groupingShape: Shape<Grouping> = oneOf(GROUPINGS);

/** Ids by what each has, in the order of these keys; within one as they stood. Keys that nobody has are left out. */
export function groupedBy<Key>(
  keys: readonly Key[],
  ids: readonly string[],
  keyOf: (id: string) => Key,
): [Key, string[]][] {
  return keys
    .map((key): [Key, string[]] => [key, ids.filter((id) => keyOf(id) === key)])
    .filter(([, own]) => own.length > 0);
}
