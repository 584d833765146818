import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Experiment } from '@/protocol/experiment';
import { type EnginePage, openEnginePage } from './engine-page';
import { WITH_WEBGPU } from './with-webgpu';

const DENSE: Experiment = {
  dataset: 'digits',
  examples: 320,
  network: { kind: 'dense', hidden: [16], activation: 'relu' },
  loss: 'cross-entropy',
  optimizer: 'momentum',
  learningRate: 0.05,
  batchSize: 32,
  epochs: 4,
  l2: 0.001,
  seed: 5,
};
const CONVOLUTIONAL: Experiment = {
  ...DENSE,
  network: { kind: 'convolutional', filters: [4], kernel: 3, dense: 8, activation: 'tanh' },
  loss: 'squared-error',
  learningRate: 0.3,
  batchSize: 16,
  examples: 32,
  epochs: 3,
};

let open: EnginePage;
beforeAll(async () => {
  const here = (name: string) => `./tests/browser/engine/${name}`;
  open = await openEnginePage(
    { page: here('page.ts'), worker: here('losable.worker.ts') },
    { args: WITH_WEBGPU },
  );
});
afterAll(() => open?.close());
beforeEach(async () => {
  await open.page.evaluate(() => {
    window.events.length = 0;
  });
});

describe('training on WebGPU in Chromium', () => {
  it.each([
    ['dense', DENSE],
    ['convolutional', CONVOLUTIONAL],
  ])('%s: comes to the same network as our own kernels, but for its roundings', async (_, experiment) => {
    const [card, kernels] = await open.page.evaluate(async (one) => {
      const { client } = window;
      const ends = [];
      for (const backend of ['webgpu', 'kernels'] as const) {
        const begun = await client.begin(one, { backend });
        const start = (await client.weights()).weights.slice();
        const over = new Promise<void>((resolve, reject) => {
          const forget = client.subscribe((event) => {
            if (event.type === 'error') reject(new Error(`${event.code}: ${event.detail}`));
            if (event.type !== 'state' || event.state !== 'finished') return;
            forget();
            resolve();
          });
        });
        await client.train();
        await over;
        const { weights } = await client.weights();
        ends.push({ facts: begun.backend, start: [...start], end: [...weights] });
      }
      return ends;
    }, experiment);
    expect(card!.facts).toMatchObject({ backend: 'webgpu', why: 'chosen', software: true });
    expect(card!.start).toEqual(kernels!.start);
    const moved = Math.max(...card!.end.map((weight, i) => Math.abs(weight - card!.start[i]!)));
    const apart = Math.max(...card!.end.map((weight, i) => Math.abs(weight - kernels!.end[i]!)));
    expect(moved).toBeGreaterThan(0.02);
    expect(apart).toBeLessThan(0.01 * moved);
  });

  it('is not chosen by itself where a program plays the card', async () => {
    const begun = await open.page.evaluate((experiment) => window.client.begin(experiment), DENSE);
    expect(begun.backend.measured.map(({ backend }) => backend)).not.toContain('webgpu');
  });

  it('loses the card in the middle: goes on with the kernels from the checkpoint, by itself', async () => {
    const step = () =>
      open.page.evaluate(() =>
        Math.max(0, ...window.events.flatMap((e) => (e.type === 'point' ? [e.point.step] : []))),
      );
    await open.page.evaluate(
      async (experiment) => {
        await window.client.begin({ ...experiment, epochs: 400 }, { backend: 'webgpu' });
        await window.client.train();
      },
      { ...DENSE, batchSize: 8 },
    );
    await expect
      .poll(() =>
        open.page.evaluate(() => window.events.some((e) => e.type === 'checkpoint' && e.checkpoint.step > 0)),
      )
      .toBe(true);
    const lostAt = await step();
    const session = await open.browser.newBrowserCDPSession();
    await session.send('Browser.crashGpuProcess');
    await expect.poll(step).toBeGreaterThan(lostAt + 50);
    const kinds = await open.page.evaluate(() =>
      window.events.map((e) => (e.type === 'backend' ? `${e.facts.backend} ${e.facts.why}` : e.type)),
    );
    expect(kinds).toContain('recovering');
    expect(kinds).toContain('kernels recovered');
    expect(kinds).not.toContain('error');
  });
});
