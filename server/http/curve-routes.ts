import { bestRuns } from '@/protocol/best-runs';
import { packDrawnPoints } from '@/protocol/drawn-points';
import type { Point } from '@/protocol/run';
import { type ClassCurve, type StretchPoints, stretchAddress, type ToldCurves } from '@/protocol/run-curves';
import { readRunTable } from '@/protocol/run-table';
import { byId, ownerRoute } from './route';

/** Places of a curve among those of the whole class. */
const CLASS_PLACES = 60;
/** Points of all runs of a stretch together. */
const STRETCH_POINTS = 20_000;

/** How the best run of each student went. */
export const classCurvesRoute = ownerRoute({
  method: 'GET',
  path: '/api/classes/:id/curves',
  params: byId,
  handle: async ({ parts: { store }, live }) => {
    const best = bestRuns(readRunTable(await store.readRunTable(live.id)));
    const runs = await store.readRuns(
      best.map(({ id }) => id),
      CLASS_PLACES * 2,
    );
    const curves = runs.map(({ run, points }) => ({ runId: run.id, places: placesOf(points) }));
    return { ok: true, curves } satisfies ToldCurves & { ok: true };
  },
});

/** Where the accuracy was measured, on validation data if it ever was. */
function placesOf(points: readonly Point[]): ClassCurve['places'] {
  const measure = points.some(({ validationAccuracy }) => validationAccuracy !== null)
    ? 'validationAccuracy'
    : 'accuracy';
  return points.flatMap((point) => {
    const value = point[measure];
    return value === null ? [] : [[point.step, Number(value.toPrecision(5))] as const];
  });
}

/** Every point between two steps: what a picture that is looked at closely asks for. */
export const stretchRoute = ownerRoute({
  method: 'GET',
  path: '/api/classes/:id/points',
  params: byId.extend(stretchAddress),
  handle: async ({ parts: { store }, live }, { runs: ids, from, to }) => {
    const most = Math.floor(STRETCH_POINTS / Math.max(1, ids.length));
    const read = await store.readRuns(ids, most, { from, to });
    const runs = read
      // Ids of other classes' runs are nobody's business here.
      .filter(({ classId }) => classId === live.id)
      .map(({ run, points, of }) => ({
        runId: run.id,
        points: packDrawnPoints(points, null),
        exact: points.length === of,
      }));
    return { ok: true, runs } satisfies StretchPoints & { ok: true };
  },
});
