import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Examples } from '@/engine/digits/examples';
import { evaluate } from '@/engine/network/evaluate';
import { TfjsNetwork } from '@/engine/network/tfjs-network';
import { Batches } from '@/engine/training/batches';
import { totalSteps } from '@/engine/training/schedule';
import { startOf } from '@/engine/training/start-of';
import { drawPart, VALIDATION_PART, ValidationSet } from '@/engine/training/validation';
import { startNodeBackend } from '@/engine/verify/start-node-backend';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { SMALL } from '@/tests/engine/experiments';

describe('a part that stands for the whole', () => {
  it('has its share of every digit, within one, each picture once; the seed decides which', () => {
    const anyLabels = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(anyLabels, fc.nat(1_000), fc.integer({ min: 1, max: 500 }), (labels, seed, size) => {
        const part = drawPart(labels, seed, size);
        expect(new Set(part).size).toBe(Math.min(size, labels.length));
        for (let digit = 0; digit < 10; digit++) {
          const share = (labels.filter((one) => one === digit).length * part.length) / labels.length;
          const drawn = part.filter((i) => labels[i] === digit).length;
          expect(Math.abs(drawn - share)).toBeLessThan(1 + 1e-9);
        }
        expect(drawPart(labels, seed, size)).toEqual(part);
      }),
    );
    const labels = Array.from({ length: 2_000 }, (_, i) => i % 10);
    expect(drawPart(labels, 1, 500)).not.toEqual(drawPart(labels, 2, 500));
  });

  it('carries what the whole found to the next part, within what a share can be', () => {
    const labels = Uint8Array.from({ length: 2_000 }, (_, i) => i % 10);
    const all: Examples = { count: 2_000, pixels: new Uint8Array(2_000 * 784), labels };
    const set = new ValidationSet(all, 1);
    const measured = (accuracy: number, examples: number, loss = 0.2) => ({ accuracy, examples, loss });
    expect(set.estimate(measured(0.95, 500)).accuracy).toBe(0.95);
    expect(set.whole(measured(0.95, 500), measured(0.93, 1_500))).toEqual({
      loss: expect.closeTo(0.2, 9),
      accuracy: 0.935,
      examples: 2_000,
    });
    expect(set.estimate(measured(0.96, 500)).accuracy).toBeCloseTo(0.945, 9);
    set.whole(measured(0.9, 500, 0.9), measured(0.98, 1_500, 0.1));
    expect(set.estimate(measured(1, 500, 0.1))).toMatchObject({ accuracy: 1, loss: 0, examples: 500 });
  });
});

describe('with the real pictures', () => {
  let pictures: Awaited<ReturnType<typeof allPictures>>;
  beforeAll(async () => {
    await startNodeBackend();
    pictures = await allPictures();
  });

  it('lies nearer to the whole than the first 500 pictures, which are easier', async () => {
    const errors = { first: [] as number[], part: [] as number[] };
    const all = pictures.validation!;
    for (const seed of [3, 4, 5, 6]) {
      const experiment = { ...SMALL, seed, examples: 4_000, epochs: 2 };
      const network = new TfjsNetwork(experiment, startOf(experiment));
      const batches = new Batches(experiment, pictures);
      const set = new ValidationSet(all, seed);
      const steps = totalSteps(experiment);
      for (let step = 0; step < steps; step++) {
        const { pixels, labels } = batches.at(step);
        network.trainStep(pixels, labels);
        if ((step + 1) % Math.floor(steps / 4) !== 0) continue;
        await network.measure();
        const measure = (examples: Examples) => evaluate(network, 'cross-entropy', examples);
        const part = await measure(set.part);
        const estimate = set.estimate(part).accuracy;
        const whole = set.whole(part, await measure(set.rest)).accuracy;
        const first = await measure({
          count: VALIDATION_PART,
          pixels: all.pixels.subarray(0, VALIDATION_PART * 784),
          labels: all.labels.subarray(0, VALIDATION_PART),
        });
        expect(whole).toBeCloseTo((await measure(all)).accuracy, 12);
        errors.first.push(first.accuracy - whole);
        errors.part.push(estimate - whole);
      }
      network.dispose();
    }
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    // The control: the first 500 are easier nearly every time.
    expect(mean(errors.first)).toBeGreaterThan(0.004);
    expect(Math.abs(mean(errors.part))).toBeLessThan(mean(errors.first) / 2);
    expect(mean(errors.part.map(Math.abs))).toBeLessThan(mean(errors.first.map(Math.abs)));
  });
});
