import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Experiment } from '@/protocol/experiment';
import { GOLDEN } from '@/tests/engine/kernels/golden';
import { type EnginePage, openEnginePage } from './engine-page';

const here = (name: string) => `./tests/browser/engine/${name}`;
const EXPERIMENT: Experiment = {
  dataset: 'digits',
  examples: 6_000,
  network: { kind: 'dense', hidden: [32], activation: 'relu' },
  loss: 'cross-entropy',
  optimizer: 'adam',
  learningRate: 0.003,
  batchSize: 32,
  epochs: 2,
  l2: 0,
  seed: 11,
};

let open: EnginePage;
beforeAll(async () => {
  open = await openEnginePage({ page: here('page.ts'), worker: here('losable.worker.ts') });
});
afterAll(() => open?.close());
beforeEach(async () => {
  await open.page.evaluate(() => {
    window.events.length = 0;
  });
});

describe('the engine in Chromium', () => {
  it('trains on what it chose by itself, with the first step soon, and knows that there is no card', async () => {
    const result = await open.page.evaluate(async (experiment) => {
      const { client, events } = window;
      const started = performance.now();
      const begun = await client.begin(experiment);
      await client.train();
      const until = async (found: () => boolean) => {
        while (!found()) await new Promise((resolve) => setTimeout(resolve, 5));
      };
      await until(() => events.some((e) => e.type === 'point' && e.point.step > 0));
      const firstStepMs = performance.now() - started;
      const asked = performance.now();
      const answer = await client.predict(new Uint8Array(784));
      const predictMs = performance.now() - asked;
      await until(() => events.some((e) => e.type === 'state' && e.state === 'finished'));
      const report = await client.report();
      const points = events.flatMap((e) => (e.type === 'point' ? [e.point] : []));
      return { begun, firstStepMs, predictMs, answer, accuracy: report.accuracy, points };
    }, EXPERIMENT);
    expect(result.begun.backend).toMatchObject({ backend: 'kernels', why: 'measured', software: false });
    expect(result.begun.backend.measured[0]!.backend).toBe('kernels');
    expect(result.accuracy).toBeGreaterThan(0.85);
    expect(result.answer).toHaveLength(10);
    console.log(
      `first step ${Math.round(result.firstStepMs)} ms, prediction while training ${Math.round(result.predictMs)} ms`,
    );
    // No tfjs: neither its WASM nor its code, which is the largest of the chunks.
    expect(open.requests.filter((path) => path.endsWith('.wasm'))).toEqual(['/wasm/kernels.wasm']);
  });

  it('the device remembers the measurement', async () => {
    const begun = await open.page.evaluate((experiment) => window.client.begin(experiment), EXPERIMENT);
    expect(begun.backend).toMatchObject({ backend: 'kernels', why: 'remembered' });
  });

  it('loses its WebGL context in the middle: goes on elsewhere from the checkpoint, by itself', async () => {
    const result = await open.page.evaluate(async (experiment) => {
      const { client, events } = window;
      const until = async (found: () => boolean) => {
        while (!found()) await new Promise((resolve) => setTimeout(resolve, 20));
      };
      const begun = await client.begin({ ...experiment, epochs: 20 }, { backend: 'webgl' });
      await client.train();
      await until(() => events.some((e) => e.type === 'checkpoint' && e.checkpoint.step > 0));
      const lostAt = Math.max(...events.flatMap((e) => (e.type === 'point' ? [e.point.step] : [])));
      window.loseContext();
      // So far that the loss is small wherever it was lost.
      await until(() => events.some((e) => e.type === 'point' && e.point.step > lostAt + 300));
      await client.pause();
      const kinds = events.map((e) =>
        e.type === 'backend' ? `backend ${e.facts.backend} ${e.facts.why}` : e.type,
      );
      const points = events.flatMap((e) => (e.type === 'point' ? [e.point] : []));
      return { begun, kinds, points };
    }, EXPERIMENT);
    expect(result.begun.backend).toMatchObject({ backend: 'webgl', why: 'chosen', software: true });
    expect(result.begun.backend.renderer).toMatch(/swiftshader|llvmpipe/i);
    expect(result.kinds).toContain('recovering');
    expect(result.kinds).toContain('backend kernels recovered');
    expect(result.kinds).not.toContain('error');
    const steps = result.points.map((p) => p.step);
    expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
    // It went on, and did not begin again: the loss stays far below that of a fresh network.
    expect(result.points.at(-1)!.loss).toBeLessThan(1);
  });

  it('starts from the same bits on every backend', async () => {
    const sums = await open.page.evaluate(async (experiment) => {
      const found: string[] = [];
      for (const backend of ['kernels', 'webgl', 'wasm', 'cpu'] as const) {
        await window.client.begin(experiment, { backend });
        const { weights } = await window.client.weights();
        let hash = 0;
        for (const byte of new Uint8Array(weights.buffer)) hash = (Math.imul(hash, 31) + byte) | 0;
        found.push(`${weights.length} ${hash}`);
      }
      return found;
    }, EXPERIMENT);
    expect(new Set(sums).size).toBe(1);
  });

  it('I17: ends with the same bits as Node on our own kernels', async () => {
    const experiments = GOLDEN.map(([, experiment]) => experiment);
    const hashes = await open.page.evaluate(async (all) => {
      const { client } = window;
      const found: string[] = [];
      for (const experiment of all) {
        await client.begin(experiment, { backend: 'kernels' });
        const ended = new Promise<void>((resolve) => {
          const forget = client.subscribe((event) => {
            if (event.type !== 'state' || event.state !== 'finished') return;
            forget();
            resolve();
          });
        });
        await client.train();
        await ended;
        const { weights } = await client.weights();
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', weights.slice()));
        found.push(Array.from(hash.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(''));
      }
      return found;
    }, experiments);
    expect(hashes).toEqual(GOLDEN.map(([, , hash]) => hash));
  });
});
