import { beforeAll, describe, expect, it } from 'vitest';
import {
  beginStroke,
  type Drawing,
  EMPTY_DRAWING,
  extendStroke,
  undoStroke,
  withoutHand,
} from '@/client/benches/drawing/drawing';
import { pressOf } from '@/client/benches/drawing/press';
import { addPoint, erasePoints, putBack } from '@/client/benches/playground/data/drawing-rules';
import { PEN_OWNS_MS, penOwns } from '@/client/pointers/pens';
import { sliceExamples } from '@/engine/digits/examples';
import { fromStrokes } from '@/engine/digits/from-strokes';
import type { PictureStore } from '@/engine/digits/picture-store';
import type { InkStroke } from '@/engine/digits/strokes';
import { PoolTraining } from '@/engine/pool/pool-training';
import { DATASETS, PAPER } from '@/protocol/datasets';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { written } from './hand-digits';

const { side: SIDE, pixels: PIXELS } = PAPER;

const DIGITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
/** Size and place on the paper: a tenth in every corner, a sixth, a third, all of it. */
const SIZES = [
  [0.1, 0.02, 0.03],
  [0.1, 0.88, 0.05],
  [0.1, 0.451, 0.893],
  [0.1, 0.0137, 0.8871],
  [0.17, 0.6, 0.4],
  [0.33, 0.33, 0.1],
  [0.9, 0.05, 0.05],
] as const;

/** The share of ink that two pictures do not have in common. */
function apart(a: Uint8Array, b: Uint8Array): number {
  let differ = 0;
  let ink = 0;
  a.forEach((value, i) => {
    differ += Math.abs(value - b[i]!);
    ink += value;
  });
  return differ / ink;
}

/** How wide the lines of a picture are: the area of the ink by the length of its edges, which run along both sides. */
function lineWidth(picture: Uint8Array): number {
  let ink = 0;
  let edges = 0;
  const at = (x: number, y: number) =>
    x < 0 || y < 0 || x >= SIDE || y >= SIDE ? 0 : picture[y * SIDE + x]! / 255;
  for (let y = -1; y < SIDE; y++) {
    for (let x = -1; x < SIDE; x++) {
      const [a, b, c, d] = [at(x, y), at(x + 1, y), at(x, y + 1), at(x + 1, y + 1)];
      ink += a;
      edges += Math.hypot(b + d - a - c, c + d - a - b) / 2;
    }
  }
  return (2 * ink) / edges;
}

function inkOf(picture: Uint8Array): number {
  return picture.reduce((sum, value) => sum + value, 0) / 255;
}

function centreOf(picture: Uint8Array): { x: number; y: number } {
  let [mass, x, y] = [0, 0, 0];
  picture.forEach((value, i) => {
    mass += value;
    x += value * ((i % SIDE) + 0.5);
    y += value * (Math.floor(i / SIDE) + 0.5);
  });
  return { x: x / mass, y: y / mass };
}

const extent = (picture: Uint8Array) => {
  const inked = [...picture.keys()].filter((i) => picture[i]! > 100);
  const xs = inked.map((i) => i % SIDE);
  const ys = inked.map((i) => Math.floor(i / SIDE));
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)) + 1;
};

let pictures: PictureStore;
// Unpacking all pictures takes its time on a machine that is busy with other tests.
beforeAll(async () => {
  pictures = await allPictures();
});

