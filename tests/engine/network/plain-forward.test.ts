import { describe, expect, test } from 'vitest';
import { plainLogits } from '@/engine/network/plain-forward';
import { DATASETS } from '@/protocol/datasets';
import {
  ARCHITECTURES,
  drawnNetwork,
  drawnPictures,
  engineLogits,
  farthest,
} from '@/tests/server/export/network/made-networks';

describe('plain loops answer as tfjs does', () => {
  test.each(Object.entries(ARCHITECTURES))('%s', async (_, architecture) => {
    const network = drawnNetwork(architecture, 4);
    const pictures = drawnPictures(architecture, 3, 5);
    const { pixels } = DATASETS[architecture.dataset];
    const plain = [0, 1, 2].flatMap((i) => [
      ...plainLogits(architecture, network.weights, pictures.slice(i * pixels, (i + 1) * pixels)),
    ]);
    expect(farthest(plain, await engineLogits(network, pictures))).toBeLessThan(1e-4);
  });
});
