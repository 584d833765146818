import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVATION_KINDS, LOSS_KINDS } from '@/engine/kernels/kernels';
import { LOSSES } from '@/protocol/experiment-choices';
import { padded, Workbench } from './workbench';

/** Numbers over a range, closer where functions bend most. */
const RANGE = Float32Array.from({ length: 20_000 }, (_, i) => ((i - 10_000) / 10_000) ** 3 * 87);

function through(values: Float32Array, work: (bench: Workbench, at: number) => void): Float32Array {
  const bench = new Workbench();
  const at = bench.room(values.length);
  bench.open();
  bench.numbers(at, values.length).set(values);
  work(bench, at);
  expect(bench.tidy).toBe(true);
  return bench.numbers(at, values.length).slice();
}

const worst = (found: Float32Array, wanted: (x: number) => number, relative: boolean) =>
  RANGE.reduce((most, x, i) => {
    const exact = wanted(x);
    return Math.max(most, Math.abs(found[i]! - exact) / (relative ? Math.abs(exact) : 1));
  }, 0);

describe('functions', () => {
  it('the exponential', () => {
    const found = through(RANGE, ({ kernels }, at) => kernels.exponentials(at, RANGE.length));
    expect(worst(found, Math.exp, true)).toBeLessThan(1.2e-7);
  });

  it('sigmoid and tanh', () => {
    const of = (kind: number) =>
      through(RANGE, ({ kernels }, at) => kernels.activate(kind, at, RANGE.length));
    expect(worst(of(ACTIVATION_KINDS.sigmoid), (x) => 1 / (1 + Math.exp(-x)), false)).toBeLessThan(1.5e-7);
    expect(worst(of(ACTIVATION_KINDS.tanh), Math.tanh, false)).toBeLessThan(1.5e-7);
  });

  it('at the ends: nothing overflows, NaN stays NaN', () => {
    const ends = Float32Array.of(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, 0);
    const of = (kind: number) =>
      Array.from(through(ends, ({ kernels }, at) => kernels.activate(kind, at, 4)));
    const [top, bottom, nan, zero] = of(ACTIVATION_KINDS.sigmoid);
    expect([top, nan, zero]).toEqual([1, Number.NaN, 0.5]);
    expect(bottom).toBeLessThan(1e-30);
    expect(of(ACTIVATION_KINDS.tanh)).toEqual([1, -1, Number.NaN, 0]);
    expect(of(ACTIVATION_KINDS.relu).slice(0, 3)).toEqual([Number.POSITIVE_INFINITY, 0, Number.NaN]);
  });
});

/**
 * Errors of a slope, times the examples, in units of 2⁻²⁴, for at most sixteen classes. A share is off by at most 22: exponential 2, its argument 1, the
 * sum of the others 17, division 2; the label, the mean over the examples and rounding add 3. The squared error takes differences of shares times shares: four times
 * as much covers what is reached (1.5e-6 in 15,000 cases, 7.5e-7 of the other loss).
 */
const BOUNDS = { 'cross-entropy': 25 * 2 ** -24, 'squared-error': 100 * 2 ** -24 };

describe('the slope of a loss by the answer layer’s sums', () => {
  const cases = fc.record({
    examples: fc.integer({ min: 1, max: 9 }),
    classes: fc.integer({ min: 2, max: 16 }),
    scale: fc.constantFrom(0.1, 3, 60),
    seed: fc.infiniteStream(fc.double({ min: -1, max: 1, noNaN: true })),
  });
  it.each(LOSSES)('%s: within its bound of float64, padding 0', (loss) => {
    fc.assert(
      fc.property(cases, ({ examples, classes, scale, seed }) => {
        const bench = new Workbench();
        const width = padded(classes);
        const [z, d, labels] = [
          bench.room(examples * width),
          bench.room(examples * width),
          bench.room(examples),
        ];
        bench.open();
        const sums = bench.numbers(z, examples * width);
        for (let i = 0; i < sums.length; i++) sums[i] = seed.next().value! * scale;
        const right = Uint8Array.from(
          { length: examples },
          () => Math.abs(seed.next().value!) * (classes - 0.01),
        );
        bench.bytes(labels, examples).set(right);
        bench.kernels.lossSlopes(LOSS_KINDS[loss], d, z, 4 * width, labels, examples, classes);
        const found = bench.numbers(d, examples * width);
        for (let example = 0; example < examples; example++) {
          const row = Array.from(sums.subarray(example * width, example * width + classes));
          const top = Math.max(...row);
          const powers = row.map((x) => Math.exp(x - top));
          const total = powers.reduce((a, b) => a + b);
          const p = powers.map((power) => power / total);
          const e = p.map((value, k) => value - (k === right[example] ? 1 : 0));
          const inner = e.reduce((sum, value, k) => sum + value * p[k]!, 0);
          for (let k = 0; k < width; k++) {
            const wanted = k >= classes ? 0 : loss === 'cross-entropy' ? e[k]! : 2 * p[k]! * (e[k]! - inner);
            if (Math.abs(found[example * width + k]! - wanted / examples) > BOUNDS[loss] / examples)
              return false;
          }
        }
        return bench.tidy;
      }),
      { numRuns: 100 },
    );
  });
});
