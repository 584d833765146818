import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENGINE_BACKENDS } from '@/engine/backend/engine-backends';
import { ENGINE_ERRORS } from '@/engine/engine-error';
import { decideRecovery } from '@/engine/worker/recovery';

describe('recovery', () => {
  it('a lost context: go on elsewhere', () => {
    const failures = [{ code: 'context-lost', backend: 'webgl' }] as const;
    expect(decideRecovery(failures, 'auto')).toEqual({ act: 'restart', avoid: ['webgl'] });
    // Also where the student forced it: a training that goes on is worth more than the wish.
    expect(decideRecovery(failures, 'webgl')).toEqual({ act: 'restart', avoid: ['webgl'] });
  });

  it('a worker that died may try once more on the same backend', () => {
    const death = { code: 'worker-failed', backend: 'wasm' } as const;
    expect(decideRecovery([death], 'auto')).toEqual({ act: 'restart', avoid: [] });
    expect(decideRecovery([death, death], 'auto')).toEqual({ act: 'restart', avoid: ['wasm'] });
  });

  it('pictures that do not come, and a forced backend that does not start, are told', () => {
    expect(decideRecovery([{ code: 'data-failed', backend: 'wasm' }], 'auto').act).toBe('give-up');
    expect(decideRecovery([{ code: 'backend-failed', backend: null }], 'webgl').act).toBe('give-up');
  });

  it('always ends: whatever fails, it gives up sooner or later', () => {
    const failure = fc.record({
      code: fc.constantFrom(...ENGINE_ERRORS),
      backend: fc.constantFrom(null, ...ENGINE_BACKENDS),
    });
    fc.assert(
      fc.property(fc.array(failure, { minLength: 4, maxLength: 9 }), (failures) => {
        expect(decideRecovery(failures, 'auto').act).toBe('give-up');
      }),
    );
  });
});
