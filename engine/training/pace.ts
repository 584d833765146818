/** When a training does something else than train, so that telling and measuring never cost much of its time. Times in ms. */
export const PACE = {
  /** Training between two looks at the event loop. */
  sliceMs: 40,
  /** Between two points: at most ten a second reach the page. */
  pointMs: 100,
  /** Every so many points the interval doubles: a run of hours stays within LIMITS.pointsPerRun. */
  pointsBeforeDoubling: 2_000,
  checkpointMs: 3_000,
  /** Between two measurements on a part of the validation pictures. */
  validationMs: 1_000,
  /** Between two examinations by the doctor, and until the first one. */
  examinationMs: 12_000,
  firstExaminationMs: 1_500,
  /** An examination takes at most one part in so many of the time. */
  examinationShare: 60,
  /** What is measured or saved takes at most one part in so many of the time. */
  costShare: 12,
} as const;

/** The least time between two points, after so many. */
export function pointInterval(points: number): number {
  return PACE.pointMs * 2 ** Math.min(6, Math.floor(points / PACE.pointsBeforeDoubling));
}

/** Something that is done now and then, as often as its own cost allows. */
export class Chore {
  private last: number;
  private cost = 0;

  constructor(
    private readonly everyMs: number,
    private readonly now: () => number,
    private readonly costShare: number = PACE.costShare,
  ) {
    this.last = now();
  }

  /** @param scale how much more this time costs than what was measured last */
  due(scale = 1, everyMs = this.everyMs): boolean {
    return this.now() - this.last >= Math.max(everyMs, this.cost * scale * this.costShare);
  }

  /** Does it and remembers what it cost, per unit of `scale`. */
  async run<T>(work: () => Promise<T>, scale = 1): Promise<T> {
    const begun = this.now();
    const result = await work();
    this.last = this.now();
    this.cost = (this.last - begun) / scale;
    return result;
  }

  /** Counts as done just now. */
  reset(): void {
    this.last = this.now();
  }
}
