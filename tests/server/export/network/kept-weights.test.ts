import { expect, test } from 'vitest';
import { keptWeights } from '@/server/export/network/kept-weights';

const bytesOf = (value: number) => Uint8Array.of(0, 0, 0, value);

/** A store of one run: what was handed in, and moments by their steps. */
function storeOf(handedIn: number | null, moments: readonly number[]) {
  return {
    readWeights: async () => (handedIn === null ? null : bytesOf(handedIn)),
    listCheckpoints: async () =>
      moments.map((step) => ({
        step,
        size: 4,
        savedAt: 0,
        validationLoss: null,
        validationAccuracy: null,
        findings: [],
      })),
    readCheckpoint: async (_: string, step: number) => bytesOf(step),
  };
}

test('what was handed in comes before the last moment that is kept', async () => {
  expect(await keptWeights(storeOf(7, [1, 2]), 'run')).toEqual({ bytes: bytesOf(7), step: null });
  expect(await keptWeights(storeOf(null, [1, 2]), 'run')).toEqual({ bytes: bytesOf(2), step: 2 });
  expect(await keptWeights(storeOf(null, []), 'run')).toBeNull();
});
