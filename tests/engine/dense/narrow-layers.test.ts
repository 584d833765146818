import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNarrow, narrowPassBack, narrowSums, narrowWeightSlopes } from '@/engine/dense/narrow-layers';
import type { LayerSpan } from '@/engine/dense/shape';
import { createRandom } from '@/engine/random';

const cases = fc.record({
  inputs: fc.integer({ min: 1, max: 16 }),
  units: fc.integer({ min: 1, max: 16 }),
  count: fc.integer({ min: 1, max: 12 }),
  seed: fc.integer({ min: 0, max: 1e6 }),
});

/** A layer whose weights do not stand at the beginning, with numbers for it. */
function layerOf({ inputs, units, count, seed }: typeof cases extends fc.Arbitrary<infer T> ? T : never) {
  const random = createRandom(seed);
  const noise = (length: number) => Float64Array.from({ length }, () => random.normal());
  const span: LayerSpan = {
    inputs,
    units,
    activation: 'tanh',
    weightsAt: 3,
    biasesAt: 3 + inputs * units,
    count: inputs * units + units,
  };
  return {
    span,
    w: noise(3 + span.count + 2),
    x: noise(count * inputs + 2),
    delta: noise(count * units + 2),
    weight: (unit: number, input: number) => span.weightsAt + unit * inputs + input,
  };
}

const same = (a: Float64Array, b: Float64Array) => a.every((value, i) => Object.is(value, b[i]));
/** What stands where nothing should be written. */
const KEPT = 12_345.5;

describe('a narrow layer has the bits of plain loops, and writes nothing beside its numbers', () => {
  it('sums', () => {
    fc.assert(
      fc.property(cases, (of) => {
        const { span, w, x, weight } = layerOf(of);
        const wanted = new Float64Array(of.count * of.units + 2).fill(KEPT);
        for (let e = 0; e < of.count; e++)
          for (let unit = 0; unit < of.units; unit++) {
            let sum = w[span.biasesAt + unit]!;
            for (let i = 0; i < of.inputs; i++) sum += w[weight(unit, i)]! * x[e * of.inputs + i]!;
            wanted[e * of.units + unit] = sum;
          }
        const found = new Float64Array(wanted.length).fill(KEPT);
        narrowSums(w, span, x, found, of.count);
        return same(found, wanted);
      }),
    );
  });

  it('slopes of its weights', () => {
    fc.assert(
      fc.property(cases, (of) => {
        const { span, w, x, delta, weight } = layerOf(of);
        const wanted = new Float64Array(w.length).fill(KEPT);
        wanted.fill(0, span.weightsAt, span.biasesAt + of.units);
        for (let e = 0; e < of.count; e++)
          for (let unit = 0; unit < of.units; unit++) {
            const d = delta[e * of.units + unit]!;
            wanted[span.biasesAt + unit]! += d;
            for (let i = 0; i < of.inputs; i++) wanted[weight(unit, i)]! += d * x[e * of.inputs + i]!;
          }
        const found = new Float64Array(w.length).fill(KEPT);
        narrowWeightSlopes(found, span, delta, x, of.count);
        return same(found, wanted);
      }),
    );
  });

  it('what goes back', () => {
    fc.assert(
      fc.property(cases, (of) => {
        const { span, w, delta, weight } = layerOf(of);
        const wanted = new Float64Array(of.count * of.inputs + 2).fill(KEPT);
        for (let e = 0; e < of.count; e++)
          for (let i = 0; i < of.inputs; i++) {
            let sum = 0;
            for (let unit = 0; unit < of.units; unit++)
              sum += w[weight(unit, i)]! * delta[e * of.units + unit]!;
            wanted[e * of.inputs + i] = sum;
          }
        const found = new Float64Array(wanted.length).fill(KEPT);
        narrowPassBack(w, span, delta, found, of.count);
        return same(found, wanted);
      }),
    );
  });

  it('wide layers are left to the plain loops', () => {
    const { span } = layerOf({ inputs: 16, units: 16, count: 1, seed: 1 });
    expect(isNarrow(span)).toBe(true);
    expect(isNarrow({ ...span, inputs: 17 })).toBe(false);
    expect(isNarrow({ ...span, units: 17 })).toBe(false);
  });
});
