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
export const ROW = 24;

const UNIT = { width: 134, height: 4 * ROW + 8 };
const EDGE = { width: 118, height: 2 * ROW + 4 };

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
  width: 724,
  height: 424,
  boxes: [
    box('x1', 'input', [46, 118], ['x1'], 76),
    box('x2', 'input', [46, 306], ['x2'], 76),
    box('h1', 'unit', [370, 118], unitChips(1)),
    box('h2', 'unit', [370, 306], unitChips(2)),
    box('y', 'unit', [650, 212], unitChips(3)),
    box('w1', 'weight', [190, 96], withSlope('w1')),
    box('w2', 'weight', [220, 175], withSlope('w2')),
    box('w3', 'weight', [220, 249], withSlope('w3')),
    box('w4', 'weight', [190, 328], withSlope('w4')),
    box('w5', 'weight', [514, 150], withSlope('w5')),
    box('w6', 'weight', [514, 274], withSlope('w6')),
    box('b1', 'bias', [370, 30], withSlope('b1')),
    box('b2', 'bias', [370, 394], withSlope('b2')),
    box('b3', 'bias', [650, 124], withSlope('b3')),
    box('loss', 'loss', [650, 340], ['t', 'loss']),
  ],
  edges: [
    { weight: 'w1', from: [84, 116], to: [303, 112] },
    { weight: 'w2', from: [84, 306], to: [303, 128] },
    { weight: 'w3', from: [84, 118], to: [303, 296] },
    { weight: 'w4', from: [84, 308], to: [303, 312] },
    { weight: 'w5', from: [437, 118], to: [583, 204] },
    { weight: 'w6', from: [437, 306], to: [583, 220] },
  ],
  lossEdge: { weight: 'w1', from: [650, 264], to: [650, 314] },
};

/** From top to bottom, on a phone. */
export const TALL: NetworkLayout = {
  width: 352,
  height: 716,
  boxes: [
    box('x1', 'input', [84, 18], ['x1'], 76),
    box('x2', 'input', [268, 18], ['x2'], 76),
    box('w1', 'weight', [62, 96], withSlope('w1')),
    box('w4', 'weight', [290, 96], withSlope('w4')),
    box('w2', 'weight', [112, 200], withSlope('w2')),
    box('w3', 'weight', [240, 200], withSlope('w3')),
    box('h1', 'unit', [84, 302], unitChips(1)),
    box('h2', 'unit', [268, 302], unitChips(2)),
    box('b1', 'bias', [61, 390], withSlope('b1')),
    box('b2', 'bias', [291, 390], withSlope('b2')),
    box('w5', 'weight', [106, 470], withSlope('w5')),
    box('w6', 'weight', [246, 470], withSlope('w6')),
    box('y', 'unit', [176, 572], unitChips(3)),
    box('b3', 'bias', [61, 680], withSlope('b3')),
    box('loss', 'loss', [291, 680], ['t', 'loss']),
  ],
  edges: [
    { weight: 'w1', from: [80, 32], to: [74, 250] },
    { weight: 'w2', from: [262, 32], to: [110, 250] },
    { weight: 'w3', from: [90, 32], to: [242, 250] },
    { weight: 'w4', from: [272, 32], to: [278, 250] },
    { weight: 'w5', from: [132, 354], to: [160, 520] },
    { weight: 'w6', from: [220, 354], to: [192, 520] },
  ],
  lossEdge: { weight: 'w1', from: [236, 624], to: [262, 654] },
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
