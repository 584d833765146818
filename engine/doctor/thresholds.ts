/**
 * From where on a number is ill. Found by experiment, on the trainings of tests/engine/doctor/wards.ts with several seeds each:
 * what they catch and how often they are wrong stands in docs/doctor.md.
 */
export const THRESHOLDS = {
  /** Loss over that of knowing nothing: below, the training fares well enough not to be ill. */
  poor: 0.35,
  poorTiny: 0.3,
  /** Share of all hidden units that sleep. */
  dead: 0.4,
  /** Change of the loss in one step. */
  restless: 0.03,
  restlessTiny: 0.05,
  overshotTiny: 0.25,
  /** First layer's slope over the last one's. */
  exploding: 30,
  vanishing: 0.008,
  saturated: 0.75,
  /** Of ten times the gain, for ten times the way. */
  straight: 0.85,
  slowEpoch: 0.02,
  slowStep: 1e-4,
  fewSteps: 2,
  enoughForBatches: 60,
  /** The rarest label's share, times the number of labels. */
  oneSided: 0.25,
  /** Examples of each label, and by how much accuracy on them is above that on others. */
  few: 40,
  fewGap: 0.12,
  doubtful: 0.045,
  /** How often a network must be right on held-back examples for its doubts to count. */
  doubter: (classes: number) => 0.5 + 0.5 / classes,
  settled: 0.9,
  overfittingNotes: 6,
  overfittingSince: 3,
  overfittingRise: 0.1,
  overfittingLeast: 0.1,
} as const;
