/** One place on the loss curves. */
export interface LoggedPoint {
  step: number;
  train: number;
  test: number;
}

/** More cannot be told apart on a curve of a few hundred pixels. */
const MOST = 240;

/** Losses over the steps of one training, thinned as they grow: old places become rarer, the newest is always there. */
export class CurveLog {
  private points: LoggedPoint[] = [];
  /** Least steps between two places that are kept. */
  private every = 1;

  /** The places so far, by step; a new array after each change. */
  get all(): readonly LoggedPoint[] {
    return this.points;
  }

  /** A step at or before the last one (a rewind) begins anew. Losses that are no numbers are left out. */
  push(point: LoggedPoint): void {
    const last = this.points.at(-1);
    if (last && point.step < last.step) this.clear();
    if (last && point.step === last.step && this.points.length > 0) {
      this.points = [...this.points.slice(0, -1), point];
      return;
    }
    if (!Number.isFinite(point.train) || !Number.isFinite(point.test)) return;
    const before = this.points.at(-2);
    // The newest place is provisional until the next one is far enough from the one before it.
    const kept =
      before && last && last.step - before.step < this.every ? this.points.slice(0, -1) : this.points;
    this.points = [...kept, point];
    if (this.points.length > MOST) {
      this.every = Math.max(1, point.step / (MOST / 2));
      this.points = thin(this.points, this.every);
    }
  }

  clear(): void {
    this.points = [];
    this.every = 1;
  }
}

function thin(points: readonly LoggedPoint[], every: number): LoggedPoint[] {
  const kept: LoggedPoint[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (!last || point.step - last.step >= every) kept.push(point);
  }
  const newest = points.at(-1)!;
  if (kept.at(-1) !== newest) kept.push(newest);
  return kept;
}
