/** `training` and `paused` go on; the others end a run's stream. `stopped`: the student reset it or began another. */
export const RUN_STATES = ['training', 'paused', 'finished', 'diverged', 'stopped'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** Whether a run in this state still takes points. */
export function isOpen(state: RunState): boolean {
  return state === 'training' || state === 'paused';
}
