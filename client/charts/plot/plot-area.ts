import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale';

/** An axis: from a value to its place in the picture. */
export type Scale = ScaleContinuousNumeric<number, number, number>;

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

function scaleOf(axis: Axis, from: number, to: number): Scale {
  const { range, logarithmic = false, held = false, inset = 0 } = axis;
  // What is no number has no place.
  const scale: Scale = logarithmic
    ? scaleLog<number, number, number>().unknown(Number.NaN)
    : scaleLinear<number, number, number>().unknown(Number.NaN);
  const inward = Math.sign(to - from) * inset;
  return scale
    .domain(range)
    .range([from + inward, to - inward])
    .clamp(held);
}

/** The area between these edges, with both its axes. */
export function plotArea(
  { left, right, top, bottom }: Omit<PlotArea, 'x' | 'y'>,
  x: Axis,
  y: Axis,
): PlotArea {
  return { left, right, top, bottom, x: scaleOf(x, left, right), y: scaleOf(y, bottom, top) };
}

function rangeOf(scale: Scale): [from: number, to: number] {
  const [from = 0, to = 0] = scale.domain();
  return [from, to];
}

/** The value at a place along the x axis, held to the axis. */
export function valueX({ left, right, x }: PlotArea, at: number): number {
  return x.invert(Math.min(right, Math.max(left, at)));
}

/** Powers of ten on a logarithmic axis. */
export function decadesOf(scale: Scale): number[] {
  const [from, to] = rangeOf(scale);
  return scale.ticks(Math.max(1, Math.round(Math.log10(to / from))));
}

/** A curve as an SVG path. Parts that are no number lift the pen; what leaves the picture is cut by the clip. */
export function curvePath(area: PlotArea, of: (x: number) => number, pieces = 160): string {
  const [from, to] = rangeOf(area.x);
  const [low, high] = rangeOf(area.y);
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
