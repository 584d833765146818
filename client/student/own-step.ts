import { integer, object, type Shape, text } from '@/base/shape';
import { LIMITS } from '@/protocol/limits';
import { openSteps, type PacingFacts } from '@/protocol/pacing';

/** Where a student is, and what was open when the student went there. */
export interface OwnStep {
  opened: string;
  /** Index among the class's steps. */
  at: number;
}

/** As a page keeps it over a reload. */
export const ownStepShape: Shape<OwnStep> = object({
  opened: text(40),
  at: integer(0, LIMITS.stepsPerLesson - 1),
});

/** What the teacher has opened, as a word: as long as it stays the same, a student's place is the student's own choice. */
function openingOf({ pacing, stepIndex }: PacingFacts): string {
  switch (pacing.mode) {
    case 'teacher':
      return `teacher ${stepIndex}`;
    case 'range':
      return `range ${pacing.first} ${pacing.last}`;
    case 'free':
      return 'free';
  }
}

/**
 * Where the student is now: where it was, or, once the teacher has opened something else, at the nearest step that is open. At the teacher's
 * pace that is the class's.
 * @param before null: the student has come anew
 * @param count how many steps the class has
 */
export function ownStep(before: OwnStep | null, facts: PacingFacts, count: number): OwnStep {
  const opened = openingOf(facts);
  const { first, last } = openSteps(facts, count);
  if (before?.opened === opened && before.at <= last) return before;
  return { opened, at: Math.min(last, Math.max(first, before?.at ?? facts.stepIndex)) };
}

/** The student goes to a step: any but those that are still to come. */
export function chooseStep(own: OwnStep, at: number, facts: PacingFacts, count: number): OwnStep {
  return at >= 0 && at <= openSteps(facts, count).last ? { ...own, at } : own;
}
