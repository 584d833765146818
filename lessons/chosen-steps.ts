/**
 * The steps of a lesson that a class has, in its order: those that were chosen at its start, or all. A chosen step that this version does
 * not know is left out.
 * @param chosen their ids; null: all, in the lesson's order
 */
export function chosenSteps<Step extends { readonly id: string }>(
  steps: readonly Step[],
  chosen: readonly string[] | null,
): readonly Step[] {
  if (chosen === null) return steps;
  const known = chosen.flatMap((id) => steps.filter((step) => step.id === id));
  return known.length > 0 ? known : steps;
}

/**
 * What a choice of steps is kept as; null: all in the lesson's order, which needs no choice; undefined: it is none, since a step is
 * unknown or there twice, or nothing is left.
 */
export function choiceOfSteps(
  steps: readonly { readonly id: string }[],
  chosen: readonly string[],
): readonly string[] | null | undefined {
  const ids = steps.map(({ id }) => id);
  if (chosen.length === 0 || new Set(chosen).size !== chosen.length) return undefined;
  if (!chosen.every((id) => ids.includes(id))) return undefined;
  return chosen.length === ids.length && chosen.every((id, at) => id === ids[at]) ? null : chosen;
}
