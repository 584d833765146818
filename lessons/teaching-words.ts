import type { Lesson, LessonStep, Prediction } from './lesson';
import type { StandardId } from './standards/standards';

/** What a plan says of a lesson in any language. */
export interface TeachingPlan<Taught extends Lesson = Lesson> {
  /** Minutes that each step takes a class, by the steps' ids; together what the lesson says that a class needs. */
  readonly minutes: { readonly [Id in Taught['steps'][number]['id']]: number };
  /** What it teaches of what curricula ask for. */
  readonly standards: readonly StandardId[];
}

/** Something that students often think, and how the step meets it. */
interface Misconception {
  readonly idea: string;
  readonly met: string;
}

/** What a teacher is told of a step beyond its own words, which the plan shows as well. No marks. */
export interface StepTeaching {
  /** What students will do and say. */
  readonly students: string;
  readonly misconceptions: readonly Misconception[];
  /** Questions for the discussion, each with what is worth hearing. */
  readonly ask: readonly string[];
  /** What comes of the guess, or how the challenge is solved; of other steps the lesson's own data have the answers. */
  readonly answer?: string;
}

/** Steps whose answer the lesson's data do not have. */
type Open = { prediction: Prediction } | { id: 'challenge' };

type TeachingOfStep<Step extends LessonStep> = StepTeaching &
  (Step extends Open ? { readonly answer: string } : { readonly answer?: never });

/** A lesson's plan in one language. One that lacks a step, or an answer that nothing else has, does not compile. */
export interface TeachingWords<Taught extends Lesson> {
  /** What students can do afterwards that they could not do before. */
  readonly aim: string;
  /** What is made ready before the class comes. */
  readonly prepare: string;
  readonly steps: { readonly [Step in Taught['steps'][number] as Step['id']]: TeachingOfStep<Step> };
}

/** The plan of any lesson in one language, by the ids of its steps. */
export interface AnyTeachingWords {
  readonly aim: string;
  readonly prepare: string;
  readonly steps: Readonly<Record<string, StepTeaching>>;
}
