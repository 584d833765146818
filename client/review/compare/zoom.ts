import type { Point } from '@/protocol/run';
import type { Stretch } from '@/protocol/run-curves';

/** A part of the axis across, in its own unit. */
export interface Zoom {
  from: number;
  to: number;
}

/**
 * The steps between which every curve's part lies that is zoomed into, with the points just beyond its ends; null: no curve goes there.
 * @param curves each run's points, and where each lies along the axis
 */
export function stretchOf(
  curves: readonly { points: readonly Point[]; along: readonly number[] }[],
  { from, to }: Zoom,
): Stretch | null {
  const steps = curves.flatMap(({ points, along }) => {
    const first = along.findIndex((at) => at >= from);
    const last = along.findLastIndex((at) => at <= to);
    if (points.length === 0 || first === -1 || last === -1) return [];
    return [
      points[Math.max(0, Math.min(first, last) - 1)]!,
      points[Math.min(points.length - 1, Math.max(first, last) + 1)]!,
    ];
  });
  if (steps.length === 0) return null;
  const at = steps.map(({ step }) => step);
  return { from: Math.min(...at), to: Math.max(...at) };
}

/** A run's points with every one of a stretch in the place of the few that stood for them. */
export function withExact(points: readonly Point[], exact: readonly Point[], { from, to }: Stretch): Point[] {
  return [...points.filter(({ step }) => step < from), ...exact, ...points.filter(({ step }) => step > to)];
}
