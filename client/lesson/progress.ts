/** Which steps of a lesson this browser has seen finished. */

/** The key under which the browser keeps them. */
export function progressKey(lessonId: string): string {
  return `lesson-progress:${lessonId}`;
}

/** Reads what was kept: step ids, whatever else stood there left out; null where it is no list. */
export function readProgress(kept: unknown): readonly string[] | null {
  if (!Array.isArray(kept)) return null;
  return [...new Set(kept.filter((id): id is string => typeof id === 'string' && id.length <= 100))].slice(
    0,
    100,
  );
}

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
