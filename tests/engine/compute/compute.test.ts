import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { type Answers, Responder } from '@/base/line/responder';
import { computeAnswers } from '@/engine/compute/compute-answers';
import { measureInWorker } from '@/engine/compute/compute-client';
import { ComputeError, failureOf } from '@/engine/compute/compute-error';
import { javascriptRunner } from '@/engine/compute/javascript-runner';
import { multiply } from '@/engine/compute/matrix-product';
import { measureTask, median, type Runner } from '@/engine/compute/measure';
import { presentBackends } from '@/engine/compute/measure-device';
import type { ComputeEvent, ComputeFailure, ComputeNews, ComputeRequests } from '@/engine/compute/messages';
import { COMPUTE_BACKENDS, COMPUTE_TASKS, type DeviceFigure, speedUp } from '@/engine/compute/plan';
import { matrices } from '@/engine/compute/task-data';
import { tfjsRunner } from '@/engine/compute/tfjs-runner';
import { PortPair } from '@/tests/base/line/port-pair';

beforeAll(async () => {
  tf.env().set('IS_TEST', true);
  await tf.setBackend('cpu');
});

test('the blocked matrix product is the matrix product, also where blocks do not come out even', () => {
  for (const n of [1, 3, 64, 65, 130]) {
    const { a, b } = matrices(n);
    const c = new Float32Array(n * n).fill(7);
    multiply(a, b, c, n);
    for (let i = 0; i < n; i += 7) {
      for (let j = 0; j < n; j += 5) {
        let sum = 0;
        for (let k = 0; k < n; k++) sum += a[i * n + k]! * b[k * n + j]!;
        expect(c[i * n + j]).toBeCloseTo(sum, 4);
      }
    }
  }
});

/** Takes `firstMs` once and then size³ / 1e5 ms a time, on a clock of its own. */
function fakeRunner() {
  let clock = 0;
  const disposed: number[] = [];
  const runner: Runner = {
    backend: 'wasm',
    async prepare(_task, size) {
      let first = true;
      return {
        async run(times) {
          clock += first ? 500 : (times * size ** 3) / 1e5;
          first = false;
        },
        agrees: async () => true,
        dispose: () => disposed.push(size),
      };
    },
  };
  return { runner, now: () => clock, disposed };
}

describe('measuring', () => {
  test('tells the first run apart, takes medians of rounds, leaves out what would take too long, frees everything', async () => {
    const { runner, now, disposed } = fakeRunner();
    const figures = [];
    for await (const figure of measureTask(runner, 'matrix-product', now)) figures.push(figure);
    expect(figures.map((figure) => figure.size)).toEqual([...COMPUTE_TASKS['matrix-product'].sizes]);
    const [small] = figures as DeviceFigure[];
    expect(small!.firstMs).toBe(500);
    expect(small!.medianMs).toBeCloseTo(8 ** 3 / 1e5, 6);
    expect(small!.rounds).toBe(7);
    expect(figures.at(-2)).toMatchObject({ size: 512, rounds: 1 });
    expect(figures.at(-1)).toMatchObject({ size: 1024, why: 'too-slow' });
    expect(disposed).toEqual([8, 16, 32, 64, 128, 256, 512]);
  });

  test('a backend that fails is told and left', async () => {
    const { runner, now } = fakeRunner();
    const failing: Runner = { ...runner, prepare: () => Promise.reject(new Error('lost')) };
    const figures = [];
    for await (const figure of measureTask(failing, 'training-step', now)) figures.push(figure);
    expect(figures).toEqual([{ task: 'training-step', backend: 'wasm', size: 2, why: 'failed' }]);
  });

  test('stops between rounds', async () => {
    const { runner, now } = fakeRunner();
    let seen = 0;
    for await (const _ of measureTask(runner, 'matrix-product', now, () => seen >= 2)) seen++;
    expect(seen).toBe(2);
  });

  test('medians and speed-ups', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    const figure = (backend: DeviceFigure['backend'], medianMs: number): DeviceFigure => ({
      task: 'matrix-product',
      backend,
      size: 64,
      firstMs: 0,
      medianMs,
      rounds: 7,
      agrees: true,
    });
    const figures = [figure('javascript', 3), figure('wasm', 0.1), figure('webgl', 6)];
    expect(speedUp(figures, 'matrix-product', 'wasm', 64)).toBeCloseTo(30);
    expect(speedUp(figures, 'matrix-product', 'webgl', 64)).toBe(0.5);
    expect(speedUp(figures, 'matrix-product', 'webgpu', 64)).toBeNull();
  });
});

