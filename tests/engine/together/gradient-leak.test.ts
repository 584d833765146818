import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Examples } from '@/engine/digits/examples';
import { sliceExamples } from '@/engine/digits/examples';
import { pictureGradient } from '@/engine/together/picture-gradient';
import { readGradient } from '@/engine/together/read-gradient';
import {
  addWords,
  bytesToWords,
  isGradientSum,
  wholeGradient,
  wordsToBytes,
} from '@/engine/together/whole-gradient';
import { LEAK, leakNumbers } from '@/protocol/leak-rules';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { onKernels } from '@/tests/engine/kernels-module';

const PICTURES = 60;

describe('a gradient of one example', () => {
  let pictures: Examples;
  beforeAll(async () => {
    pictures = (await allPictures()).train;
  });
  const one = (at: number) => {
    const { pixels, labels } = sliceExamples(pictures, at, 1);
    return { pixels, label: labels[0]! };
  };
  const gradientOf = (at: number, seed = 1) =>
    pictureGradient({ dataset: 'digits', seed, ...one(at) }, onKernels);

  it('is the picture, pixel by pixel, and its label, as whole numbers too', async () => {
    for (let at = 0; at < PICTURES; at++) {
      const words = wholeGradient(await gradientOf(at, at));
      expect(words.length).toBe(leakNumbers('digits'));
      expect(isGradientSum(words, 1)).toBe(true);
      expect(readGradient('digits', words)).toMatchObject(one(at));
    }
  });

  it('is what changes the loss: one step by it lowers it', async () => {
    const gradient = await gradientOf(3);
    // ∂L/∂b of the answers is p − y: it adds up to nothing, and is negative where the answer is right.
    const last = gradient.subarray(-10);
    expect(last.reduce((sum, slope) => sum + slope, 0)).toBeCloseTo(0, 5);
    expect([...last].map((slope) => slope < 0)).toEqual(
      Array.from({ length: 10 }, (_, label) => label === one(3).label),
    );
  });

  it('says nothing where no unit fired', () => {
    expect(readGradient('digits', new Int32Array(leakNumbers('digits')))).toBeNull();
  });

  it('of many, added up, shows no single picture', async () => {
    const sum = new Int32Array(leakNumbers('digits'));
    for (let at = 0; at < 24; at++) addWords(sum, wholeGradient(await gradientOf(at)), 1);
    expect(isGradientSum(sum, 24)).toBe(true);
    const { pixels } = readGradient('digits', sum)!;
    for (let at = 0; at < 24; at++) {
      const same = one(at).pixels.filter((pixel, i) => pixel > 0 && pixel === pixels[i]).length;
      expect(same).toBeLessThan(30);
    }
  });
});

describe('gradients as whole numbers', () => {
  it('keep to the bounds in which the sum of all devices is exact', () => {
    expect(LEAK.largest * LEAK.mostDevices).toBeLessThan(2 ** 31);
    expect([...wholeGradient([1, -0.5, 1e9, -1e9, 0])]).toEqual([
      LEAK.scale,
      -LEAK.scale / 2,
      LEAK.largest,
      -LEAK.largest,
      0,
    ]);
  });

  it('cross the wire as they are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })), (list) => {
        const words = Int32Array.from(list);
        expect(bytesToWords(wordsToBytes(words))).toEqual(words);
      }),
    );
    expect([...wordsToBytes(Int32Array.of(1, -2))]).toEqual([1, 0, 0, 0, 254, 255, 255, 255]);
  });

  it('of floating-point noise and no numbers are no gradient', () => {
    const floats = new Uint8Array(Float32Array.of(Number.NaN, 1e30, -1e-30, Number.POSITIVE_INFINITY).buffer);
    expect(isGradientSum(bytesToWords(floats), LEAK.mostDevices)).toBe(false);
  });
});
