import { afterEach, describe, expect, it } from 'vitest';
import type { EngineErrorCode } from '@/engine/engine-error';
import { answerOf } from '@/engine/network/answer-of';
import { type ClientEvent, TrainerClient } from '@/engine/worker/trainer-client';
import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import type { Point } from '@/protocol/run';
import { SMALL } from '@/tests/engine/experiments';
import { PATIENCE_MS } from '@/tests/patience';
import { type InProcessWorker, inProcess } from './in-process-worker';

// This machine may be busy with other tests.
const soon = <T>(look: () => T) => expect.poll(look, { timeout: PATIENCE_MS, interval: 10 });

const workers: InProcessWorker[] = [];
const clients: TrainerClient[] = [];

function start(options: { watchdogMs?: number } = {}) {
  const client = new TrainerClient({ ...inProcess(workers), ...options });
  const events: ClientEvent[] = [];
  client.subscribe((event) => events.push(event));
  clients.push(client);
  const points = () => events.flatMap((e) => (e.type === 'point' ? [e.point] : []));
  const states = () => events.flatMap((e) => (e.type === 'state' ? [e.state] : []));
  return { client, events, points, states };
}

afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
  workers.length = 0;
});

const LONG: Experiment = { ...SMALL, epochs: 100 };
const increasing = (points: Point[]) => points.every((p, i) => i === 0 || p.step > points[i - 1]!.step);
const failure = (code: EngineErrorCode, run: number) =>
  ({ type: 'error', run, code, detail: 'test' }) as const;

