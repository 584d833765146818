import type { Fact, Facts } from './facts';

/** What a number must be: within bounds, both included. */
interface Bounds {
  readonly least?: number;
  readonly most?: number;
}

/** What a fact must be: this value, one of these, or within bounds where it can be a number. */
type Wanted<Value extends Fact> =
  | Value
  | readonly Value[]
  | ([Extract<Value, number>] extends [never] ? never : Bounds);

/** The facts that must hold together; those that are not named may be anything. */
type When<Told extends Facts> = { readonly [Name in keyof Told]?: Wanted<Told[Name]> };

/** Names of the facts that are numbers. */
type NumberIn<Told extends Facts> = {
  [Name in keyof Told]: [Extract<Told[Name], number>] extends [never] ? never : Name;
}[keyof Told];

/**
 * Something to be done on a bench, as plain data that a page can be given. It counts what the bench tells while `when` holds: one moment of
 * it, so many different values of one fact (`each`), or one number that has come so far (`upTo`).
 */
export interface StepGoal<Told extends Facts = Facts> {
  /** Unique within the step, kebab-case; kept with students' work, so it does not change. */
  readonly id: string;
  readonly when: When<Told>;
  /** This fact is to have had `of` different values. */
  readonly each?: keyof Told & string;
  /** This fact is to come up to `of`. */
  readonly upTo?: NumberIn<Told> & string;
  /** How many; 1 where it is left out. */
  readonly of?: number;
}

/** A goal's words. No marks in the label, which stands where nothing reads them. */
export interface GoalWords {
  /** What to do, as short as it can be said. */
  readonly label: string;
  /** What was just seen, once it is met: one sentence. */
  readonly seen: string;
  /** As many as `GOAL_LIMITS.hints`. */
  readonly hints: readonly [nudge: string, where: string, how: string];
}

/** Whether facts are as a goal wants them. A fact that is not told is not. */
export function holds({ when }: Pick<StepGoal, 'when'>, facts: Facts): boolean {
  return Object.entries(when).every(([name, wanted]) => isAsWanted(facts[name], wanted!));
}

function isAsWanted(fact: Fact | undefined, wanted: Wanted<Fact>): boolean {
  if (fact === undefined) return false;
  if (typeof wanted !== 'object') return fact === wanted;
  if (isList(wanted)) return wanted.includes(fact);
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = wanted;
  return typeof fact === 'number' && fact >= least && fact <= most;
}

/** `Array.isArray` knows no readonly lists. */
function isList(wanted: object): wanted is readonly Fact[] {
  return Array.isArray(wanted);
}
