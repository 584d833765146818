import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '@/engine/random';
import { padded, Workbench } from './workbench';

const shapes = fc.record({
  rows: fc.integer({ min: 1, max: 21 }),
  columns: fc.integer({ min: 1, max: 29 }),
  steps: fc.integer({ min: 0, max: 40 }),
  seed: fc.integer({ min: 0, max: 1e6 }),
});
const noise = (seed: number, count: number) => {
  const random = createRandom(seed);
  return Float32Array.from({ length: count }, () => random.normal());
};
const UNIT = 2 ** -24;

/** S + A · B of rows × columns numbers in float64, and how far off float32 may be. */
function exact(
  rows: number,
  columns: number,
  steps: number,
  s: (row: number, column: number) => number,
  a: (row: number, step: number) => number,
  b: (step: number, column: number) => number,
) {
  return Array.from({ length: rows * columns }, (_, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    let value = s(row, column);
    let size = Math.abs(value);
    for (let step = 0; step < steps; step++) {
      const term = a(row, step) * b(step, column);
      value += term;
      size += Math.abs(term);
    }
    return { value, bound: (steps + 1) * UNIT * size * 1.01 };
  });
}

describe('the product', () => {
  for (const turned of ['neither', 'A', 'B'] as const) {
    it(`is within its bound for all sizes, and writes nothing beside its target (turned: ${turned})`, () => {
      fc.assert(
        fc.property(shapes, fc.boolean(), ({ rows, columns, steps, seed }, sameRow) => {
          const bench = new Workbench();
          const width = padded(columns);
          const at = {
            c: bench.room(rows * width),
            s: bench.room((sameRow ? 1 : rows) * width),
            a: bench.room(rows * steps),
            b: bench.room(steps * width),
            packed: bench.room(steps * width),
          };
          bench.open();
          const s = bench.numbers(at.s, (sameRow ? 1 : rows) * width);
          const a = bench.numbers(at.a, rows * steps);
          const b = bench.numbers(at.b, steps * width);
          s.set(noise(seed, s.length));
          a.set(noise(seed + 1, a.length));
          b.set(noise(seed + 2, b.length));
          const [bStep, bColumn] = turned === 'B' ? [1, steps] : [width, 1];
          const [aRow, aStep] = turned === 'A' ? [1, rows] : [steps, 1];
          const sRow = sameRow ? 0 : width;
          bench.kernels.pack(at.packed, at.b, 4 * bStep, 4 * bColumn, steps, width);
          bench.kernels.product(
            at.c,
            4 * width,
            at.s,
            4 * sRow,
            at.a,
            4 * aRow,
            4 * aStep,
            at.packed,
            rows,
            width,
            steps,
          );
          const wanted = exact(
            rows,
            width,
            steps,
            (row, column) => s[row * sRow + column]!,
            (row, step) => a[row * aRow + step * aStep]!,
            (step, column) => b[step * bStep + column * bColumn]!,
          );
          const c = bench.numbers(at.c, rows * width);
          return bench.tidy && wanted.every(({ value, bound }, i) => Math.abs(c[i]! - value) <= bound);
        }),
        { numRuns: 60 },
      );
    });
  }
});

describe('the first layer’s ink', () => {
  it('gives the bits of the whole product, forward and learning, and writes nothing beside its target', () => {
    fc.assert(
      fc.property(
        shapes,
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ rows, columns, steps, seed }, ink) => {
          const bench = new Workbench();
          const [pictures, size, width] = [rows, steps + 1, padded(columns)];
          const random = createRandom(seed);
          const at = {
            pixels: bench.room(Math.ceil((pictures * size) / 4)),
            numbers: bench.room(pictures * size),
            w: bench.room(size * width),
            whole: bench.room(size * width),
            biases: bench.room(width),
            zeros: bench.room(width),
            scratch: bench.room(4 * width),
            z: bench.room(pictures * width),
            d: bench.room(pictures * width),
            packed: bench.room(Math.max(size, pictures) * width),
            byPicture: bench.room(pictures + 1),
            byPixel: bench.room(size + 1),
            entries: bench.room(2 * pictures * size),
            turned: bench.room(2 * pictures * size),
          };
          bench.open();
          const { kernels } = bench;
          const pixels = bench.bytes(at.pixels, pictures * size);
          pixels.set(pixels.map(() => (random.uniform() < ink ? 1 + random.int(255) : 0)));
          bench.numbers(at.numbers, pictures * size).set(Float32Array.from(pixels, (byte) => byte / 255));
          const w = bench.numbers(at.w, size * width);
          w.set(noise(seed, w.length));
          bench.numbers(at.whole, w.length).set(w);
          bench.numbers(at.biases, width).set(noise(seed + 1, width));
          bench.numbers(at.d, pictures * width).set(noise(seed + 2, pictures * width));
          const row = 4 * width;
          kernels.setRule(0, 0.5, 0, 0);
          kernels.inkByPicture(at.pixels, pictures, size, at.byPicture, at.entries);
          kernels.inkForward(at.z, at.w, at.biases, row, at.byPicture, at.entries, pictures, width);
          const z = bench.numbers(at.z, pictures * width).slice();
          kernels.pack(at.packed, at.w, row, 4, size, width);
          kernels.product(at.z, row, at.biases, 0, at.numbers, 4 * size, 4, at.packed, pictures, width, size);
          const same = (a: Float32Array, b: Float32Array) => a.every((value, i) => Object.is(value, b[i]));
          if (!same(z, bench.numbers(at.z, z.length))) return false;
          kernels.inkByPixel(at.byPicture, at.entries, pictures, size, at.byPixel, at.turned);
          kernels.learnInk(at.w, row, at.d, at.byPixel, at.turned, at.zeros, at.scratch, size, width, 0);
          kernels.pack(at.packed, at.d, row, 4, pictures, width);
          kernels.learnDense(
            at.whole,
            row,
            at.numbers,
            4 * size,
            at.packed,
            at.zeros,
            at.scratch,
            size,
            width,
            pictures,
            0,
          );
          return bench.tidy && same(w, bench.numbers(at.whole, w.length));
        },
      ),
      { numRuns: 60 },
    );
  });
});

it('refuses a view before the arena is reserved, and room after it', () => {
  const bench = new Workbench();
  const at = bench.room(4);
  expect(() => bench.numbers(at, 4)).toThrow('not reserved');
  bench.open();
  expect(() => bench.room(4)).toThrow('reserved already');
});
