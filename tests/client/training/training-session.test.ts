import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { USUAL_RACE } from '@/protocol/race';
import { point } from '@/tests/client/live/run-pieces';
import { Browser, current, LAST_STEP, until, upTo } from './browser-page';
import type { FakeClass } from './fake-class';

describe('a training', () => {
  let browser: Browser;
  let room: FakeClass;
  beforeEach(() => {
    browser = new Browser();
    ({ room } = browser);
  });
  afterEach(() => {
    browser.close();
  });

  it('makes a network ready before anybody presses Train, and sends nothing of it', async () => {
    const { now, trainer } = await browser.page();
    expect(now()).toMatchObject({ phase: 'idle', error: null, draftChanged: false, runs: [] });
    expect(now().current).toMatchObject({
      state: 'ready',
      totalSteps: LAST_STEP,
      weightCount: 784 * 8 + 8 + 90,
    });
    expect(trainer.begun).toHaveLength(1);
    expect(room.runs.size).toBe(0);
  });

  it('alone makes no network before one is wanted: pictures need none of the code that trains', async () => {
    const { training, trainer, now } = await browser.page({ alone: true });
    expect(now()).toMatchObject({
      phase: 'idle',
      progress: { examples: 1_000 },
      current: { state: 'ready' },
    });
    expect(await training.samples('train', 0, 1)).not.toBeNull();
    expect(trainer.begun).toHaveLength(0);
    // Who asks the network waits for it; who asks again does not begin anew.
    expect(await training.predict(new Uint8Array(784))).toHaveLength(10);
    training.prepare();
    await training.train();
    expect(trainer.begun).toHaveLength(1);
    trainer.walk(2);
    await training.pause();
    // The run of an earlier page stands at once.
    const next = await browser.page({ alone: true });
    expect(next.trainer.begun).toHaveLength(1);
  });

  it('alone the first Train makes the network, and words of another training are not taken for its own', async () => {
    const { training, trainer, now } = await browser.page({ alone: true });
    trainer.tell({ type: 'state', run: 1, state: 'paused', step: 9 });
    trainer.tell({ type: 'point', run: 1, point: point(9) });
    expect(now().current).toMatchObject({ state: 'ready', points: [] });
    await training.train();
    expect(trainer.begun).toHaveLength(1);
    expect(current(training).state).toBe('training');
  });

  it('records a run from its first step to its report', async () => {
    const { training, trainer, now } = await browser.page();
    await training.train();
    const { id } = current(training);
    trainer.walk(LAST_STEP);
    await until(() => room.states(id).at(-1) === 'finished');
    expect(room.steps(id)).toEqual(upTo(LAST_STEP));
    expect(room.runs.get(id)?.attach).toMatchObject({
      backend: 'wasm',
      experiment: current(training).experiment,
    });
    expect(room.runs.get(id)?.batches.at(-1)?.report).toEqual({ confusion: [[1]], seconds: 3 });
    await until(() => now().unsent === 0);
    expect(now().current).toMatchObject({ state: 'finished', report: { accuracy: 0.9 } });
    expect(now().current?.points).toHaveLength(LAST_STEP);
    expect(now().runs).toMatchObject([{ id, state: 'finished', pointCount: LAST_STEP }]);
  });

  it('pauses, steps and tells the class each state', async () => {
    const { training, trainer } = await browser.page();
    await training.train();
    const { id } = current(training);
    trainer.walk(3);
    await training.pause();
    expect(current(training).state).toBe('paused');
    await training.step();
    await until(() => room.steps(id).length === 4);
    expect(room.states(id)[0]).toBe('training');
    expect(room.states(id).at(-1)).toBe('paused');
  });

  it('takes a single step from the start', async () => {
    const { training } = await browser.page();
    await training.step();
    const { id, state } = current(training);
    expect(state).toBe('paused');
    await until(() => room.steps(id).length === 1);
  });

  it('puts a run aside at reset and stands at step 0 with the same seed and another id', async () => {
    const { training, trainer, now } = await browser.page();
    await training.train();
    trainer.walk(2);
    const old = current(training);
    await training.reset();
    expect(current(training)).toMatchObject({ state: 'ready', points: [], experiment: old.experiment });
    expect(current(training).id).not.toBe(old.id);
    await until(() => room.states(old.id).at(-1) === 'stopped');
    expect(now().runs).toMatchObject([{ id: old.id, state: 'stopped' }]);
    // And it stays put aside after a reload.
    await until(() => now().unsent === 0);
    const next = await browser.page();
    expect(current(next.training).state).toBe('ready');
  });

  it('leaves a running run alone when the draft changes; Train begins a new one with it', async () => {
    const { training, trainer, now } = await browser.page();
    await training.train();
    trainer.walk(2);
    const old = current(training);
    training.setDraft({ ...now().draft, learningRate: 0.5 });
    expect(now()).toMatchObject({ draftChanged: true, current: { id: old.id, state: 'training' } });
    training.setDraft({ ...now().draft, learningRate: Number.NaN });
    expect(now().draft.learningRate).toBe(0.5);
    await training.train();
    expect(current(training)).toMatchObject({ state: 'training', experiment: { learningRate: 0.5 } });
    await until(() => room.states(old.id).at(-1) === 'stopped');
    expect(now().draftChanged).toBe(false);
  });

  it('begins a new run after one has ended', async () => {
    const { training, trainer } = await browser.page();
    await training.train();
    const { id } = current(training);
    trainer.finish('diverged');
    await until(() => room.states(id).at(-1) === 'diverged');
    await training.train();
    expect(current(training).id).not.toBe(id);
    expect(current(training).state).toBe('training');
  });

  it('goes on with another backend from where it stands', async () => {
    const { training, trainer } = await browser.page();
    await training.train();
    trainer.walk(5);
    training.chooseBackend('cpu');
    await until(() => current(training).backend?.backend === 'cpu' && current(training).state === 'training');
    expect(trainer.begun.at(-1)).toMatchObject({ backend: 'cpu', checkpoint: { step: 5 }, emitAfterStep: 5 });
    trainer.walk(1);
    await until(() => current(training).points.length === 6);
  });

  it('stands still by itself where the updates of the race are used up, also where the rules change while it trains', async () => {
    const { training, trainer } = await browser.page();
    const allow = (updates: number | null) =>
      room.say({ race: { ...USUAL_RACE, limits: { ...USUAL_RACE.limits, updates } } });
    allow(30);
    await training.train();
    expect(trainer.untils).toEqual([30]);
    allow(12);
    await until(() => trainer.untils.length === 2 && trainer.training);
    allow(null);
    await until(() => trainer.untils.length === 3 && trainer.training);
    expect(trainer.untils).toEqual([30, 12, null]);
    expect(current(training).state).toBe('training');
    // What stands still is not begun by it.
    await training.pause();
    allow(9);
    await training.pause();
    expect(trainer.untils).toHaveLength(3);
  });

  it('is held while the teacher holds the class, and goes on by itself afterwards', async () => {
    const { training, trainer, now } = await browser.page();
    await training.train();
    room.say({ paused: true });
    await until(() => current(training).state === 'paused');
    expect(now().heldByTeacher).toBe(true);
    expect(trainer.training).toBe(false);
    await training.train();
    expect(trainer.training).toBe(false);
    room.say({ paused: false });
    await until(() => current(training).state === 'training');
    expect(now().heldByTeacher).toBe(false);
    // One that its student has paused stays paused.
    await training.pause();
    room.say({ paused: true });
    room.say({ paused: false });
    await training.pause();
    expect(trainer.training).toBe(false);
  });

  it('is held also where Train was pressed just before, and goes on by itself afterwards', async () => {
    const { training, trainer } = await browser.page();
    const { train } = trainer;
    trainer.train = async () => {
      room.say({ paused: true });
      trainer.train = train;
      await train.call(trainer);
    };
    await training.train();
    await until(() => current(training).state === 'paused' && !trainer.training);
    room.say({ paused: false });
    await until(() => current(training).state === 'training');
  });

  it('stops when the class ends, and trains neither then nor in the lobby', async () => {
    const { training, trainer } = await browser.page();
    await training.train();
    room.say({ phase: 'ended' });
    await until(() => current(training).state === 'paused');
    await training.train();
    expect(trainer.training).toBe(false);
    expect(await training.submit()).toEqual({ ok: false, code: 'class-ended' });
    room.say({ phase: 'lobby' });
    await training.step();
    expect(trainer.step_).toBe(0);
  });

  it('hands weights in once all that is recorded is acknowledged', async () => {
    const { training, trainer, now } = await browser.page();
    expect(await training.submit()).toEqual({ ok: false, code: 'unknown-run' });
    expect(now().submissionRefusal).toBe('unknown-run');
    await training.train();
    const { id } = current(training);
    trainer.walk(7);
    const scored = {
      ok: true as const,
      submissionId: 's',
      runId: id,
      accuracy: 0.91,
      pictures: 1_000,
      milliseconds: 80,
      best: true,
      race: null,
    };
    browser.submit.mockImplementation(async () => {
      expect(room.steps(id)).toEqual(upTo(7));
      expect(now().submitting).toBe(true);
      return scored;
    });
    expect(await training.submit()).toEqual(scored);
    expect(browser.submit).toHaveBeenCalledWith(
      expect.objectContaining({ code: 'ABCDEF', runId: id, weights: new Float32Array([7]) }),
    );
    expect(now()).toMatchObject({
      submitting: false,
      submissionRefusal: null,
      current: { scored: { accuracy: 0.91 } },
    });
    expect(now().runs[0]?.verifiedAccuracy).toBe(0.91);
    expect(trainer.training).toBe(true);
  });

  it('says what failed and tries again at the next press', async () => {
    const { training, trainer, now } = await browser.page();
    await training.train();
    trainer.walk(4);
    await training.pause();
    trainer.tell({ type: 'error', run: 1, code: 'out-of-memory', detail: '' });
    expect(now()).toMatchObject({ phase: 'failed', error: 'out-of-memory' });
    trainer.failNext = 'data-failed';
    await training.train();
    expect(now()).toMatchObject({ phase: 'failed', error: 'data-failed' });
    await training.train();
    expect(now()).toMatchObject({ phase: 'idle', error: null, current: { state: 'training' } });
    expect(trainer.begun.at(-1)).toMatchObject({ checkpoint: { step: 4 } });
  });

  it('tells of a recovery once the other backend stands', async () => {
    const { training, trainer, now } = await browser.page();
    await training.train();
    trainer.tell({ type: 'recovering', run: 1, code: 'context-lost', from: 'webgl' });
    expect(now()).toMatchObject({ phase: 'starting', recovered: null });
    const facts = { ...current(training).backend!, backend: 'cpu', why: 'recovered' } as const;
    trainer.tell({ type: 'backend', run: 1, facts });
    expect(now()).toMatchObject({
      phase: 'idle',
      recovered: { from: 'webgl', to: 'cpu', code: 'context-lost' },
      current: { backend: { backend: 'cpu' } },
    });
  });

  it('redraws for points a few times a second, for states at once', async () => {
    const { training, trainer } = await browser.page();
    await training.train();
    let told = 0;
    training.subscribe(() => {
      told += 1;
    });
    for (let i = 0; i < 30; i += 1) trainer.walk(1);
    expect(told).toBe(0);
    await until(() => current(training).points.length === 30);
    expect(told).toBeLessThan(6);
    await training.pause();
    expect(current(training).state).toBe('paused');
  });
});
