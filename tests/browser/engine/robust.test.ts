import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Experiment } from '@/protocol/experiment';
import { type EnginePage, openEnginePage } from './engine-page';
import { withTab } from './hidden-tab';

const EXPERIMENT: Experiment = {
  dataset: 'digits',
  examples: 6_000,
  network: { kind: 'dense', hidden: [32], activation: 'relu' },
  loss: 'cross-entropy',
  optimizer: 'sgd',
  learningRate: 0.1,
  batchSize: 32,
  epochs: 100,
  l2: 0,
  seed: 11,
};

let open: EnginePage;
beforeAll(async () => {
  open = await openEnginePage({
    page: './tests/browser/engine/troubled-page.ts',
    worker: './tests/browser/engine/troubled.worker.ts',
  });
});
afterAll(() => open?.close());
beforeEach(async () => {
  await open.page.evaluate(() => {
    window.events.length = 0;
  });
});

/** Waits in the page until its events hold what is looked for. */
const eventIs = (type: string, state?: string) =>
  open.page.waitForFunction(
    ([wanted, inState]) =>
      window.events.some(
        (event) => event.type === wanted && (!inState || ('state' in event && event.state === inState)),
      ),
    [type, state] as const,
    { timeout: 120_000 },
  );

/** The highest step that has been told. */
const stepIn = (events: typeof window.events) =>
  Math.max(0, ...events.flatMap((event) => (event.type === 'point' ? [event.point.step] : [])));

describe('training in trouble, in Chromium', () => {
  it('a rate far too large: ends as diverged with the last sound weights, and a better one trains at once', async () => {
    await open.page.evaluate(
      async (experiment) => {
        await window.client.begin(
          { ...experiment, loss: 'cross-entropy', learningRate: 100 },
          { backend: 'wasm' },
        );
        await window.client.train();
      },
      { ...EXPERIMENT, network: { kind: 'dense', hidden: [64, 64, 64], activation: 'relu' } } as Experiment,
    );
    await eventIs('state', 'diverged');
    const after = await open.page.evaluate(async (experiment) => {
      const { weights } = await window.client.weights();
      const finite = weights.every(Number.isFinite);
      window.events.length = 0;
      await window.client.begin(experiment, { backend: 'wasm' });
      await window.client.train();
      return { finite };
    }, EXPERIMENT);
    expect(after.finite).toBe(true);
    await open.page.waitForFunction(() =>
      window.events.some(
        (event) => event.type === 'point' && event.point.step > 100 && event.point.loss! < 1,
      ),
    );
  });

  it('out of memory: goes on elsewhere from the checkpoint, by itself, and says why', async () => {
    await open.page.evaluate(async (experiment) => {
      await window.client.begin(experiment, { backend: 'wasm' });
      await window.client.train();
    }, EXPERIMENT);
    await open.page.waitForFunction(() =>
      window.events.some((event) => event.type === 'checkpoint' && event.checkpoint.step > 0),
    );
    await open.page.evaluate(() => window.trouble('starve'));
    await eventIs('recovering');
    const before = await open.page.evaluate(() =>
      window.events.flatMap((event) => (event.type === 'recovering' ? [event] : [])),
    );
    expect(before[0]).toMatchObject({ code: 'out-of-memory' });
    const lostAt = stepIn(await open.page.evaluate(() => window.events));
    await open.page.waitForFunction(
      (from) => window.events.some((event) => event.type === 'point' && event.point.step > from),
      lostAt,
      { timeout: 120_000 },
    );
    const events = await open.page.evaluate(() => window.events);
    const backends = events.flatMap((event) => (event.type === 'backend' ? [event.facts.backend] : []));
    expect(backends.at(-1)).not.toBe('wasm');
    expect(events.some((event) => event.type === 'error')).toBe(false);
    await open.page.evaluate(() => window.client.pause());
  });

  it('a slow device: every step is told, pausing and asking are answered between two, the page stays free', async () => {
    const answered = await open.page.evaluate(async (experiment) => {
      const { client, events, framesHad } = window;
      await client.begin(experiment, { backend: 'wasm' });
      await client.train();
      const until = async (found: () => boolean) => {
        while (!found()) await new Promise((resolve) => setTimeout(resolve, 20));
      };
      await until(() => events.some((event) => event.type === 'point' && event.point.step > 0));
      window.trouble('tire');
      events.length = 0;
      const stepsTold = () => events.filter((event) => event.type === 'point').length;
      await until(() => stepsTold() >= 3);
      const asked = performance.now();
      const digits = await client.predict(new Uint8Array(784));
      const predictMs = performance.now() - asked;
      const paused = performance.now();
      await client.pause();
      const points = events.flatMap((event) => (event.type === 'point' ? [event.point] : []));
      return {
        digits: digits.length,
        predictMs,
        pauseMs: performance.now() - paused,
        examplesPerSecond: points.at(-1)!.examplesPerSecond,
        frames: window.framesHad - framesHad,
      };
    }, EXPERIMENT);
    expect(answered.digits).toBe(10);
    // A step takes at least a fifth of a second now; an answer waits for a few at most.
    expect(answered.predictMs).toBeLessThan(20_000);
    expect(answered.pauseMs).toBeLessThan(20_000);
    expect(answered.examplesPerSecond).toBeLessThan(32 * 5);
    // However few a machine with much to do draws: a page that waited for the worker would have had none.
    expect(answered.frames).toBeGreaterThan(2);
  });

  it('a hidden tab: the page gets no frames, the training goes on', async () => {
    await withTab(open.origin, async (tab, cover) => {
      await tab.waitForFunction(() => window.ready);
      await tab.evaluate(async (experiment) => {
        await window.client.begin(experiment, { backend: 'wasm' });
        await window.client.train();
      }, EXPERIMENT);
      await cover();
      const look = () =>
        tab.evaluate(() => ({
          frames: window.framesHad,
          hidden: document.visibilityState === 'hidden',
          events: window.events,
        }));
      const before = await look();
      // Steps, not points: a slow device tells each of them, a fast one every so many.
      await tab.waitForFunction(
        (from) => window.events.some((event) => event.type === 'point' && event.point.step > from + 20),
        stepIn(before.events),
        { polling: 100 },
      );
      const after = await look();
      expect(after.hidden).toBe(true);
      expect(after.frames - before.frames).toBeLessThanOrEqual(1);
    });
  });
});
