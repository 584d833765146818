import type { LoggedPoint } from '@/client/benches/playground/model/curve-log';

export interface CurveBox {
  width: number;
  height: number;
}

/** The reach of the curves' picture. */
export interface CurveFrame {
  steps: number;
  /** The value at the upper edge. */
  top: number;
  /** Pixels from the upper edge at which a value lies. */
  y(value: number, plot: CurveBox): number;
}

/** Least value of a logarithmic picture: below, a loss is 0 to the eye. */
const LEAST = 1e-4;

/** @param chance the loss of knowing nothing, which stays in the picture while it can; null where there is none */
export function curveFrame(
  points: readonly LoggedPoint[],
  chance: number | null,
  logarithmic: boolean,
): CurveFrame {
  let top = 0;
  for (const { train, test } of points) top = Math.max(top, train, test);
  if (chance !== null) top = Math.max(top, chance * 1.15);
  if (!(top > 0)) top = 1;
  const steps = Math.max(1, points.at(-1)?.step ?? 1);
  const y = (value: number, { height }: CurveBox) => {
    if (!logarithmic) return height * (1 - value / top);
    const span = Math.log(top / LEAST);
    return height * (1 - Math.log(Math.max(LEAST, value) / LEAST) / span);
  };
  return { steps, top, y };
}

export function curvePaths(
  points: readonly LoggedPoint[],
  frame: CurveFrame,
  plot: CurveBox,
): { train: string; test: string } {
  const path = (read: (point: LoggedPoint) => number) =>
    points
      .map((point, i) => {
        const x = (point.step / frame.steps) * plot.width;
        return `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${frame.y(read(point), plot).toFixed(1)}`;
      })
      .join('');
  return { train: path((point) => point.train), test: path((point) => point.test) };
}

/** Where the two names stand: beside their ends, but never on each other. */
export function labelPlaces(
  last: LoggedPoint,
  frame: CurveFrame,
  plot: CurveBox,
): { train: number; test: number } {
  const apart = 14;
  const within = (y: number) => Math.min(plot.height, Math.max(4, y));
  let train = within(frame.y(last.train, plot));
  let test = within(frame.y(last.test, plot));
  const missing = apart - Math.abs(train - test);
  if (missing > 0) {
    const trainAbove = last.train > last.test;
    train += ((trainAbove ? -1 : 1) * missing) / 2;
    test += ((trainAbove ? 1 : -1) * missing) / 2;
    const over = Math.max(train, test) - plot.height;
    const under = 4 - Math.min(train, test);
    const shift = over > 0 ? -over : under > 0 ? under : 0;
    train += shift;
    test += shift;
  }
  return { train, test };
}
