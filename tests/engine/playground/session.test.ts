import { describe, expect, test } from 'vitest';
import type { PlaygroundEvent } from '@/engine/playground/messages';
import { PlaygroundClient } from '@/engine/playground/playground-client';
import { DEFAULT_SETUP, type PlaygroundSetup } from '@/engine/playground/setup';
import { inProcess } from './in-process-playground';

/** A worker without a thread: its clock stands still until `turn` moves it and lets one slice run. */
function fakeWorker() {
  let clock = 0;
  const pending: (() => void)[] = [];
  const pair = inProcess({
    // Every look at the clock takes a millisecond: a slice is a few steps.
    now: () => clock++,
    soon: (callback) => pending.push(callback),
    later: (callback) => pending.push(callback),
  });
  const turn = (ms = 0) => {
    clock += ms;
    pending.shift()?.();
  };
  return { pair, sent: pair.worker.sent as PlaygroundEvent[], turn, pending };
}

async function begun(change: Partial<PlaygroundSetup> = {}) {
  const worker = fakeWorker();
  const client = new PlaygroundClient({ startWorker: () => worker.pair.page, surfaceSize: 10, unitSize: 4 });
  const answer = await client.begin({ ...DEFAULT_SETUP, ...change });
  const frames = () => worker.sent.filter((message) => message.type === 'frame');
  const states = () => worker.sent.flatMap((message) => (message.type === 'state' ? [message.state] : []));
  return { ...worker, client, answer, frames, states };
}

