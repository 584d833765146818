import type { InkStroke } from '@/engine/digits/strokes';

type Place = readonly [x: number, y: number];

function arc(x: number, y: number, rx: number, ry: number, from: number, to: number): Place[] {
  return Array.from({ length: 25 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / 24) * Math.PI) / 180;
    return [x + rx * Math.cos(angle), y + ry * Math.sin(angle)];
  });
}

/** The ten digits as a hand writes them, in a box of 1 × 1; angles run clockwise from the right. */
export const HAND_DIGITS: readonly (readonly Place[])[][] = [
  [arc(0.5, 0.5, 0.33, 0.5, -90, 270)],
  [
    [
      [0.56, 0],
      [0.44, 1],
    ],
  ],
  [[...arc(0.5, 0.27, 0.32, 0.27, -170, 30), [0.18, 1], [0.85, 0.97]]],
  [[...arc(0.46, 0.25, 0.3, 0.25, -150, 90), ...arc(0.46, 0.74, 0.34, 0.26, -90, 150)]],
  [
    [
      [0.25, 0],
      [0.18, 0.55],
      [0.82, 0.52],
    ],
    [
      [0.72, 0.05],
      [0.66, 1],
    ],
  ],
  [
    [[0.28, 0.03], [0.25, 0.45], ...arc(0.44, 0.7, 0.32, 0.29, -110, 140)],
    [
      [0.28, 0.03],
      [0.8, 0],
    ],
  ],
  [[[0.62, 0], [0.34, 0.4], ...arc(0.5, 0.73, 0.26, 0.26, 190, 550)]],
  [
    [
      [0.15, 0.05],
      [0.82, 0.03],
      [0.42, 1],
    ],
  ],
  [
    [
      ...arc(0.5, 0.26, 0.26, 0.25, -60, -270),
      ...arc(0.5, 0.75, 0.3, 0.25, -90, 270),
      ...arc(0.5, 0.26, 0.26, 0.25, 90, -60),
    ],
  ],
  [[...arc(0.5, 0.28, 0.27, 0.27, 0, -360), [0.76, 0.3], [0.66, 1]]],
];

/** A digit written `size` of the paper high, with its upper left corner at a place. */
export function written(digit: number, size: number, left: number, top: number): InkStroke[] {
  return HAND_DIGITS[digit]!.map((places) => ({
    erase: false,
    path: places.flatMap(([x, y]) => [left + size * x, top + size * y]),
  }));
}
