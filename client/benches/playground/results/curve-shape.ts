import type { LoggedPoint } from '@/client/benches/playground/model/curve-log';
import { apart } from '@/client/charts/plot/apart';
import type { Axis, PlotArea } from '@/client/charts/plot/plot-area';

/** Least value of a logarithmic picture: below, a loss is 0 to the eye. */
const LEAST = 1e-4;

/** The axes of the curves. @param chance the loss of knowing nothing, which stays in the picture while it can; null where there is none */
export function curveAxes(
  points: readonly LoggedPoint[],
  chance: number | null,
  logarithmic: boolean,
): { x: Axis; y: Axis } {
  let top = 0;
  for (const { train, test } of points) top = Math.max(top, train, test);
  if (chance !== null) top = Math.max(top, chance * 1.15);
  if (!(top > 0)) top = 1;
  const steps = Math.max(1, points.at(-1)?.step ?? 1);
  return {
    x: { range: [0, steps] },
    y: logarithmic ? { range: [LEAST, top], logarithmic, held: true } : { range: [0, top] },
  };
}

/** Where the two names stand: beside their ends, but never on each other. */
export function labelPlaces(
  last: LoggedPoint,
  { y, top, bottom }: PlotArea,
): { train: number; test: number } {
  const [train, test] = apart([y(last.train), y(last.test)], 14, top + 4, bottom);
  return { train: train!, test: test! };
}
