import { expect, test } from 'vitest';
import { floatText } from '@/client/inside/float-text';
import { createRandom } from '@/engine/random';

const read = (text: string) => Math.fround(Number(text.replace(/−/g, '-')));

test('every float32 comes back from its digits', () => {
  const random = createRandom(7);
  for (let i = 0; i < 2_000; i++) {
    const value = Math.fround(random.normal() * 10 ** Math.round(random.uniform() * 12 - 8));
    expect(read(floatText(value))).toBe(value);
  }
});

test('no digit more than it takes', () => {
  expect(floatText(Math.fround(0.1))).toBe('0.1');
  expect(floatText(Math.fround(222 / 255))).toBe('0.87058824');
  expect(floatText(-0.25)).toBe('−0.25');
  expect(floatText(-0)).toBe('0');
  expect(floatText(Number.NaN)).toBe('NaN');
  expect(floatText(Number.NEGATIVE_INFINITY)).toBe('−∞');
});
