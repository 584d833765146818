import { describe, expect, test } from 'vitest';
import { flipPixels, turned } from '@/engine/inside/flip';
import { answerOf } from '@/engine/network/answer-of';
import { plainLogits } from '@/engine/network/plain-forward';
import { ARCHITECTURES, engineLogits } from '@/tests/server/export/network/made-networks';
import { askedAboutRing, toItsEnd } from './asked';

describe.each(Object.keys(ARCHITECTURES))('%s', (name) => {
  const asked = askedAboutRing(name);
  const { architecture, weights, picture } = asked;
  const flip = toItsEnd(flipPixels(asked))!;
  const before = answerOf(plainLogits(architecture, weights, picture), 0, 10);

  test('the engine answers something else to the changed picture', async () => {
    const logits = await engineLogits({ architecture, weights }, flip.picture);
    expect(answerOf(logits, 0, 10)).toBe(flip.answer);
    expect(flip.answer).not.toBe(before);
  });

  test('only the named pixels differ, each full ink or paper', () => {
    const differ = [...picture.keys()].filter((at) => picture[at] !== flip.picture[at]);
    expect(differ).toEqual([...flip.changed].sort((a, b) => a - b));
    for (const at of differ) expect(flip.picture[at]).toBe(turned(picture[at]!));
  });

  test('none of them can be left out', () => {
    for (const at of flip.changed) {
      const without = flip.picture.slice();
      without[at] = picture[at]!;
      expect(answerOf(plainLogits(architecture, weights, without), 0, 10)).toBe(before);
    }
  });

  test('the network that was asked is as it was', () => {
    expect(asked.picture).toEqual(askedAboutRing(name).picture);
    expect(asked.weights).toEqual(askedAboutRing(name).weights);
  });
});

test('where one pixel is enough it finds one', () => {
  const asked = askedAboutRing('no hidden layer');
  const weights = new Float32Array(7850);
  weights[7840 + 5] = 0.5;
  weights[30 * 10 + 2] = 1;
  expect(toItsEnd(flipPixels({ ...asked, weights }))).toMatchObject({ changed: [30], answer: 2 });
});

test('where nothing flips it, it says so', () => {
  const asked = askedAboutRing('no hidden layer');
  const deaf = new Float32Array(7850);
  deaf[7840 + 5] = 1;
  expect(toItsEnd(flipPixels({ ...asked, weights: deaf }))).toBeNull();
  expect(toItsEnd(flipPixels({ ...asked, weights: deaf.fill(Number.NaN) }))).toBeNull();
});
