import type { Activity } from '@/protocol/activity';
import { compareNeeds, type Need, type NeedKind } from './triage';

export const STUDENT_SORTS = ['trouble', 'accuracy', 'name'] as const;
export type StudentSort = (typeof STUDENT_SORTS)[number];
/** A state, a need, a team, or everybody. */
export type StudentFilter = Activity | `need-${NeedKind}` | `team-${string}` | 'all';

/** The filter that leaves those with this need. */
export function filterOfNeed(need: NeedKind): StudentFilter {
  return `need-${need}`;
}

/** The filter that leaves those of this team. */
export function filterOfTeam(team: string): StudentFilter {
  return `team-${team}`;
}

/** What an order of cards is made from. */
export interface StudentStanding {
  id: string;
  /** As shown: the nickname, or the pseudonym while names are hidden. */
  name: string;
  activity: Activity;
  accuracy: number | null;
  /** What the student needs help with. */
  need: Need;
  /** In which team; null: in none. */
  team: string | null;
}

/** Who is to be shown, and in which order. */
export interface OrderWish {
  sort: StudentSort;
  filter: StudentFilter;
  /** A part of a name; all of them where it is empty. */
  search?: string;
  /** These alone; null: everybody. */
  only?: ReadonlySet<string> | null;
}

/** Ids in the order of their cards, filtered. Equals stand by name, so that the order is stable. */
export function orderStudents(
  students: readonly StudentStanding[],
  { sort, filter, search = '', only = null }: OrderWish,
  language: string,
): string[] {
  const collator = collatorOf(language);
  const byName = (a: StudentStanding, b: StudentStanding) =>
    collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
  const compare: Record<StudentSort, (a: StudentStanding, b: StudentStanding) => number> = {
    name: byName,
    accuracy: (a, b) => (b.accuracy ?? -1) - (a.accuracy ?? -1) || byName(a, b),
    trouble: (a, b) => compareNeeds(a.need, b.need) || byName(a, b),
  };
  const plain = (text: string) => text.normalize('NFKC').toLocaleLowerCase(language).trim();
  const wanted = plain(search);
  return students
    .filter(({ id }) => only === null || only.has(id))
    .filter(
      ({ activity, need, team }) =>
        filter === 'all' ||
        activity === filter ||
        filterOfNeed(need.kind) === filter ||
        (team !== null && filterOfTeam(team) === filter),
    )
    .filter(({ name }) => wanted === '' || plain(name).includes(wanted))
    .sort(compare[sort])
    .map(({ id }) => id);
}

const collators = new Map<string, Intl.Collator>();

/** Made once a language: the order is worked out every second. */
function collatorOf(language: string): Intl.Collator {
  const known = collators.get(language);
  if (known) return known;
  const made = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  collators.set(language, made);
  return made;
}