describe('the runners do the same work', () => {
  test.each(['matrix-product', 'training-step'] as const)(
    '%s on tfjs agrees with plain JavaScript, and leaks nothing',
    async (task) => {
      const runner = tfjsRunner('wasm');
      const size = task === 'matrix-product' ? 32 : 8;
      const before = tf.memory().numTensors;
      const prepared = await runner.prepare(task, size);
      await prepared.run(1);
      expect(await prepared.agrees()).toBe(true);
      await prepared.run(3);
      prepared.dispose();
      expect(tf.memory().numTensors).toBe(before);
      const plain = await javascriptRunner.prepare(task, size);
      await plain.run(2);
      expect(await plain.agrees()).toBe(true);
    },
  );

  test('a wrong result is noticed', async () => {
    const training = await tfjsRunner('wasm').prepare('training-step', 2);
    // Forty steps instead of one: not what one step of plain JavaScript gives.
    await training.run(40);
    expect(await training.agrees()).toBe(false);
    training.dispose();
  });
});

test('what a backend lacks is said plainly', async () => {
  const rows = await presentBackends(COMPUTE_BACKENDS);
  // Node has neither an OffscreenCanvas nor a GPU.
  expect(rows.map((row) => [row.backend, row.absence])).toEqual([
    ['javascript', null],
    ['wasm', null],
    ['webgl', 'not-here'],
    ['webgpu', 'not-here'],
  ]);
});

/** A measurement by a worker that does what a test says. */
function measuring(measure: Answers<ComputeRequests>['measure']) {
  const pair = new PortPair();
  const line = new Responder<ComputeRequests, ComputeNews, ComputeFailure>(pair.worker, {
    refusalOf: failureOf,
  });
  line.serve({ measure, hold: () => null });
  const heard: ComputeEvent[] = [];
  const order = { tasks: [], backends: [], wasmUrl: '' };
  const { stop } = measureInWorker(
    order,
    (event) => heard.push(event),
    () => pair.page,
  );
  const present = () => line.tell({ type: 'present', backends: [] });
  return { pair, heard, stop, present, types: () => heard.map(({ type }) => type) };
}

test('the page stops hearing after the end, and ends the worker', async () => {
  let finish = () => {};
  const { pair, present, types } = measuring(
    () =>
      new Promise((resolve) => {
        finish = () => resolve(null);
      }),
  );
  present();
  finish();
  await vi.waitFor(() => expect(types()).toEqual(['present', 'finished']));
  present();
  expect(types()).toHaveLength(2);
  expect(pair.ends).toBe(1);
});

test('a measurement that is stopped says nothing more, and its worker is ended', async () => {
  const { pair, stop, present, types } = measuring(() => new Promise(() => {}));
  present();
  stop();
  present();
  await vi.waitFor(() => expect(pair.ends).toBe(1));
  expect(types()).toEqual(['present']);
});

test('a lost graphics card and a worker that dies are told once, with what they are', async () => {
  const lost = measuring(() => Promise.reject(new ComputeError('context-lost', '')));
  await vi.waitFor(() => expect(lost.heard).toEqual([{ type: 'failed', code: 'context-lost', detail: '' }]));
  const dead = measuring(() => new Promise(() => {}));
  dead.pair.die('out of memory');
  await vi.waitFor(() =>
    expect(dead.heard).toEqual([{ type: 'failed', code: 'worker-failed', detail: 'out of memory' }]),
  );
  expect([lost.pair.ends, dead.pair.ends]).toEqual([1, 1]);
});

test('a measurement that is held stands after the figure under way, and goes on from there', async () => {
  // As of a real worker, messages wait until it has time for them.
  const pair = new PortPair({ deliver: (arrive) => setImmediate(arrive) });
  const line = new Responder<ComputeRequests, ComputeNews, ComputeFailure>(pair.worker, {
    refusalOf: failureOf,
  });
  const begun: number[] = [];
  async function* figures(): AsyncGenerator<ComputeNews> {
    for (let index = 0; index < 4; index++) {
      begun.push(index);
      yield { type: 'present', backends: [] };
    }
  }
  line.serve(computeAnswers(figures, (news) => line.tell(news)));
  const heard: ComputeEvent[] = [];
  const order = { tasks: [], backends: [], wasmUrl: '' };
  const measuring = measureInWorker(
    order,
    (event) => heard.push(event),
    () => pair.page,
  );
  measuring.hold(true);
  measuring.hold(true);
  await vi.waitFor(() => expect(heard.length).toBeGreaterThan(0));
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect([begun.length, heard.length]).toEqual([1, 1]);
  measuring.hold(false);
  await vi.waitFor(() => expect(heard.at(-1)).toEqual({ type: 'finished' }));
  expect(heard).toHaveLength(5);
});
