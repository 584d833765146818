import { flag, integer, listOf, object, optional, recordOf, type Shape, text } from '@/base/shape';
import type { Facts } from '@/lessons/facts';
import { holds, type StepGoal } from '@/lessons/goal';
import { GOAL_LIMITS } from '@/protocol/goal-limits';

/** What somebody has done of a step's goals, by their ids. Immutable. */
export interface GoalWork {
  /** Goals that were met: they stay met, whatever is tried afterwards and whatever the goal becomes. */
  readonly met: readonly string[];
  /** Of goals under way: the values that count so far. */
  readonly seen: Readonly<Record<string, readonly string[]>>;
  /** How many of a goal's hints were read. */
  readonly hints: Readonly<Record<string, number>>;
  /** The step was left forwards. */
  readonly left: boolean;
}

export const NO_GOAL_WORK: GoalWork = { met: [], seen: {}, hints: {}, left: false };

/** A lesson's, by the ids of its steps. */
export type GoalBook = Readonly<Record<string, GoalWork>>;

const id = text(40);
const MOST = 40;

/** As a browser keeps it. */
export const goalBookShape: Shape<GoalBook> = recordOf(
  object({
    met: listOf(id, 0, MOST),
    seen: recordOf<readonly string[]>(listOf(text(40), 0, MOST), MOST),
    hints: recordOf(integer(0, GOAL_LIMITS.hints), MOST),
    left: optional(flag, false),
  }),
  100,
);

/** How far a goal is: so many of so many. */
export interface GoalStanding {
  met: boolean;
  reached: number;
  of: number;
  hints: number;
}

export function goalStanding({ id, of = 1, upTo }: StepGoal, { met, seen, hints }: GoalWork): GoalStanding {
  const values = seen[id] ?? [];
  const reached = upTo === undefined ? values.length : Number(values[0] ?? 0);
  const isMet = met.includes(id);
  return { met: isMet, reached: isMet ? of : Math.min(reached, of), of, hints: hints[id] ?? 0 };
}

/** A bench tells how it is: what that adds. The very same work where it adds nothing. */
export function withFacts(work: GoalWork, goals: readonly StepGoal[], facts: Facts): GoalWork {
  return goals.reduce((now, goal) => withFactsFor(now, goal, facts), work);
}

function withFactsFor(work: GoalWork, goal: StepGoal, facts: Facts): GoalWork {
  const { id, of = 1 } = goal;
  if (work.met.includes(id) || !holds(goal, facts)) return work;
  const before = work.seen[id] ?? [];
  const values = counted(goal, before, facts);
  if (values === before) return work;
  const seen = { ...work.seen, [id]: values };
  const reached = goalStanding(goal, { ...work, seen }).reached;
  if (reached < of) return { ...work, seen };
  delete seen[id];
  return { ...work, met: [...work.met, id], seen };
}

/** The values that count, with what is told now. */
function counted(
  { each, upTo, of = 1 }: StepGoal,
  before: readonly string[],
  facts: Facts,
): readonly string[] {
  if (upTo !== undefined) {
    const far = Math.min(of, Math.floor(Number(facts[upTo])));
    return far > Number(before[0] ?? 0) ? [String(far)] : before;
  }
  const value = each === undefined ? '' : String(facts[each] ?? '').slice(0, 40);
  return before.includes(value) ? before : [...before, value];
}

/** One more hint of a goal is read. */
export function withHint(work: GoalWork, goalId: string): GoalWork {
  const read = work.hints[goalId] ?? 0;
  if (read >= GOAL_LIMITS.hints) return work;
  return { ...work, hints: { ...work.hints, [goalId]: read + 1 } };
}

/** The step is left forwards, whatever is met. */
export function withLeft(work: GoalWork): GoalWork {
  return work.left ? work : { ...work, left: true };
}

/** Whether all that a step asks for has been done. */
export function allMet(goals: readonly Pick<StepGoal, 'id'>[], { met }: GoalWork): boolean {
  return goals.every(({ id }) => met.includes(id));
}

/** The goal to go on with: the first that is not met; null: all are. */
export function nextGoal<One extends Pick<StepGoal, 'id'>>(
  goals: readonly One[],
  { met }: GoalWork,
): One | null {
  return goals.find(({ id }) => !met.includes(id)) ?? null;
}