describe('the 2-D worker', () => {
  test('begins with its points, its network and a first frame', async () => {
    const { answer, frames } = await begun();
    expect(answer).toMatchObject({ weightCount: 25, stepsPerEpoch: 20, loss: 'binary-cross-entropy' });
    expect(answer.points.train.xs).toHaveLength(200);
    expect(frames()).toHaveLength(1);
    expect(frames()[0]!.frame).toMatchObject({ standing: { step: 0 }, surfaceSize: 10, unitSize: 4 });
    expect(frames()[0]!.frame.surface).toHaveLength(100);
    expect(frames()[0]!.frame.units).toHaveLength(6 * 16);
  });

  test('shows one unit large on request, the same numbers as its small picture', async () => {
    const worker = fakeWorker();
    const client = new PlaygroundClient({ startWorker: () => worker.pair.page, surfaceSize: 6, unitSize: 6 });
    await client.begin(DEFAULT_SETUP);
    client.drawn();
    await client.enlarge(5);
    const last = worker.sent.filter((message) => message.type === 'frame').at(-1)!;
    expect(last.frame.enlarged?.unit).toBe(5);
    // Unit 5 is the second of the second layer: six pictures of 36 cells, the last one.
    expect(last.frame.enlarged?.picture).toEqual(last.frame.units.slice(5 * 36));
    await expect(client.enlarge(6)).rejects.toMatchObject({ code: 'bad-weight' });
    client.drawn();
    await client.enlarge(null);
    expect(worker.sent.filter((message) => message.type === 'frame').at(-1)!.frame.enlarged).toBeNull();
  });

  test('has the doctor come a few times a minute while it trains, and at once when asked', async () => {
    const { client, sent, turn } = await begun({ learningRate: 10 });
    const visits = () => sent.filter((message) => message.type === 'findings');
    const kinds = (findings: readonly { kind: string }[]) => findings.map(({ kind }) => kind);
    await client.train();
    for (let i = 0; i < 4; i++) turn(300);
    expect(visits()).toHaveLength(0);
    turn(300);
    turn(300);
    expect(visits()).toHaveLength(1);
    for (let i = 0; i < 30; i++) turn(300);
    expect(visits()).toHaveLength(1);
    for (let i = 0; i < 15; i++) turn(300);
    expect(visits()).toHaveLength(2);
    expect(kinds(visits()[1]!.findings)).toContain('rate-too-high');
    expect(kinds(await client.examine())).toContain('rate-too-high');
    await client.rewind();
    await client.adjust({ learningRate: 0.03 });
    expect(await client.examine()).toEqual([]);
  });

  test('I12: sends a frame only when the last one is drawn, and trains on meanwhile', async () => {
    const { client, frames, turn } = await begun();
    await client.train();
    for (let i = 0; i < 5; i++) turn(100);
    expect(frames()).toHaveLength(1);
    client.drawn();
    turn(100);
    turn(100);
    expect(frames()).toHaveLength(2);
    expect(frames()[1]!.frame.standing.step).toBeGreaterThan(0);
    // A hidden page draws nothing and still gets to know now and then.
    turn(1500);
    expect(frames()).toHaveLength(3);
  });

  test('pauses, steps once, rewinds', async () => {
    const { client, turn, states } = await begun();
    await client.train();
    turn();
    await client.pause();
    const { step } = await client.weights();
    turn();
    expect((await client.weights()).step).toBe(step);
    expect((await client.step()).step).toBe(step + 1);
    await client.rewind();
    expect((await client.weights()).step).toBe(0);
    expect(states().map((state) => state.name)).toEqual(['ready', 'training', 'paused', 'paused', 'ready']);
  });

  test('a weight edited by hand is shown, and can be put back', async () => {
    const { client, frames } = await begun();
    client.drawn();
    const before = await client.setWeight(2, 5);
    expect(frames().at(-1)!.frame.weights[2]).toBe(5);
    client.drawn();
    await client.setWeight(2, before);
    expect(frames().at(-1)!.frame.weights[2]).toBe(Math.fround(before));
    await expect(client.setWeight(999, 0)).rejects.toMatchObject({ code: 'bad-weight' });
    await expect(client.setWeight(0, Number.NaN)).rejects.toMatchObject({ code: 'bad-weight' });
    await expect(client.setWeights(new Float32Array(3))).rejects.toMatchObject({ code: 'bad-weight' });
  });

  test('goes to where an earlier page has left it: weights and step, standing still', async () => {
    const { client, turn, frames, states } = await begun();
    await client.train();
    turn();
    await client.pause();
    const { step, weights } = await client.weights();
    client.drawn();
    await client.rewind();
    client.drawn();
    await client.resume(weights.slice(), step);
    client.drawn();
    expect((await client.weights()).step).toBe(step);
    expect(frames().at(-1)!.frame.standing.step).toBe(step);
    expect((await client.weights()).weights).toEqual(weights);
    expect(states().at(-1)).toEqual({ name: 'paused' });
    expect((await client.step()).step).toBe(step + 1);
    await client.resume(weights.slice(), 0);
    expect(states().at(-1)).toEqual({ name: 'ready' });
    await expect(client.resume(new Float32Array(3), 1)).rejects.toMatchObject({ code: 'bad-weight' });
    for (const wrong of [-1, 0.5, Number.NaN])
      await expect(client.resume(weights.slice(), wrong)).rejects.toMatchObject({ code: 'bad-weight' });
  });

  test('stops at a condition with the last frame, goes on when asked', async () => {
    const { client, frames, turn, states } = await begun({
      stop: { steps: 37, lossBelow: null, accuracyAtLeast: null },
    });
    await client.train();
    turn();
    expect(states().at(-1)).toEqual({ name: 'reached', reason: 'steps' });
    expect(frames().at(-1)!.frame.standing.step).toBe(37);
    await client.train();
    turn();
    expect((await client.weights()).step).toBeGreaterThan(37);
  });

  test('a training that diverges says so and can be rewound', async () => {
    const { client, turn, states } = await begun({ points: 'plane', activation: 'relu', learningRate: 10 });
    client.drawn();
    await client.train();
    for (let i = 0; i < 10 && states().at(-1)!.name === 'training'; i++) turn(50);
    expect(states().at(-1)).toEqual({ name: 'diverged' });
    await client.train();
    expect(states().at(-1)).toEqual({ name: 'diverged' });
    await client.rewind();
    expect(states().at(-1)).toEqual({ name: 'ready' });
  });

  test('at a slow speed it takes so many steps a second', async () => {
    const { client, turn } = await begun();
    await client.setSpeed(10);
    await client.train();
    for (let i = 0; i < 20; i++) turn(100);
    const { step } = await client.weights();
    expect(step).toBeGreaterThanOrEqual(19);
    expect(step).toBeLessThanOrEqual(23);
  });

  test('refuses with a code', async () => {
    const worker = fakeWorker();
    const client = new PlaygroundClient({ startWorker: () => worker.pair.page });
    await expect(client.train()).rejects.toMatchObject({ code: 'not-begun' });
    await expect(client.begin({ ...DEFAULT_SETUP, points: 'own' })).rejects.toMatchObject({
      code: 'own-points-missing',
    });
    const huge = { ...DEFAULT_SETUP, hidden: [100, 100] };
    await expect(client.begin(huge)).rejects.toMatchObject({ code: 'too-many-weights' });
  });

  test('events of an older run are dropped; a dead worker is told', async () => {
    const { client, pair } = await begun();
    const heard: string[] = [];
    client.subscribe((event) => heard.push(event.type));
    pair.worker.post({ type: 'state', run: 0, state: { name: 'training' }, step: 1 }, []);
    expect(heard).toEqual([]);
    pair.die();
    expect(heard).toEqual(['error']);
    await expect(client.train()).rejects.toMatchObject({ code: 'worker-failed' });
  });
});
