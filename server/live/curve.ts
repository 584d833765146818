import type { Point } from '@/protocol/run';
import type { CurvePoint } from '@/protocol/telemetry';

/** Points that a small live curve keeps, however long the run is. */
export const SMALL_CURVE_POINTS = 60;

/**
 * A run's points, thinned evenly over its whole length: each `stride`-th is kept, and the stride doubles whenever there
 * are too many. The newest point is always known. Memory is bounded; the shape of the curve stays.
 */
export class ThinnedPoints {
  private kept: Point[] = [];
  private newest: Point | null = null;
  private stride = 1;
  private seen = 0;

  constructor(private readonly limit = SMALL_CURVE_POINTS) {}

  add(point: Point): void {
    if (this.seen % this.stride === 0) {
      this.kept.push(point);
      if (this.kept.length >= this.limit) {
        this.kept = this.kept.filter((_, index) => index % 2 === 0);
        this.stride *= 2;
      }
    }
    this.seen += 1;
    this.newest = point;
  }

  /** Oldest first, the newest point last; at most `limit`. */
  list(): Point[] {
    return this.newest === null || this.kept.at(-1) === this.newest ? this.kept : [...this.kept, this.newest];
  }

  last(): Point | null {
    return this.newest;
  }
}

/** What is kept of a run while it is watched: its curve, and apart from it the points at which validation was measured. */
export class RunTrace {
  private readonly all = new ThinnedPoints();
  private readonly measured = new ThinnedPoints();

  /** Steps only grow: what a client sends again, or goes back to, is no more than what is there. */
  add(point: Point): void {
    if (point.step < (this.all.last()?.step ?? 0)) return;
    this.all.add(point);
    if (point.validationLoss !== null) this.measured.add(point);
  }

  last(): Point | null {
    return this.all.last();
  }

  curve(): CurvePoint[] {
    return this.all.list().map(({ step, loss, accuracy }) => [step, loss, accuracy]);
  }

  /** Both kinds, by step: what `activityOf` judges by. Validation is rare, and thinning alone would lose it. */
  evidence(): Point[] {
    const measured = this.measured.list();
    const merged: Point[] = [];
    let next = 0;
    for (const point of this.all.list()) {
      while (next < measured.length && measured[next]!.step < point.step) merged.push(measured[next++]!);
      if (measured[next] === point) next += 1;
      merged.push(point);
    }
    return next < measured.length ? [...merged, ...measured.slice(next)] : merged;
  }

  /** The newest point at which validation was measured. */
  lastMeasured(): Point | null {
    return this.measured.last();
  }
}