describe('a digit drawn small is the digit drawn large', () => {
  it('the same strokes anywhere and at any size become the same picture', () => {
    for (const digit of DIGITS) {
      const large = fromStrokes(null, written(digit, 0.6, 0.2, 0.2));
      for (const [size, left, top] of SIZES) {
        const small = fromStrokes(null, written(digit, size, left, top));
        expect(apart(large, small), `${digit} at ${size}`).toBeLessThan(0.03);
      }
    }
  });

  it('also as a screen tells it: places in whole pixels of a pad of 300', () => {
    const onScreen = (strokes: readonly InkStroke[]) =>
      strokes.map((stroke) => ({ ...stroke, path: stroke.path.map((at) => Math.round(at * 300) / 300) }));
    for (const digit of DIGITS) {
      const large = fromStrokes(null, onScreen(written(digit, 0.6, 0.2, 0.2)));
      const small = fromStrokes(null, onScreen(written(digit, 0.1, 0.02, 0.87)));
      // A pixel of such a pad is two thirds of a picture's.
      expect(apart(large, small), String(digit)).toBeLessThan(0.25);
    }
  });

  it('lines are as wide as those of MNIST, the picture fills its box and lies in the middle', () => {
    let mnist = 0;
    for (let i = 0; i < 2_000; i++)
      mnist += lineWidth(pictures.train.pixels.subarray(i * PIXELS, (i + 1) * PIXELS)) / 2_000;
    for (const [size, left, top] of SIZES) {
      const drawn = DIGITS.map((digit) => fromStrokes(null, written(digit, size, left, top)));
      const width = drawn.reduce((sum, picture) => sum + lineWidth(picture), 0) / drawn.length;
      expect(Math.abs(width / mnist - 1), `${width} beside ${mnist}`).toBeLessThan(0.1);
      for (const picture of drawn) {
        expect(extent(picture)).toBeGreaterThanOrEqual(19);
        expect(extent(picture)).toBeLessThanOrEqual(21);
        expect(Math.abs(centreOf(picture).x - 14)).toBeLessThan(0.1);
        expect(Math.abs(centreOf(picture).y - 14)).toBeLessThan(0.1);
      }
    }
  });

  it('a network that really learnt from MNIST reads it the same', () => {
    const part = (from: number, count: number) => ({
      count,
      labelCount: 10,
      pixels: pictures.train.pixels.slice(from * PIXELS, (from + count) * PIXELS),
      labels: pictures.train.labels.slice(from, from + count),
    });
    const training = new PoolTraining({
      network: 32,
      seed: 6,
      train: part(0, 4_000),
      validation: part(4_000, 500),
    });
    for (let step = 0; step < 1_200; step++) training.step();
    expect(training.standing().validationAccuracy).toBeGreaterThan(0.85);
    const read = (strokes: readonly InkStroke[]) => {
      const answer = training.predict(fromStrokes(null, strokes));
      return answer.indexOf(Math.max(...answer));
    };
    const large = DIGITS.map((digit) => read(written(digit, 0.6, 0.2, 0.2)));
    expect(large.filter((answer, digit) => answer === digit).length).toBeGreaterThanOrEqual(9);
    for (const [size, left, top] of SIZES)
      expect(DIGITS.map((digit) => read(written(digit, size, left, top)))).toEqual(large);
  });
});

describe('drawings that are hardly digits', () => {
  it('a tap is a dot, not a disc that fills the picture', () => {
    const dot = fromStrokes(null, [{ erase: false, path: [0.9, 0.1] }]);
    expect(inkOf(dot)).toBeGreaterThan(4);
    expect(inkOf(dot)).toBeLessThan(12);
    expect(centreOf(dot).x).toBeCloseTo(14, 1);
    // A hand that trembles while it taps makes no more of it.
    const trembled = fromStrokes(null, [{ erase: false, path: [0.9, 0.1, 0.902, 0.101, 0.899, 0.1] }]);
    expect(inkOf(trembled)).toBeLessThan(14);
  });

  it('one stroke down is a 1, one across a bar', () => {
    const one = fromStrokes(null, [{ erase: false, path: [0.5, 0.1, 0.5, 0.8] }]);
    expect(extent(one)).toBe(20);
    expect(inkOf(one)).toBeLessThan(20 * 3.2);
    const bar = fromStrokes(null, [{ erase: false, path: [0.1, 0.5, 0.9, 0.5] }]);
    expect(inkOf(bar)).toBeCloseTo(inkOf(one), 0);
  });

  it('nothing, an eraser alone, and a drawing rubbed out wholly are empty', () => {
    const rub: InkStroke = { erase: true, path: [0.05, 0.05, 0.2, 0.2, 0.05, 0.2, 0.2, 0.05] };
    for (const strokes of [[], [rub], [...written(7, 0.1, 0.07, 0.07), rub]])
      expect(inkOf(fromStrokes(null, strokes))).toBe(0);
  });

  it('what was rubbed out does not count for the size of what is left', () => {
    const small = written(3, 0.2, 0.1, 0.1);
    const slip: InkStroke = { erase: false, path: [0.9, 0.9, 0.95, 0.95] };
    const rubbed = fromStrokes(null, [slip, ...small, { erase: true, path: slip.path }]);
    expect(apart(fromStrokes(null, small), rubbed)).toBeLessThan(0.01);
  });

  it('a picture that was laid on the paper stays as it is, and takes strokes of its own width', () => {
    const laid = pictures.train.pixels.slice(0, PIXELS);
    expect(fromStrokes(laid, [])).toEqual(laid);
    const more = fromStrokes(laid, [{ erase: false, path: [0.3, 0.5, 0.7, 0.5] }]);
    expect(apart(laid, more)).toBeLessThan(0.6);
    expect(lineWidth(more)).toBeLessThan(1.5 * lineWidth(laid));
  });

  it('a piece of clothing that fills its picture stays as large, and where it is, with a stroke on it', async () => {
    const { validation } = await allPictures('fashion');
    const stroke: InkStroke = { erase: false, path: [0.48, 0.5, 0.52, 0.5] };
    for (let i = 0; i < 20; i += 1) {
      const laid = sliceExamples(validation!, i, 1).pixels;
      const changed = fromStrokes(laid, [stroke], DATASETS.fashion.drawn);
      const likeDigit = fromStrokes(laid, [stroke]);
      expect(apart(laid, changed)).toBeLessThan(0.6 * apart(laid, likeDigit));
    }
  });

  it('thousands of places in one scribble, and places off the paper, are taken', () => {
    const path = Array.from({ length: 20_000 }, (_, i) => 0.5 + Math.sin(i * 1.3) * (0.2 + i / 20_000));
    expect(inkOf(fromStrokes(null, [{ erase: false, path }]))).toBeGreaterThan(50);
  });
});

