/** Where the 2-D bench of the lab keeps its work: one lab a browser, which needs no seed. */
export const LAB_PLACE = {
  kind: 'alone',
  seed: 0,
  lessonId: 'lab',
  stepId: 'playground',
  held: null,
} as const;
