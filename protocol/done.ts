import { z } from 'zod';
import { GOAL_LIMITS } from './goal-limits';
import { LIMITS } from './limits';

/**
 * What a step's page counts besides its goals: rows of a truth table, points that a line tells apart, fields filled in, mistakes found, a
 * goal of the bench, a run to its end, the guess, what came true, the check, answered and answered right.
 */
const ITEM_KINDS = [
  'rows',
  'points',
  'fields',
  'mistakes',
  'goal',
  'run',
  'guess',
  'outcome',
  'check',
  'check-right',
] as const;
/** All that is known of how far a student is with a step, the goals first. Each is a count of so many. */
export const DONE_KINDS = ['goals', ...ITEM_KINDS] as const;
export type DoneKind = (typeof DONE_KINDS)[number];

const MOST = 999;

/** Counts of these kinds. */
function itemSchema<const Kind extends DoneKind>(kinds: readonly Kind[]) {
  return z
    .strictObject({
      what: z.enum(kinds),
      reached: z.int().min(0).max(MOST),
      of: z.int().min(1).max(MOST),
    })
    .refine(({ reached, of }) => reached <= of);
}

/** A count of any kind. */
export const doneItemSchema = itemSchema(DONE_KINDS);
export type DoneItem = z.infer<typeof doneItemSchema>;

const toldItemSchema = itemSchema(ITEM_KINDS);
/** A count that a page tells besides its goals. */
export type ToldItem = z.infer<typeof toldItemSchema>;

const goalsDoneSchema = z.strictObject({
  /** Each goal of the step, in its order. */
  list: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(40),
        met: z.boolean(),
        /** Hints that were read. */
        hints: z.int().min(0).max(GOAL_LIMITS.hints),
      }),
    )
    .min(1)
    .max(GOAL_LIMITS.perStep)
    .refine((list) => new Set(list.map(({ id }) => id)).size === list.length),
  /** At work for some minutes with nothing more reached. */
  stuck: z.boolean(),
  /** Steps before this one that were left before they were done. */
  skipped: z.int().min(0).max(LIMITS.stepsPerLesson),
});
export type GoalsDone = z.infer<typeof goalsDoneSchema>;

/** A choice of a check, from 0. */
const choiceSchema = z.int().min(0).max(9);
/** The first answer to a check, which says what somebody thought, and the last. */
export const checkAnswersSchema = z.strictObject({ first: choiceSchema, last: choiceSchema });
export type CheckAnswers = z.infer<typeof checkAnswersSchema>;

/** How far a student is with one step, the bench's own measure first; each kind once. */
export const stepDoneSchema = z.strictObject({
  stepId: z.string().min(1).max(100),
  items: z
    .array(toldItemSchema)
    .max(ITEM_KINDS.length)
    .refine((items) => new Set(items.map(({ what }) => what)).size === items.length),
  /** Which choices of the step's check were taken, the first and the last; left out before there is one. */
  answers: checkAnswersSchema.optional(),
  /** Left out where the step has none, and by pages from before there were goals. */
  goals: goalsDoneSchema.optional(),
});
export type StepDone = z.infer<typeof stepDoneSchema>;

/** How many took each choice of a check first, and last. */
export interface AnswerCounts {
  first: number[];
  last: number[];
}

/** Counts what students have answered to a step's check. @param choices how many there are to choose from */
export function answerCounts(
  all: Iterable<StepDone | undefined>,
  stepId: string,
  choices: number,
): AnswerCounts {
  const counts = { first: new Array<number>(choices).fill(0), last: new Array<number>(choices).fill(0) };
  for (const done of all) {
    if (done?.stepId !== stepId || !done.answers) continue;
    const { first, last } = done.answers;
    if (first < choices) counts.first[first]! += 1;
    if (last < choices) counts.last[last]! += 1;
  }
  return counts;
}

/** All that is told of a step as counts, how many goals are met first. */
export function doneItems({ items, goals }: Pick<StepDone, 'items' | 'goals'>): DoneItem[] {
  if (!goals) return items;
  const reached = goals.list.filter(({ met }) => met).length;
  return [{ what: 'goals', reached, of: goals.list.length }, ...items];
}

/** The goal at which somebody is: the first that is not met; null: all are, or there are none. */
export function goalAt(done: Pick<StepDone, 'goals'> | null | undefined): GoalsDone['list'][number] | null {
  return done?.goals?.list.find(({ met }) => !met) ?? null;
}

/** Hints that were read at a step, all its goals together. */
export function hintsRead({ goals }: Pick<StepDone, 'goals'>): number {
  return goals?.list.reduce((sum, { hints }) => sum + hints, 0) ?? 0;
}

/** A goal of a step at which students are stuck. */
export interface StuckCount {
  goalId: string;
  count: number;
}

/** At which goals of a step students are stuck, where most are first. */
export function stuckCounts(all: Iterable<StepDone | undefined>, stepId: string): StuckCount[] {
  const counts = new Map<string, number>();
  for (const done of all) {
    const goal = done?.stepId === stepId && done.goals?.stuck ? goalAt(done) : null;
    if (goal) counts.set(goal.id, (counts.get(goal.id) ?? 0) + 1);
  }
  return [...counts].map(([goalId, count]) => ({ goalId, count })).sort((a, b) => b.count - a.count);
}

/** How many of a class have one thing of a step: all of it, or a part. */
export interface DoneCount {
  what: DoneKind;
  complete: number;
  begun: number;
}

/** Counts what students have of a step, in the order of the kinds; what nobody's page speaks of is left out. */
export function doneCounts(all: Iterable<StepDone | undefined>, stepId: string): DoneCount[] {
  const counts = new Map<DoneKind, DoneCount>();
  for (const done of all) {
    if (done?.stepId !== stepId) continue;
    for (const { what, reached, of } of doneItems(done)) {
      const count = counts.get(what) ?? { what, complete: 0, begun: 0 };
      counts.set(what, count);
      if (reached === of) count.complete += 1;
      else if (reached > 0) count.begun += 1;
    }
  }
  return DONE_KINDS.flatMap((what) => counts.get(what) ?? []);
}
