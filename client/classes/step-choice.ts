/** The steps of a lesson as somebody puts them together: all of them, in the wanted order, each in or out. */
export type StepChoice = readonly { readonly id: string; readonly on: boolean }[];

/** All, as the lesson has them. */
export function wholeLesson(steps: readonly { readonly id: string }[]): StepChoice {
  return steps.map(({ id }) => ({ id, on: true }));
}

/** In, or out. */
export function toggled(choice: StepChoice, id: string): StepChoice {
  return choice.map((step) => (step.id === id ? { ...step, on: !step.on } : step));
}

/** One place earlier (-1) or later (1). */
export function moved(choice: StepChoice, id: string, by: -1 | 1): StepChoice {
  const at = choice.findIndex((step) => step.id === id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= choice.length) return choice;
  const next = [...choice];
  [next[at], next[to]] = [choice[to]!, choice[at]!];
  return next;
}

/** Ids of the steps that are in, in order. */
export function chosenIds(choice: StepChoice): string[] {
  return choice.flatMap(({ id, on }) => (on ? [id] : []));
}

/** Whether it is the lesson as it is. */
export function isWhole(choice: StepChoice, steps: readonly { readonly id: string }[]): boolean {
  return choice.every(({ id, on }, at) => on && id === steps[at]?.id);
}
