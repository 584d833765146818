import { describe, expect, it } from 'vitest';
import { calibrate } from '@/engine/backend/calibrate';
import { type BackendChoice, chooseCandidates, worthMeasuring } from '@/engine/backend/choose-backend';
import { isSoftwareRenderer } from '@/engine/backend/webgl-context';
import { TfjsNetwork } from '@/engine/network/tfjs-network';
import { startNodeBackend } from '@/engine/verify/start-node-backend';
import { SMALL } from '@/tests/engine/experiments';
import { onKernels } from '@/tests/engine/kernels-module';

// Real arithmetic on a machine that may be busy with other tests.
const here = (changes: Partial<BackendChoice>): BackendChoice => ({
  wanted: 'auto',
  remembered: null,
  avoid: [],
  webgl: null,
  webgpu: null,
  kernels: true,
  ...changes,
});

describe('choice of backend', () => {
  it('a real graphics card is measured against the kernels, once', () => {
    expect(chooseCandidates(here({ webgl: { software: false } }))).toEqual({
      why: 'measured',
      measure: ['kernels', 'webgl'],
      order: ['webgl', 'kernels', 'wasm', 'cpu'],
    });
    expect(chooseCandidates(here({ webgl: { software: false }, remembered: 'kernels' }))).toEqual({
      why: 'remembered',
      measure: [],
      order: ['kernels', 'webgl', 'wasm', 'cpu'],
    });
  });

  it('a real graphics card is taken without measuring where there are no kernels', () => {
    const without = here({ webgl: { software: false }, kernels: false, remembered: 'wasm' });
    expect(chooseCandidates(without)).toEqual({
      why: 'default',
      measure: [],
      order: ['webgl', 'wasm', 'cpu'],
    });
  });

  it('without a card the kernels are measured against WebGL in software, and WASM where they are missing', () => {
    expect(chooseCandidates(here({ webgl: { software: true } }))).toMatchObject({
      why: 'measured',
      measure: ['kernels', 'webgl'],
      order: ['kernels', 'wasm', 'webgl', 'cpu'],
    });
    expect(chooseCandidates(here({ webgl: { software: true }, kernels: false }))).toMatchObject({
      why: 'measured',
      measure: ['wasm', 'webgl'],
      order: ['wasm', 'webgl', 'cpu'],
    });
    expect(chooseCandidates(here({ webgl: { software: true }, remembered: 'wasm' }))).toMatchObject({
      why: 'remembered',
      measure: [],
      order: ['wasm', 'kernels', 'webgl', 'cpu'],
    });
  });

  it('with WebGPU three are measured, where it is a card’s', () => {
    const card = { webgl: { software: false }, webgpu: { software: false } };
    expect(chooseCandidates(here(card))).toEqual({
      why: 'measured',
      measure: ['kernels', 'webgl', 'webgpu'],
      order: ['webgl', 'webgpu', 'kernels', 'wasm', 'cpu'],
    });
    expect(chooseCandidates(here({ ...card, kernels: false })).measure).toEqual(['webgl', 'webgpu']);
    expect(chooseCandidates(here({ webgpu: { software: false } })).measure).toEqual(['kernels', 'webgpu']);
    expect(chooseCandidates(here({ ...card, remembered: 'webgpu' })).order[0]).toBe('webgpu');
    const software = here({ webgl: { software: true }, webgpu: { software: true } });
    expect(chooseCandidates(software)).toMatchObject({
      measure: ['kernels', 'webgl'],
      order: ['kernels', 'wasm', 'webgl', 'cpu'],
    });
    // What failed on the card one way is not tried on it another way.
    expect(chooseCandidates(here({ ...card, avoid: ['webgl'] })).order).toEqual(['kernels', 'wasm', 'cpu']);
  });

  it('what cannot run here is not remembered', () => {
    expect(
      chooseCandidates(here({ webgl: { software: true }, kernels: false, remembered: 'kernels' })).why,
    ).toBe('measured');
  });

  it('with no WebGL at all there is nothing to measure', () => {
    expect(chooseCandidates(here({}))).toEqual({
      why: 'default',
      measure: [],
      order: ['kernels', 'wasm', 'cpu'],
    });
  });

  it('what the student forces is taken alone, unless it failed', () => {
    expect(chooseCandidates(here({ wanted: 'cpu' }))).toEqual({ why: 'chosen', measure: [], order: ['cpu'] });
    expect(chooseCandidates(here({ wanted: 'kernels', avoid: ['kernels'] }))).toEqual({
      why: 'recovered',
      measure: [],
      order: ['wasm', 'cpu'],
    });
    expect(chooseCandidates(here({ wanted: 'webgl', avoid: ['webgl'], webgl: { software: true } }))).toEqual({
      why: 'recovered',
      measure: [],
      order: ['kernels', 'wasm', 'cpu'],
    });
  });

  it('WebGL in software is measured only where it costs little or the best is very slow; a real card always', () => {
    const [software, card] = [{ software: true }, { software: false }];
    expect(worthMeasuring('wasm', software, 300, null)).toBe(true);
    expect(worthMeasuring('webgl', software, 250, 10)).toBe(false);
    expect(worthMeasuring('webgl', software, 250, 800)).toBe(true);
    expect(worthMeasuring('webgl', card, 100, 0.3)).toBe(true);
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
    await startNodeBackend('wasm');
    const measured = await calibrate(SMALL, ['webgl', 'kernels', 'wasm'], null, async (name) => {
      if (name === 'webgl') throw new Error('none');
      return {
        network: name === 'kernels' ? onKernels : (experiment, state) => new TfjsNetwork(experiment, state),
      };
    });
    // The order is the machine's own: the fastest first.
    expect(measured.map(({ backend }) => backend).sort()).toEqual(['kernels', 'wasm']);
    expect(measured[0]!.stepMs).toBeGreaterThan(0);
    expect(measured[0]!.stepMs).toBeLessThanOrEqual(measured[1]!.stepMs);
    expect(measured[1]!.stepMs).toBeLessThan(1_000);
  });
});
