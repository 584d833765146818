/** A picture with two axes: where its values lie in the picture's own units. */
export interface PlotArea {
  /** Inner edges. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: readonly [number, number];
  y: readonly [number, number];
}

export function placeX({ left, right, x }: PlotArea, value: number): number {
  return left + ((value - x[0]) / (x[1] - x[0])) * (right - left);
}

export function placeY({ top, bottom, y }: PlotArea, value: number): number {
  return bottom - ((value - y[0]) / (y[1] - y[0])) * (bottom - top);
}

/** The value at a place along the x axis, held to the axis. */
export function valueX({ left, right, x }: PlotArea, at: number): number {
  const share = Math.min(1, Math.max(0, (at - left) / (right - left)));
  return x[0] + share * (x[1] - x[0]);
}

/** A curve as an SVG path. Parts that are no number lift the pen; what leaves the picture is cut by the caller's clip. */
export function curvePath(area: PlotArea, of: (x: number) => number, pieces = 160): string {
  const [from, to] = area.x;
  const limit = 20 * (area.bottom - area.top);
  let path = '';
  let pen = 'M';
  for (let i = 0; i <= pieces; i++) {
    const x = from + ((to - from) * i) / pieces;
    const y = placeY(area, of(x));
    if (Number.isNaN(y)) {
      pen = 'M';
      continue;
    }
    const held = Math.min(area.bottom + limit, Math.max(area.top - limit, y));
    path += `${pen}${placeX(area, x).toFixed(2)} ${held.toFixed(2)}`;
    pen = 'L';
  }
  return path;
}

/** Values in turn as an SVG path, by index from `first`; points that are no number lift the pen. */
export function seriesPath(
  area: PlotArea,
  count: number,
  at: (i: number) => readonly [number, number],
): string {
  let path = '';
  let pen = 'M';
  for (let i = 0; i < count; i++) {
    const [x, y] = at(i);
    if (!Number.isFinite(y)) {
      pen = 'M';
      continue;
    }
    path += `${pen}${placeX(area, x).toFixed(1)} ${placeY(area, y).toFixed(1)}`;
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
  const perX = (area.right - area.left) / (area.x[1] - area.x[0]);
  const perY = (area.bottom - area.top) / (area.y[1] - area.y[0]);
  const rise = -slope * (perY / perX);
  const run = length / 2 / Math.hypot(1, rise);
  const [cx, cy] = [placeX(area, x), placeY(area, value)];
  return [cx - run, cy - run * rise, cx + run, cy + run * rise];
}
