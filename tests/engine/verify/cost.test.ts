import { describe, expect, it } from 'vitest';
import { readWeights, weightBytes } from '@/engine/verify/check-weights';
import { scoringOperations } from '@/engine/verify/cost';
import type { Architecture, Network } from '@/protocol/experiment';
import { LIMITS } from '@/protocol/limits';

const onDigits = (network: Network): Architecture => ({ dataset: 'digits', network });
const linear = onDigits({ kind: 'dense', hidden: [], activation: 'relu' });
const largest: Network[] = [
  { kind: 'dense', hidden: [512, 512, 512], activation: 'sigmoid' },
  { kind: 'convolutional', filters: [32, 32], kernel: 5, dense: 256, activation: 'tanh' },
];

describe('what scoring a network costs', () => {
  it('is known from its shape: a multiplication and an addition a weight and picture, a place for a convolution', () => {
    expect(scoringOperations(linear) - 1e9).toBe(4_000 * 2 * 7_840);
    const convolution = 28 * 28 * 25 * 32 + 14 * 14 * (25 * 32) * 32 + 7 * 7 * 32 * 256 + 256 * 10;
    expect(scoringOperations(onDigits(largest[1]!)) - 1e9).toBe(4_000 * 2 * convolution);
  });

  it('of every network that an experiment can ask for is bearable, and a larger one is not', () => {
    for (const network of largest)
      expect(scoringOperations(onDigits(network))).toBeLessThan(LIMITS.operationsPerSubmission);
    const beyond = { ...largest[1]!, filters: [64, 64] } as Network;
    expect(scoringOperations(onDigits(beyond))).toBeGreaterThan(LIMITS.operationsPerSubmission);
  });
});

describe('weights as they are read', () => {
  const bytesOf = (weight: number) => {
    const weights = new Float32Array(weightBytes(linear) / 4).fill(0.5);
    weights[7_000] = weight;
    return new Uint8Array(weights.buffer);
  };
  const read = (weight: number) => {
    const weights = readWeights(linear, bytesOf(weight));
    return typeof weights === 'string' ? weights : weights[7_000];
  };

  it('are 0 where they are so small that processors crawl', () => {
    expect([1e-20, -1e-40, 5e-324, 1e-9, 0].map(read)).toEqual([0, 0, 0, 0, 0]);
    expect(read(1e-7)).toBeCloseTo(1e-7, 12);
  });

  it('are refused where they are so large that outputs overflow, or are no numbers', () => {
    expect([3e38, -1e7].map(read)).toEqual(['too-large', 'too-large']);
    expect([Number.NaN, Number.NEGATIVE_INFINITY].map(read)).toEqual(['not-finite', 'not-finite']);
    expect(read(-999_999)).toBe(-999_999);
    expect(readWeights(linear, bytesOf(1).subarray(4))).toBe('wrong-length');
  });
});
