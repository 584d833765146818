import { type Scale, scaleBetween } from './scale';

/** Where a picture's values lie, in its own units. */
export interface PlotArea {
  /** Inner edges. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: Scale;
  y: Scale;
}

export interface Axis {
  /** The values at both ends. */
  range: readonly [from: number, to: number];
  logarithmic?: boolean;
  /** Values beyond an end stand at it. */
  held?: boolean;
  /** Room that is left free within each end. */
  inset?: number;
}

function scaleOf({ range, inset = 0, ...kind }: Axis, from: number, to: number): Scale {
  const inward = Math.sign(to - from) * inset;
  return scaleBetween(range, [from + inward, to - inward], kind);
}

/** The area between these edges, with both its axes. */
export function plotArea(
  { left, right, top, bottom }: Omit<PlotArea, 'x' | 'y'>,
  x: Axis,
  y: Axis,
): PlotArea {
  return { left, right, top, bottom, x: scaleOf(x, left, right), y: scaleOf(y, bottom, top) };
}

/** The value at a place along the x axis, held to the axis. */
export function valueX({ left, right, x }: PlotArea, at: number): number {
  return x.invert(Math.min(right, Math.max(left, at)));
}

/** Powers of ten on a logarithmic axis. */
export function decadesOf(scale: Scale): number[] {
  const [from, to] = scale.domain.map(Math.log10) as [number, number];
  // An end that is a power of ten belongs to it, whatever its logarithm was rounded to.
  const first = Math.ceil(from - 1e-9);
  const count = Math.max(0, Math.floor(to + 1e-9) - first + 1);
  return Array.from({ length: count }, (_, i) => 10 ** (first + i));
}

/** A curve as an SVG path. Parts that are no number lift the pen; what leaves the picture is cut by the clip. */
export function curvePath(area: PlotArea, of: (x: number) => number, pieces = 160): string {
  const [from, to] = area.x.domain;
  const [low, high] = area.y.domain;
  const limit = 20 * (high - low);
  let path = '';
  let pen = 'M';
  for (let i = 0; i <= pieces; i++) {
    const x = from + ((to - from) * i) / pieces;
    // A curve may go up for ever: far outside it is far enough.
    const y = area.y(Math.min(high + limit, Math.max(low - limit, of(x))));
    if (Number.isNaN(y)) {
      pen = 'M';
      continue;
    }
    path += `${pen}${area.x(x).toFixed(2)} ${y.toFixed(2)}`;
    pen = 'L';
  }
  return path;
}

/** Values in turn as an SVG path; those that are no number lift the pen. */
export function seriesPath(
  area: PlotArea,
  count: number,
  at: (i: number) => readonly [x: number, y: number | null],
): string {
  let path = '';
  let pen = 'M';
  for (let i = 0; i < count; i++) {
    const [x, y] = at(i);
    if (y === null || !Number.isFinite(y)) {
      pen = 'M';
      continue;
    }
    path += `${pen}${area.x(x).toFixed(1)} ${area.y(y).toFixed(1)}`;
    pen = 'L';
  }
  return path;
}

/** The two ends of a tangent of the same length in the picture, however steep it is. */
export function tangent(
  area: PlotArea,
  x: number,
  value: number,
  slope: number,
  length: number,
): readonly [x1: number, y1: number, x2: number, y2: number] {
  const per = (scale: Scale) => scale(1) - scale(0);
  const rise = slope * (per(area.y) / per(area.x));
  const run = length / 2 / Math.hypot(1, rise);
  const [cx, cy] = [area.x(x), area.y(value)];
  return [cx - run, cy - run * rise, cx + run, cy + run * rise];
}