describe('hands', () => {
  const [a, b, c] = [Symbol('a'), Symbol('b'), Symbol('c')];

  it('draw a stroke each, in turn or at once', () => {
    let drawing: Drawing = beginStroke(EMPTY_DRAWING, 0, 0, false, a);
    drawing = beginStroke(drawing, 1, 1, false, b);
    drawing = extendStroke(drawing, 0.1, 0, a);
    drawing = extendStroke(drawing, 0.9, 1, b);
    drawing = extendStroke(drawing, 0.2, 0, a);
    expect(drawing.strokes.map(({ path }) => path)).toEqual([
      [0, 0, 0.1, 0, 0.2, 0],
      [1, 1, 0.9, 1],
    ]);
    // Undo takes back the second stroke and leaves the first one whole.
    expect(undoStroke(drawing).strokes.map(({ path }) => path)).toEqual([[0, 0, 0.1, 0, 0.2, 0]]);
    expect(undoStroke(undoStroke(drawing)).strokes).toEqual([]);
  });

  it('one that was cancelled was never there, for undo neither', () => {
    const seven = extendStroke(beginStroke(EMPTY_DRAWING, 0.2, 0.2, false, a), 0.8, 0.2, a);
    for (const order of [
      [b, c],
      [c, b],
    ] as const) {
      let drawing = beginStroke(seven, 0.9, 0.9, false, b);
      drawing = beginStroke(drawing, 0.5, 0.5, true, c);
      for (const hand of order) drawing = withoutHand(extendStroke(drawing, 0.4, 0.4, hand), hand);
      expect(drawing).toEqual(seven);
      expect(undoStroke(drawing).strokes).toEqual([]);
    }
    expect(withoutHand(seven, b)).toBe(seven);
  });

  it('one that draws on after its stroke was cleared draws nothing', () => {
    const gone = undoStroke(beginStroke(EMPTY_DRAWING, 0, 0, false, a));
    expect(extendStroke(gone, 1, 1, a)).toBe(gone);
  });

  it('a pen may press; of others it means nothing', () => {
    const press = (pointerType: string, pressure: number) => pressOf({ pointerType, pressure });
    expect(press('mouse', 0.5)).toBeUndefined();
    expect(press('touch', 1)).toBeUndefined();
    expect(press('pen', 0)).toBe(1);
    expect(press('pen', 0.5)).toBe(1);
    expect(press('pen', 1)).toBeGreaterThan(1);
    const line = (factor: number): InkStroke[] => [
      { erase: false, path: [0.5, 0.1, 0.5, 0.9], press: [factor, factor] },
    ];
    const [soft, usual, hard] = [press('pen', 0.05)!, 1, press('pen', 1)!].map((factor) =>
      lineWidth(fromStrokes(null, line(factor))),
    ) as [number, number, number];
    expect(soft).toBeLessThan(usual);
    expect(usual).toBeLessThan(hard);
    expect(hard / soft).toBeLessThan(1.7);
  });

  it('a pen owns the paper while it is down, and for a while after it was heard of', () => {
    const up = new Set<number>();
    expect(penOwns({ down: up, at: Number.NEGATIVE_INFINITY }, 0)).toBe(false);
    expect(penOwns({ down: up, at: 1_000 }, 1_000 + PEN_OWNS_MS - 1)).toBe(true);
    expect(penOwns({ down: up, at: 1_000 }, 1_000 + PEN_OWNS_MS)).toBe(false);
    expect(penOwns({ down: new Set([4]), at: 1_000 }, 1_000 + 2 * PEN_OWNS_MS)).toBe(true);
  });

  it('points that a palm left or rubbed out on the plane are as before', () => {
    const before = [0, 1, 2].map((x) => ({ x, y: 0, label: 0 }));
    const added = addPoint(before, { x: 4, y: 4, label: 1 });
    expect(putBack(added, [added.at(-1)!], [])).toEqual(before);
    const erased = erasePoints(before, 1, 0);
    expect(putBack(erased, [], [before[1]!])).toHaveLength(3);
    expect(putBack(before, [added.at(-1)!], [])).toBe(before);
  });
});
