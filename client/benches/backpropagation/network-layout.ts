import type { QuantityId } from './quantities';

/** A place for one number in the picture; its middle, in the picture's units. */
export interface ChipPlace {
  id: QuantityId;
  x: number;
  y: number;
}

/** A box around numbers that belong together: a unit, a weight with its slope, the loss. */
export interface BoxPlace {
  key: string;
  kind: 'input' | 'unit' | 'weight' | 'bias' | 'loss';
  x: number;
  y: number;
  width: number;
  height: number;
  chips: readonly QuantityId[];
}

export interface EdgePlace {
  weight: QuantityId;
  from: readonly [x: number, y: number];
  to: readonly [x: number, y: number];
}

export interface NetworkLayout {
  width: number;
  height: number;
  boxes: readonly BoxPlace[];
  edges: readonly EdgePlace[];
  /** From the output to the loss. */
  lossEdge: EdgePlace;
}

/** Height of one number's row in a box. */
const ROW = 27;

const UNIT = { width: 140, height: 4 * ROW + 8 };
const EDGE = { width: 136, height: 2 * ROW + 4 };

function box(
  key: string,
  kind: BoxPlace['kind'],
  [x, y]: readonly [number, number],
  chips: readonly QuantityId[],
  width: number = kind === 'unit' ? UNIT.width : EDGE.width,
): BoxPlace {
  const height = kind === 'unit' ? UNIT.height : chips.length * ROW + 4;
  return { key, kind, x: x - width / 2, y: y - height / 2, width, height, chips };
}

const unitChips = (unit: 1 | 2 | 3): QuantityId[] => [`z${unit}`, `y${unit}`, `dy${unit}`, `d${unit}`];
const withSlope = (id: string): QuantityId[] => [id as QuantityId, `g${id}` as QuantityId];

/** From left to right, where there is room beside the words. */
export const WIDE: NetworkLayout = {
  width: 700,
  height: 516,
  boxes: [
    box('x1', 'input', [38, 146], ['x1'], 72),
    box('x2', 'input', [38, 370], ['x2'], 72),
    box('h1', 'unit', [345, 146], unitChips(1)),
    box('h2', 'unit', [345, 370], unitChips(2)),
    box('y', 'unit', [629, 258], unitChips(3)),
    box('w1', 'weight', [168, 118], withSlope('w1')),
    box('w2', 'weight', [201, 212], withSlope('w2')),
    box('w3', 'weight', [201, 304], withSlope('w3')),
    box('w4', 'weight', [168, 398], withSlope('w4')),
    box('w5', 'weight', [487, 192], withSlope('w5')),
    box('w6', 'weight', [487, 324], withSlope('w6')),
    box('b1', 'bias', [345, 51], withSlope('b1')),
    box('b2', 'bias', [345, 465], withSlope('b2')),
    box('b3', 'bias', [629, 163], withSlope('b3')),
    box('loss', 'loss', [629, 393], ['t', 'loss']),
  ],
  edges: [
    { weight: 'w1', from: [74, 143], to: [275, 136] },
    { weight: 'w2', from: [74, 368], to: [275, 160] },
    { weight: 'w3', from: [74, 148], to: [275, 356] },
    { weight: 'w4', from: [74, 373], to: [275, 380] },
    { weight: 'w5', from: [415, 146], to: [559, 246] },
    { weight: 'w6', from: [415, 370], to: [559, 270] },
  ],
  lossEdge: { weight: 'w1', from: [629, 316], to: [629, 364] },
};

/** From top to bottom, on a phone. */
export const TALL: NetworkLayout = {
  width: 352,
  height: 734,
  boxes: [
    box('x1', 'input', [76, 18], ['x1'], 76),
    box('x2', 'input', [276, 18], ['x2'], 76),
    box('w1', 'weight', [70, 92], withSlope('w1')),
    box('w4', 'weight', [282, 92], withSlope('w4')),
    box('w2', 'weight', [100, 196], withSlope('w2')),
    box('w3', 'weight', [252, 196], withSlope('w3')),
    box('h1', 'unit', [76, 306], unitChips(1)),
    box('h2', 'unit', [276, 306], unitChips(2)),
    box('b1', 'bias', [70, 401], withSlope('b1')),
    box('b2', 'bias', [282, 401], withSlope('b2')),
    box('w5', 'weight', [96, 486], withSlope('w5')),
    box('w6', 'weight', [256, 486], withSlope('w6')),
    box('y', 'unit', [176, 604], unitChips(3)),
    box('b3', 'bias', [70, 701], withSlope('b3')),
    box('loss', 'loss', [282, 701], ['t', 'loss']),
  ],
  edges: [
    { weight: 'w1', from: [66, 34], to: [60, 248] },
    { weight: 'w2', from: [264, 34], to: [112, 248] },
    { weight: 'w3', from: [88, 34], to: [240, 248] },
    { weight: 'w4', from: [286, 34], to: [292, 248] },
    { weight: 'w5', from: [142, 364], to: [162, 546] },
    { weight: 'w6', from: [210, 364], to: [190, 546] },
  ],
  lossEdge: { weight: 'w1', from: [236, 662], to: [252, 672] },
};

/** Which way the picture goes in so many CSS pixels. */
export function layoutFor(width: number): NetworkLayout {
  return width > 0 && width < 520 ? TALL : WIDE;
}

/** The places of all numbers, in the order of the arrow keys: forward through the picture. */
export function chipPlaces(layout: NetworkLayout): ChipPlace[] {
  return layout.boxes.flatMap((one) =>
    one.chips.map((id, row) => ({
      id,
      x: one.x + one.width / 2,
      y: one.y + 2 + (row + 0.5) * rowHeight(one),
    })),
  );
}

/** The rows of a unit fill its box. */
export function rowHeight(one: BoxPlace): number {
  return (one.height - 4) / one.chips.length;
}

/** The chip that is nearest in the direction of an arrow key, or null. */
export function neighbour(layout: NetworkLayout, id: QuantityId, key: string): QuantityId | null {
  const along = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key];
  const places = chipPlaces(layout);
  const here = places.find((place) => place.id === id);
  if (!along || !here) return null;
  let best: { id: QuantityId; cost: number } | null = null;
  for (const place of places) {
    const dx = place.x - here.x;
    const dy = place.y - here.y;
    const ahead = dx * along[0]! + dy * along[1]!;
    if (ahead <= 2) continue;
    const aside = Math.abs(dx * along[1]!) + Math.abs(dy * along[0]!);
    // Straight ahead first: what lies aside counts more than what lies far.
    const cost = ahead + 2.5 * aside;
    if (best === null || cost < best.cost) best = { id: place.id, cost };
  }
  return best?.id ?? null;
}
