import { type DescentSettings, descend, isThere, type PathPoint } from '@/engine/landscape/descent';
import type { Landscape } from '@/engine/landscape/landscapes';
import { createRandom } from '@/engine/random';

/** How far a walk has come: where it stands now, and why it goes no farther. */
export type TraceOutcome = 'ready' | 'going' | 'arrived' | 'diverged' | 'stuck' | 'not-there';

/** Slopes this flat move nothing that could be seen. */
const FLAT = 1e-3;

/** A whole path, `most` steps or until it diverges. Full descent: nothing is drawn. */
export function pathOf(
  landscape: Landscape,
  settings: Omit<DescentSettings, 'batch'>,
  most: number,
): readonly PathPoint[] {
  const points: PathPoint[] = [];
  for (const point of descend(landscape, { ...settings, batch: 'full' }, createRandom(0))) {
    points.push(point);
    if (point.step >= most) break;
  }
  return points;
}

/** The step at which the lowest place is reached and not left at once; null where it never is. */
export function arrivalOf(landscape: Landscape, path: readonly PathPoint[]): number | null {
  for (let i = 0; i + 1 < path.length; i++) {
    const next = path[i + 1]!;
    if (isThere(landscape, path[i]!) && isThere(landscape, next) && !next.diverged) return i;
  }
  return null;
}

/** The last step that is worth showing: the one after the arrival, or the path's own end. */
export function endOf(landscape: Landscape, path: readonly PathPoint[]): number {
  const arrival = arrivalOf(landscape, path);
  return arrival === null ? path.length - 1 : arrival + 1;
}

export function outcomeAt(
  landscape: Landscape,
  path: readonly PathPoint[],
  taken: number,
  most: number,
): TraceOutcome {
  const point = path[Math.min(taken, path.length - 1)]!;
  if (point.diverged) return 'diverged';
  const arrival = arrivalOf(landscape, path);
  if (arrival !== null && taken > arrival) return 'arrived';
  if (taken === 0) return 'ready';
  const { slope } = point;
  if (slope && Math.hypot(slope.a, slope.b) < FLAT) return 'stuck';
  return taken >= most ? 'not-there' : 'going';
}
