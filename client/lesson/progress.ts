import { goodOf, made, type Shape, text } from '@/base/shape';
import { allMet, type GoalWork } from './goals/goal-work';

/** The key under which browsers kept which steps of a lesson were left forwards, before there were goals. */
export function earlierKey(lessonId: string): string {
  return `lesson-progress:${lessonId}`;
}

/** What was kept: step ids, each once, whatever else stood there left out. */
export const earlierShape: Shape<readonly string[]> = made(goodOf(text(100), 1_000), (ids) =>
  [...new Set(ids)].slice(0, 100),
);

interface StepWithGoals {
  readonly id: string;
  readonly goals: readonly { readonly id: string }[];
}

/** How far somebody is with a lesson. */
export interface LessonProgress {
  /** Ids of steps whose goals are all met. */
  done: readonly string[];
  /** Ids of steps that were left before they were. */
  skipped: readonly string[];
  /** Goals that are met, of all that the lesson has. */
  met: number;
  goals: number;
  /** Where to go on: the first step that was neither done nor left, then the first that was left; after all of them the first. */
  next: number;
}

/**
 * @param workOf what was done of a step's goals
 * @param isLeft whether a step was left forwards
 * @param earlier steps that count as done since they did before there were goals: nobody loses a tick
 */
export function lessonProgress(
  steps: readonly StepWithGoals[],
  workOf: (stepId: string) => GoalWork,
  isLeft: (stepId: string) => boolean,
  earlier: readonly string[],
): LessonProgress {
  const isDone = ({ id, goals }: StepWithGoals) => earlier.includes(id) || allMet(goals, workOf(id));
  const done = steps.filter(isDone);
  const skipped = steps.filter((step) => isLeft(step.id) && !done.includes(step));
  const met = steps.map((step) => {
    if (done.includes(step)) return step.goals.length;
    const work = workOf(step.id);
    return step.goals.filter(({ id }) => work.met.includes(id)).length;
  });
  const open = steps.findIndex((step) => !done.includes(step) && !skipped.includes(step));
  return {
    done: done.map(({ id }) => id),
    skipped: skipped.map(({ id }) => id),
    met: met.reduce((sum, count) => sum + count, 0),
    goals: steps.reduce((sum, { goals }) => sum + goals.length, 0),
    next: open >= 0 ? open : skipped.length > 0 ? steps.indexOf(skipped[0]!) : 0,
  };
}
