import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDrawing, inkOfCanvas } from '@/engine/digits/from-drawing';
import { PAPER } from '@/protocol/datasets';

const { side: SIDE } = PAPER;

function box(out: Uint8Array) {
  const xs: number[] = [];
  const ys: number[] = [];
  out.forEach((v, i) => {
    if (v === 0) return;
    xs.push(i % SIDE);
    ys.push(Math.floor(i / SIDE));
  });
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function centre(out: Uint8Array) {
  let mass = 0;
  let x = 0;
  let y = 0;
  out.forEach((v, i) => {
    mass += v;
    x += v * ((i % SIDE) + 0.5);
    y += v * (Math.floor(i / SIDE) + 0.5);
  });
  return { x: x / mass, y: y / mass };
}

function rectangle(width: number, height: number, x: number, y: number, w: number, h: number): Uint8Array {
  const ink = new Uint8Array(width * height);
  for (let r = y; r < y + h; r++) for (let c = x; c < x + w; c++) ink[r * width + c] = 255;
  return ink;
}

describe('drawing to picture', () => {
  it('nothing drawn is an empty picture', () => {
    expect(fromDrawing(new Uint8Array(100), 10, 10).every((v) => v === 0)).toBe(true);
  });

  it('the longer side becomes 20 pixels, proportions stay', () => {
    const found = box(fromDrawing(rectangle(280, 280, 10, 200, 30, 60), 280, 280));
    expect(found.bottom - found.top + 1).toBe(20);
    expect(found.right - found.left + 1).toBe(10);
  });

  it('fractions of covered pixels become shades', () => {
    const ink = rectangle(100, 100, 20, 20, 50, 50);
    for (let i = 0; i < ink.length; i++) if ((Math.floor(i / 100) + i) % 2 === 0) ink[i] = 0;
    const middle = fromDrawing(ink, 100, 100)[14 * SIDE + 14]!;
    expect(middle).toBeGreaterThan(90);
    expect(middle).toBeLessThan(165);
  });

  it('anywhere and any size: inside, and the centre of mass within half a pixel of the middle', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 0, max: 79 }),
        fc.integer({ min: 0, max: 79 }),
        (w, h, x, y) => {
          const out = fromDrawing(rectangle(200, 200, x, y, w, h), 200, 200);
          const { x: cx, y: cy } = centre(out);
          expect(Math.abs(cx - 14)).toBeLessThanOrEqual(0.51);
          expect(Math.abs(cy - 14)).toBeLessThanOrEqual(0.51);
        },
      ),
    );
  });

  it('the same drawing elsewhere is the same picture', () => {
    const here = fromDrawing(rectangle(280, 280, 30, 40, 50, 90), 280, 280);
    expect(fromDrawing(rectangle(280, 280, 130, 100, 50, 90), 280, 280)).toEqual(here);
  });

  it('a lopsided drawing keeps all its ink', () => {
    // A heavy foot pulls the centre of mass down by more than the margin of four pixels.
    const ink = rectangle(200, 200, 99, 0, 2, 180);
    for (let r = 160; r < 180; r++) for (let c = 20; c < 180; c++) ink[r * 200 + c] = 255;
    const out = fromDrawing(ink, 200, 200);
    const found = box(out);
    expect(found.bottom - found.top + 1).toBe(20);
    expect(found.right - found.left + 1).toBe(18);
  });

  it("takes a canvas's alpha as ink", () => {
    expect([...inkOfCanvas(Uint8ClampedArray.from([1, 2, 3, 200, 0, 0, 0, 0]))]).toEqual([200, 0]);
  });
});
