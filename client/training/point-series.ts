import type { Point } from '@/protocol/run';

/** Points kept for drawing; the full resolution goes to the outbox. */
const SERIES_POINTS = 2_000;

/**
 * The points of a run for drawing: steps only grow, and when there are too many, every other one goes, so that those
 * kept stay evenly spread. The newest point is always there, and measurements of validation go last.
 */
export class PointSeries {
  private kept: Point[] = [];
  /** Only every `stride`-th point stays; the newest one may be replaced by the next. */
  private stride = 1;
  private sinceKept = 0;
  private newestIsPassing = false;
  private copy: readonly Point[] | null = null;

  constructor(private readonly limit = SERIES_POINTS) {}

  get lastStep(): number {
    return this.kept.at(-1)?.step ?? -1;
  }

  /** Adds a point; false where its step is known already. */
  add(point: Point): boolean {
    if (point.step <= this.lastStep) return false;
    this.copy = null;
    if (this.newestIsPassing) this.kept.pop();
    this.kept.push(point);
    this.sinceKept += 1;
    this.newestIsPassing = this.sinceKept < this.stride && !isMeasured(point);
    if (!this.newestIsPassing) this.sinceKept = 0;
    if (this.kept.length > this.limit) this.thin();
    return true;
  }

  /** Starts again from these points (in any order; a step that comes twice counts once). */
  replace(points: readonly Point[]): void {
    this.kept = [];
    this.stride = 1;
    this.sinceKept = 0;
    this.newestIsPassing = false;
    this.copy = null;
    for (const point of [...points].sort((a, b) => a.step - b.step)) this.add(point);
  }

  /** Oldest first; the same object until the next change. */
  points(): readonly Point[] {
    this.copy ??= [...this.kept];
    return this.copy;
  }

  private thin(): void {
    const newest = this.kept.length - 1;
    const measuredKept = this.kept.filter((point, i) => i % 2 === 0 || i === newest || isMeasured(point));
    // Measured points alone may be too many.
    this.kept =
      measuredKept.length <= this.limit * 0.75
        ? measuredKept
        : this.kept.filter((_, i) => i % 2 === 0 || i === newest);
    this.stride *= 2;
  }
}

function isMeasured(point: Point): boolean {
  return point.validationLoss !== null || point.validationAccuracy !== null;
}
