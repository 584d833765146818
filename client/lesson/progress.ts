import { goodOf, made, type Shape, text } from '@/base/shape';

/** Which steps of a lesson this browser has seen finished. */

/** The key under which the browser keeps them. */
export function progressKey(lessonId: string): string {
  return `lesson-progress:${lessonId}`;
}

/** What was kept: step ids, each once, whatever else stood there left out. */
export const progressShape: Shape<readonly string[]> = made(goodOf(text(100), 1_000), (ids) =>
  [...new Set(ids)].slice(0, 100),
);

/** How many of a lesson's present steps are done: steps that have gone since count no more. */
export function countDone(steps: readonly { id: string }[], done: readonly string[]): number {
  return steps.filter((step) => done.includes(step.id)).length;
}

/** Where to go on: the first step that is not done, or the first of all. */
export function nextStepIndex(steps: readonly { id: string }[], done: readonly string[]): number {
  return Math.max(
    0,
    steps.findIndex((step) => !done.includes(step.id)),
  );
}
