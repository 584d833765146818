import type { Activity } from '@/protocol/telemetry';

export const STUDENT_SORTS = ['trouble', 'accuracy', 'name'] as const;
export type StudentSort = (typeof STUDENT_SORTS)[number];
/** A state, or every state. */
export type StudentFilter = Activity | 'all';

/** What an order of cards is made from. */
export interface StudentStanding {
  id: string;
  /** As shown: the nickname, or the pseudonym while names are hidden. */
  name: string;
  activity: Activity;
  accuracy: number | null;
}

/** Who needs help first; then those who may need it; then those for whom all is well. */
const TROUBLE: Record<Activity, number> = {
  diverged: 0,
  stuck: 1,
  overfitting: 2,
  disconnected: 3,
  idle: 4,
  connected: 5,
  training: 6,
  finished: 7,
};

/** Ids in the order of their cards, filtered. Equals stand by name, so that the order is stable. */
export function orderStudents(
  students: readonly StudentStanding[],
  sort: StudentSort,
  filter: StudentFilter,
  language: string,
): string[] {
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const byName = (a: StudentStanding, b: StudentStanding) =>
    collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
  const compare: Record<StudentSort, (a: StudentStanding, b: StudentStanding) => number> = {
    name: byName,
    accuracy: (a, b) => (b.accuracy ?? -1) - (a.accuracy ?? -1) || byName(a, b),
    trouble: (a, b) => TROUBLE[a.activity] - TROUBLE[b.activity] || byName(a, b),
  };
  return students
    .filter(({ activity }) => filter === 'all' || activity === filter)
    .sort(compare[sort])
    .map(({ id }) => id);
}
