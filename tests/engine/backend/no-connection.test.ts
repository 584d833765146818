import { describe, expect, it } from 'vitest';
import { calibrate } from '@/engine/backend/calibrate';
import { openBackend } from '@/engine/backend/open-backend';
import { EngineError } from '@/engine/engine-error';
import { SMALL } from '@/tests/engine/experiments';
import { onKernels } from '@/tests/engine/kernels-module';

// Nobody listens on port 1: what is asked of it never comes.
const NOWHERE = 'http://127.0.0.1:1/wasm/';

describe('a backend whose code cannot come', () => {
  it('is a lost connection, not a reason to take a slower one', async () => {
    await expect(
      openBackend(
        SMALL,
        { wanted: 'auto', remembered: null, avoid: [] },
        { wasmUrl: NOWHERE, onContextLost: () => undefined },
      ),
    ).rejects.toMatchObject({ code: 'data-failed' });
  });

  it('is not measured against the others: none of them is remembered', async () => {
    await expect(
      calibrate(SMALL, ['kernels', 'webgl'], null, async (name) => {
        if (name === 'kernels') throw new EngineError('data-failed', 'no connection');
        return { network: onKernels };
      }),
    ).rejects.toMatchObject({ code: 'data-failed' });
  });
});