describe('trainer client and session', () => {
  it('stands still by itself where it is told to, with all that it has; asked again it goes on to its end', async () => {
    const { client, events, states } = start();
    await client.begin(SMALL);
    await client.train(7);
    await soon(states).toEqual(['ready', 'training', 'paused']);
    expect((await client.weights()).step).toBe(7);
    expect(events.some((e) => e.type === 'checkpoint' && e.checkpoint.step === 7)).toBe(true);
    await client.train(7);
    await soon(states).toEqual(['ready', 'training', 'paused', 'training', 'finished']);
    expect((await client.weights()).step).toBe(20);
  });

  it('tells whoever loads later how far the pictures have come by then', async () => {
    const { client, events } = start();
    await client.load('digits');
    await soon(() => events.some((e) => e.type === 'loading' && e.progress.examples === 12_000)).toBe(true);
    expect((await client.load('digits')).examples).toBe(12_000);
  });

  it('loads, begins, trains to the end and reports', async () => {
    const { client, events, points, states } = start();
    const progress = await client.load('digits');
    expect(progress.examples).toBeGreaterThanOrEqual(1_000);
    const begun = await client.begin(SMALL);
    expect(begun).toMatchObject({
      step: 0,
      totalSteps: 20,
      stepsPerEpoch: 10,
      weightCount: 784 * 16 + 16 + 170,
    });
    expect(begun.backend).toMatchObject({ backend: 'wasm', software: false });
    await client.train();
    await soon(states).toEqual(['ready', 'training', 'finished']);
    expect(points()[0]).toMatchObject({ step: 0 });
    expect(points().at(-1)).toMatchObject({ step: 20, epoch: 2 });
    expect(events.some((e) => e.type === 'checkpoint' && e.checkpoint.step === 20)).toBe(true);

    const report = await client.report();
    expect(report.accuracy).toBeCloseTo(points().at(-1)!.validationAccuracy!, 6);
    const checked = await client.check();
    expect(checked).toMatchObject({ right: expect.any(Number), pictures: DATASETS.digits.check.count });
    // Never seen, and turned a little: it reads them worse than what is like the training's, and far better than one that guesses.
    expect(checked!.right / checked!.pictures).toBeLessThan(report.accuracy);
    expect(checked!.right / checked!.pictures).toBeGreaterThan(3 * DATASETS.digits.chance.accuracy);
    const { labels, probabilities } = await client.validationAnswers();
    const right = Array.from(labels).filter((label, index) => answerOf(probabilities, index, 10) === label);
    expect(right.length / labels.length).toBeCloseTo(report.accuracy, 6);
    expect(report.examples).toBe(2_000);
    expect(report.mistakes).toHaveLength(24);
    for (const { label, answer, probabilities, index } of report.mistakes) {
      expect(answer).not.toBe(label);
      expect(probabilities.indexOf(Math.max(...probabilities))).toBe(answer);
      expect((await client.samples('digits', 'validation', index, 1)).labels[0]).toBe(label);
    }
    const confident = report.mistakes.map((m) => Math.max(...m.probabilities));
    expect(confident).toEqual([...confident].sort((a, b) => b - a));
    expect(report.classAccuracy[3]).toBeCloseTo(report.confusion[3]![3]! / 200, 12);

    const { weights, step } = await client.weights();
    expect([weights.length, step]).toEqual([begun.weightCount, 20]);
    const first = await client.firstLayer(5);
    expect(first).toMatchObject({ kind: 'dense', size: 28, count: 5, of: 16 });
    expect(first.values[28 * 28 + 3]).toBe(weights[3 * 16 + 1]);
    const samples = await client.samples('digits', 'train', 0, 3);
    const answer = await client.predict(samples.pixels.subarray(0, 784));
    expect(answer.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
  });

  it('puts networks together, which leaves the training as it stands', async () => {
    const { client } = start();
    const networks: Float32Array[] = [];
    for (const seed of [1, 2]) {
      await client.begin({ ...SMALL, seed });
      networks.push((await client.reach(20)).weights);
    }
    const { accuracy } = await client.report();
    const { alone, voted, milliseconds } = await client.together(SMALL, networks);
    expect(alone).toHaveLength(2);
    expect(alone[1]).toBeCloseTo(accuracy, 6);
    expect(voted).toBeGreaterThan(Math.min(...alone) - 0.1);
    expect(milliseconds).toBeGreaterThan(0);
    expect((await client.weights()).weights).toEqual(networks[1]);
    await expect(client.together(SMALL, [])).rejects.toMatchObject({ name: 'EngineError' });
  });

  it('pauses, steps, goes on, resets, and begins another', async () => {
    const { client, points, states } = start();
    await client.begin(LONG);
    expect((await client.step()).step).toBe(1);
    expect((await client.step()).step).toBe(2);
    await client.train();
    await soon(() => points().at(-1)!.step).toBeGreaterThan(2);
    expect(await client.predict(new Uint8Array(784))).toHaveLength(10);
    await client.pause();
    const paused = points().at(-1)!.step;
    expect(states().at(-1)).toBe('paused');
    expect((await client.weights()).step).toBe(paused);
    await client.reset();
    expect(states().at(-1)).toBe('ready');
    const fresh = await client.weights();
    expect(fresh.step).toBe(0);
    expect((await client.step()).step).toBe(1);
    await client.begin({
      ...SMALL,
      network: { kind: 'convolutional', filters: [3], kernel: 5, dense: 4, activation: 'tanh' },
    });
    expect(await client.firstLayer(9)).toMatchObject({ kind: 'convolutional', size: 5, count: 3, of: 3 });
  });

  it('goes on from a checkpoint without telling what is known', async () => {
    const first = start();
    await first.client.begin(LONG);
    await first.client.train();
    await soon(() => first.points().length).toBeGreaterThan(3);
    await first.client.pause();
    const checkpoint = first.events.flatMap((e) => (e.type === 'checkpoint' ? [e.checkpoint] : [])).at(-1)!;
    const second = start();
    const known = checkpoint.step + 5;
    const begun = await second.client.begin(LONG, { checkpoint, emitAfterStep: known });
    expect(begun.step).toBe(checkpoint.step);
    await second.client.train();
    await soon(() => second.points().length).toBeGreaterThan(0);
    await second.client.pause();
    expect(second.points()[0]!.step).toBeGreaterThan(known);
  });

  it('a lost device: another worker goes on by itself, points go on without gap or repeat', async () => {
    const { client, events, points } = start();
    await client.begin(LONG);
    await client.train();
    await soon(() => points().length).toBeGreaterThan(2);
    const before = points().at(-1)!.step;
    workers[0]!.tell(failure('worker-failed', 1));
    await soon(() => points().at(-1)!.step).toBeGreaterThan(before);
    expect(workers).toHaveLength(2);
    expect(events.filter((e) => e.type === 'recovering')).toMatchObject([
      { code: 'worker-failed', from: 'wasm' },
    ]);
    expect(events.some((e) => e.type === 'error')).toBe(false);
    expect(increasing(points())).toBe(true);
    // A second death on the same backend: not there again.
    workers[1]!.tell(failure('out-of-memory', 1));
    await soon(() => events.filter((e) => e.type === 'backend').length).toBe(3);
    expect(events.filter((e) => e.type === 'backend').at(-1)).toMatchObject({
      facts: { backend: 'cpu', why: 'recovered' },
    });
    await soon(() => points().at(-1)!.step).toBeGreaterThan(before);
    await client.pause();
  });

  it('what was asked of a worker that died is asked of the next', async () => {
    const { client, events } = start();
    await client.begin(LONG);
    workers[0]!.hangs = true;
    const asked = client.predict(new Uint8Array(784));
    workers[0]!.hangs = false;
    workers[0]!.tell(failure('context-lost', 1));
    expect(await asked).toHaveLength(10);
    expect(events.some((e) => e.type === 'recovering')).toBe(true);
  });

  it('the watchdog notices a worker that says nothing', async () => {
    const { client, points } = start({ watchdogMs: 300 });
    await client.begin(LONG);
    await client.train();
    await soon(() => points().length).toBeGreaterThan(1);
    const before = points().at(-1)!.step;
    workers[0]!.hangs = true;
    await soon(() => points().at(-1)!.step).toBeGreaterThan(before);
    expect(workers).toHaveLength(2);
    await client.pause();
  });

  it('gives up with an error when nothing is left to try', async () => {
    const { client, events } = start();
    await client.begin(LONG, { backend: 'cpu' });
    await client.train();
    workers[0]!.tell(failure('out-of-memory', 1));
    await soon(() => events.filter((e) => e.type === 'error').length).toBe(1);
    expect(events.at(-1)).toMatchObject({ type: 'error', run: 1, code: 'out-of-memory' });
  });

  it('a backend that does not exist here is refused, and another can be chosen after', async () => {
    const { client } = start();
    await expect(client.begin(SMALL, { backend: 'webgpu' })).rejects.toMatchObject({
      code: 'backend-failed',
    });
    await expect(client.begin(SMALL, { backend: 'webgl' })).rejects.toMatchObject({ code: 'backend-failed' });
    expect((await client.begin(SMALL, { backend: 'wasm' })).backend.why).toBe('chosen');
  });

  it('asking before beginning is refused', async () => {
    const { client } = start();
    await client.load('digits');
    await expect(client.train()).rejects.toMatchObject({ code: 'not-begun' });
    await expect(client.predict(new Uint8Array(784))).rejects.toMatchObject({ code: 'not-begun' });
  });
});
