import { describe, expect, test } from 'vitest';
import { spokenPixels } from '@/engine/inside/spoken';
import { plainLogits } from '@/engine/network/plain-forward';
import type { Architecture } from '@/protocol/experiment';
import type { Activation } from '@/protocol/experiment-choices';
import { drawnNetwork } from '@/tests/server/export/network/made-networks';
import { askedAboutRing, toItsEnd } from './asked';

const RIVALS = { answer: 3, other: 8 };

function dense(hidden: number[], activation: Activation) {
  const architecture: Architecture = { dataset: 'digits', network: { kind: 'dense', hidden, activation } };
  const { picture } = askedAboutRing('no hidden layer');
  return { architecture, weights: drawnNetwork(architecture, 9).weights, picture };
}

describe.each([
  ['no hidden layer', dense([], 'relu')],
  ['relu', dense([32, 16], 'relu')],
  ['tanh', dense([20, 13, 7], 'tanh')],
  ['sigmoid', dense([24], 'sigmoid')],
])('dense, %s', (name, asked) => {
  const spoken = toItsEnd(spokenPixels(asked, RIVALS));
  const { architecture, weights, picture } = asked;

  test('the parts of all pixels, and what paper says, add up to the lead', () => {
    const sum = spoken.pixels.reduce((total, part) => total + part, 0);
    expect(spoken.how).toBe('shares');
    expect(Math.abs(spoken.blankLead + sum - spoken.lead)).toBeLessThan(1e-3);
    expect(Math.abs(sum)).toBeGreaterThan(0.1);
  });

  test('the lead is the difference of the logits, here and on paper', () => {
    const logits = plainLogits(architecture, weights, picture);
    const onPaper = plainLogits(architecture, weights, new Float32Array(784));
    expect(spoken.lead).toBe(logits[3]! - logits[8]!);
    expect(spoken.blankLead).toBe(onPaper[3]! - onPaper[8]!);
  });

  test('paper says nothing', () => {
    picture.forEach((ink, at) => {
      if (ink === 0) expect(Math.abs(spoken.pixels[at]!)).toBe(0);
    });
  });

  test('asked the other way round it is the same with the other sign', () => {
    const turned = toItsEnd(spokenPixels(asked, { answer: 8, other: 3 }));
    turned.pixels.forEach((part, at) => {
      expect(part).toBeCloseTo(-spoken.pixels[at]!, 4);
    });
  });

  if (name === 'no hidden layer')
    test('with no hidden layer a pixel’s part is its ink times the difference of two weights', () => {
      picture.forEach((ink, at) => {
        const [one, other] = [weights[at * 10 + 3]!, weights[at * 10 + 8]!];
        expect(spoken.pixels[at]).toBeCloseTo(ink * (one - other), 5);
      });
    });
});

test.each(['one convolution', 'two convolutions, clothes'])(
  '%s: what is said of a pixel comes true',
  (name) => {
    const asked = askedAboutRing(name);
    const { architecture, weights, picture } = asked;
    const spoken = toItsEnd(spokenPixels(asked, RIVALS));
    expect(spoken.how).toBe('taken-away');
    for (const at of [...picture.keys()].filter((pixel) => picture[pixel]! > 0.9).slice(0, 12)) {
      const without = picture.slice();
      without[at] = 0;
      const logits = plainLogits(architecture, weights, without);
      expect(spoken.lead - spoken.pixels[at]!).toBeCloseTo(logits[3]! - logits[8]!, 4);
    }
  },
);
