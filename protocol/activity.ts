/** What a student is doing, as the teacher's card says it (`data-state`). */
export const ACTIVITIES = [
  'connected',
  'idle',
  'training',
  'diverged',
  'stuck',
  'overfitting',
  'finished',
  'disconnected',
] as const;
export type Activity = (typeof ACTIVITIES)[number];
