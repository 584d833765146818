import { describe, expect, it, vi } from 'vitest';
import { calibrate } from '@/engine/backend/calibrate';
import { type BackendChoice, chooseCandidates, worthMeasuring } from '@/engine/backend/choose-backend';
import { isSoftwareRenderer } from '@/engine/backend/webgl-context';
import { startNodeBackend } from '@/engine/verify/start-node-backend';
import { SMALL } from '@/tests/engine/experiments';

// Real arithmetic on a machine that may be busy with other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const here = (changes: Partial<BackendChoice>): BackendChoice => ({
  wanted: 'auto',
  remembered: null,
  avoid: [],
  webgl: null,
  ...changes,
});

describe('choice of backend', () => {
  it('a real graphics card is taken without measuring', () => {
    expect(chooseCandidates(here({ webgl: { software: false }, remembered: 'wasm' }))).toEqual({
      why: 'default',
      measure: [],
      order: ['webgl', 'wasm', 'cpu'],
    });
  });

  it('without one, WASM and WebGL in software are measured, once', () => {
    expect(chooseCandidates(here({ webgl: { software: true } }))).toMatchObject({
      why: 'measured',
      measure: ['wasm', 'webgl'],
    });
    expect(chooseCandidates(here({ webgl: { software: true }, remembered: 'wasm' }))).toMatchObject({
      why: 'remembered',
      measure: [],
      order: ['wasm', 'webgl', 'cpu'],
    });
  });

  it('with no WebGL at all there is nothing to measure', () => {
    expect(chooseCandidates(here({}))).toEqual({ why: 'default', measure: [], order: ['wasm', 'cpu'] });
  });

  it('what the student forces is taken alone, unless it failed', () => {
    expect(chooseCandidates(here({ wanted: 'cpu' }))).toEqual({ why: 'chosen', measure: [], order: ['cpu'] });
    expect(chooseCandidates(here({ wanted: 'webgl', avoid: ['webgl'], webgl: { software: true } }))).toEqual({
      why: 'recovered',
      measure: [],
      order: ['wasm', 'cpu'],
    });
  });

  it('WebGL in software is measured only where it costs little or WASM is very slow', () => {
    expect(worthMeasuring('wasm', 300, null)).toBe(true);
    expect(worthMeasuring('webgl', 250, 10)).toBe(false);
    expect(worthMeasuring('webgl', 250, 800)).toBe(true);
  });

  it('knows renderers that are programs', () => {
    for (const name of [
      'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)))',
      'llvmpipe (LLVM 15)',
      'Microsoft Basic Render Driver',
    ]) {
      expect(isSoftwareRenderer(name)).toBe(true);
    }
    for (const name of ['ANGLE (Intel, Intel(R) UHD Graphics 600)', 'Apple GPU', null])
      expect(isSoftwareRenderer(name)).toBe(false);
  });
});

describe('calibration', () => {
  it('measures what starts and passes over what does not', async () => {
    const measured = await calibrate(SMALL, ['webgl', 'wasm'], async (name) => {
      if (name === 'webgl') throw new Error('none');
      await startNodeBackend('wasm');
    });
    expect(measured).toHaveLength(1);
    expect(measured[0]).toMatchObject({ backend: 'wasm' });
    expect(measured[0]!.stepMs).toBeGreaterThan(0);
    expect(measured[0]!.stepMs).toBeLessThan(1_000);
  });
});
