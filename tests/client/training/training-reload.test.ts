import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptUnder } from '@/client/live/kept-under';
import { benchKeyInClass } from '@/client/training/bench-key';
import { continueRun } from '@/client/training/continue-run';
import { STUDENT } from '@/tests/client/live/class-views';
import { EXPERIMENT } from '@/tests/client/live/run-pieces';
import { Browser, current, LAST_STEP, until, upTo } from './browser-page';
import type { FakeClass } from './fake-class';

describe('a training after a reload, and in two tabs', () => {
  let browser: Browser;
  let room: FakeClass;
  beforeEach(() => {
    browser = new Browser();
    ({ room } = browser);
  });
  afterEach(() => {
    browser.close();
  });

  it('draws a seed, keeps the draft over a reload and another seed on request', async () => {
    const { training, now } = await browser.page();
    const { seed } = now().draft;
    training.newSeed();
    expect(now().draft.seed).not.toBe(seed);
    training.setDraft({ ...now().draft, epochs: 7 });
    training.chooseBackend('cpu');
    const next = await browser.page();
    expect(next.now()).toMatchObject({ draft: now().draft, backendChoice: 'cpu' });
  });

  it('comes back after a reload and goes on by itself: same run, no point twice, none missing', async () => {
    const first = await browser.page();
    await first.training.train();
    const { id } = current(first.training);
    first.trainer.walk(10);
    first.trainer.keep();
    await until(() => room.steps(id).length === 10);
    first.trainer.walk(4);
    await until(() => room.steps(id).length === 14);
    // It dies here, four steps after its checkpoint.
    const { training, trainer } = await browser.page();
    await until(() => current(training).state === 'training');
    expect(current(training).id).toBe(id);
    expect(trainer.begun).toMatchObject([{ checkpoint: { step: 10 }, emitAfterStep: 14 }]);
    trainer.walk(8);
    await until(() => room.steps(id).length === 18);
    expect(room.steps(id)).toEqual(upTo(18));
    await until(() => current(training).points.length === 18);
    expect(current(training).points.map(({ step }) => step)).toEqual(upTo(18));
  });

  it('comes back offline with what this browser has, and sends the rest later', async () => {
    const first = await browser.page();
    await first.training.train();
    const { id } = current(first.training);
    first.trainer.walk(3);
    await until(() => room.steps(id).length === 3);
    room.set({ connection: 'offline' });
    first.trainer.walk(5);
    first.trainer.keep();
    await until(() => first.now().unsent > 0);
    const { training, now } = await browser.page();
    expect(current(training)).toMatchObject({ id });
    expect(current(training).points.map(({ step }) => step)).toEqual(upTo(8));
    expect(now().unsent).toBeGreaterThan(0);
    room.set({ connection: 'online' });
    await until(() => room.steps(id).length === 8 && now().unsent === 0);
    expect(room.steps(id)).toEqual(upTo(8));
  });

  it('begins with the weights of another run’s moment, and tells the class with which', async () => {
    const from = { runId: 'f'.repeat(32), step: 12 };
    const weights = Float32Array.of(1, 2);
    const key = benchKeyInClass(keptUnder(room), STUDENT);
    await continueRun(key, { experiment: EXPERIMENT, weights, from }, browser.disk(), browser.setup());
    const { training, trainer, now } = await browser.page();
    expect(now().draftChanged).toBe(false);
    await training.train();
    expect(trainer.begun).toMatchObject([{ checkpoint: { step: 0, weights }, experiment: EXPERIMENT }]);
    const { id, continues } = current(training);
    expect(continues).toEqual(from);
    trainer.walk(3);
    await until(() => room.steps(id).length === 3);
    expect(room.runs.get(id)!.attach).toMatchObject({ continues: from });
    trainer.keep();
    // A page later it still knows; a run after it is one of its own.
    const next = await browser.page();
    expect(current(next.training)).toMatchObject({ id, continues: from });
    await next.training.reset();
    expect(current(next.training).continues).toBeUndefined();
  });

  it('comes back paused where it was paused', async () => {
    const first = await browser.page();
    await first.training.train();
    first.trainer.walk(3);
    await first.training.pause();
    const { id } = current(first.training);
    await until(() => room.steps(id).length === 3);
    const { training, trainer } = await browser.page();
    expect(current(training)).toMatchObject({ id, state: 'paused' });
    expect(trainer.training).toBe(false);
  });

  it('does not take a set-up that nobody has changed for another', async () => {
    const first = await browser.page();
    await first.training.train();
    first.trainer.walk(3);
    await first.training.pause();
    const { training, now } = await browser.page();
    expect(now().draftChanged).toBe(false);
    expect(now().draft).toEqual(current(training).experiment);
  });

  it('goes on with the very run that stood still, whatever the draft has become', async () => {
    const first = await browser.page();
    await first.training.train();
    first.trainer.walk(3);
    first.trainer.keep();
    const { id } = current(first.training);
    await until(() => room.steps(id).length === 3);
    first.training.setDraft({ ...first.now().draft, epochs: 9 });
    const { training, now } = await browser.page();
    await until(() => current(training).state === 'training');
    expect(current(training).id).toBe(id);
    expect(now().draftChanged).toBe(true);
  });

  it('goes on after a reload while the teacher held the class, once the teacher lets it', async () => {
    const first = await browser.page();
    await first.training.train();
    first.trainer.walk(3);
    const { id } = current(first.training);
    room.say({ paused: true });
    await until(() => current(first.training).state === 'paused');
    const disk = browser.disk();
    await until(async () => (await disk.load(`${room.code}:${STUDENT}`))?.state === 'paused');
    const { training } = await browser.page();
    expect(current(training)).toMatchObject({ id, state: 'paused' });
    room.say({ paused: false });
    await until(() => current(training).state === 'training');
    expect(current(training).id).toBe(id);
  });

  it('goes on when the connection is back, where pictures did not come for want of it', async () => {
    const { training, trainer, now } = await browser.page();
    await training.train();
    room.set({ connection: 'offline' });
    trainer.tell({ type: 'error', run: 1, code: 'data-failed', detail: '' });
    await trainer.pause();
    expect(now()).toMatchObject({ error: 'data-failed', current: { state: 'paused' } });
    room.set({ connection: 'online' });
    await until(() => current(training).state === 'training');
    expect(now().error).toBeNull();
  });

  it('goes on when the connection is back, where a reload fell into a restart of the server and found no pictures', async () => {
    const first = await browser.page();
    await first.training.train();
    first.trainer.walk(3);
    first.trainer.keep();
    const { id } = current(first.training);
    await until(() => room.steps(id).length === 3);
    room.set({ connection: 'offline' });
    const { training, now } = await browser.page({ failFirst: 'data-failed' });
    expect(now()).toMatchObject({ phase: 'failed', error: 'data-failed', current: { id, state: 'paused' } });
    room.set({ connection: 'online' });
    await until(() => current(training).state === 'training');
    expect(current(training).id).toBe(id);
    expect(now().error).toBeNull();
  });

  it.each(['data-failed', 'worker-failed'] as const)(
    'tries again by itself after a reload whose start failed with %s, and goes on',
    async (code) => {
      const first = await browser.page();
      await first.training.train();
      first.trainer.walk(3);
      first.trainer.keep();
      const { id } = current(first.training);
      await until(() => room.steps(id).length === 3);
      // The connection is there, and stays: nothing else would give a reason to ask again.
      const { training, now } = await browser.page({ failFirst: code });
      await until(() => current(training).state === 'training');
      expect(current(training).id).toBe(id);
      expect(now()).toMatchObject({ phase: 'idle', error: null });
    },
  );

  it('tries again by itself where pictures stayed away although the connection is there', async () => {
    const { training, trainer, now } = await browser.page();
    await training.train();
    trainer.tell({ type: 'error', run: 1, code: 'data-failed', detail: '' });
    await trainer.pause();
    expect(now()).toMatchObject({ error: 'data-failed', current: { state: 'paused' } });
    await until(() => current(training).state === 'training');
    expect(now().error).toBeNull();
  });

  it('tells the server of the end also where a reload came between the last step and its report', async () => {
    const first = await browser.page();
    await first.training.train();
    // The report waits for pictures that do not come any more.
    first.trainer.report = () => new Promise(() => undefined);
    first.trainer.walk(LAST_STEP);
    const { id } = current(first.training);
    await until(() => current(first.training).state === 'finished' && room.steps(id).length > 0);
    // What the end sets going has had its time.
    await until(async () => (await browser.disk().load(`${room.code}:${STUDENT}`)) !== null);
    const { trainer } = await browser.page();
    await until(() => trainer.training);
    trainer.walk(LAST_STEP);
    await until(() => room.states(id).at(-1) === 'finished');
    expect(room.steps(id)).toEqual(upTo(LAST_STEP));
  });

  it('hands in after a reload as soon as the network stands again', async () => {
    const first = await browser.page();
    await first.training.train();
    first.trainer.walk(LAST_STEP);
    const { id } = current(first.training);
    await until(() => room.states(id).at(-1) === 'finished');
    await until(async () => (await browser.disk().load(`${room.code}:${STUDENT}`))?.state === 'finished');
    const { training } = await browser.page({ failFirst: 'data-failed' });
    expect(current(training)).toMatchObject({ id, state: 'finished' });
    browser.submit.mockResolvedValue({ ok: false, code: 'verifier-busy' });
    expect(await training.submit()).toEqual({ ok: false, code: 'verifier-busy' });
    expect(browser.submit).toHaveBeenCalledWith(expect.objectContaining({ runId: id }));
  });

  it('goes on waiting after a reload for what was handed in, and tells what became of it', async () => {
    const first = await browser.page();
    await first.training.train();
    first.trainer.walk(4);
    await first.training.pause();
    const { id } = current(first.training);
    await until(async () => (await browser.disk().load(`${room.code}:${STUDENT}`))?.state === 'paused');
    browser.submit.mockImplementation(async ({ heard }) => {
      heard?.({ before: 12 });
      return new Promise(() => undefined);
    });
    void first.training.submit();
    await until(() => first.now().submissionsBefore === 12);

    let tell: (answer: Awaited<ReturnType<typeof browser.follow>>) => void = () => undefined;
    browser.follow.mockImplementation(async ({ heard }) => {
      heard?.({ before: 3 });
      return new Promise((resolve) => {
        tell = resolve;
      });
    });
    const second = await browser.page();
    await until(() => second.now().submissionsBefore === 3);
    expect(second.now().submitting).toBe(true);
    const handedIn = browser.submit.mock.calls[0]![0];
    expect(browser.follow).toHaveBeenCalledWith(
      expect.objectContaining({ id: handedIn.id, code: room.code }),
    );
    const scored = {
      submissionId: handedIn.id!,
      runId: id,
      accuracy: 0.87,
      pictures: 100,
      milliseconds: 9,
      best: true,
      race: null,
    };
    tell({ ok: true, ...scored });
    await until(() => current(second.training).scored?.accuracy === 0.87);
    expect(second.now()).toMatchObject({
      submitting: false,
      submissionsBefore: null,
      submissionRefusal: null,
    });
    // It is over: a third page waits for nothing.
    browser.follow.mockClear();
    await browser.page();
    expect(browser.follow).not.toHaveBeenCalled();
  });

  it('says after a reload that what was handed in is lost, and that it is to be handed in again', async () => {
    const first = await browser.page();
    await first.training.train();
    first.trainer.walk(4);
    browser.submit.mockResolvedValue({ ok: false, code: 'not-attached' });
    expect(await first.training.submit()).toEqual({ ok: false, code: 'not-attached' });
    browser.follow.mockResolvedValue({ ok: false, code: 'submission-lost' });
    const { now } = await browser.page();
    await until(() => now().submissionRefusal === 'submission-lost');
    expect(now().submitting).toBe(false);
  });

  it('gives the run up to a newer tab, and can begin another', async () => {
    const older = await browser.page();
    await older.training.train();
    const { id } = current(older.training);
    older.trainer.walk(2);
    older.trainer.keep();
    await until(() => room.steps(id).length === 2);
    const newer = await browser.page();
    await until(() => current(newer.training).state === 'training');
    older.trainer.walk(1);
    await until(() => older.now().takenElsewhere && !older.trainer.training);
    newer.trainer.walk(2);
    await until(() => room.steps(id).length === 4);
    expect(room.steps(id)).toEqual(upTo(4));
    expect(await older.training.submit()).toEqual({ ok: false, code: 'run-stale' });
    await older.training.train();
    expect(older.now()).toMatchObject({ takenElsewhere: false, current: { state: 'training' } });
    expect(current(older.training).id).not.toBe(id);
  });

  it('works alone, without a class, and comes back there too', async () => {
    const first = await browser.page({ alone: true });
    await first.training.train();
    first.trainer.walk(6);
    first.trainer.keep();
    await first.training.pause();
    const { id } = current(first.training);
    expect(first.now()).toMatchObject({ unsent: 0, runs: [{ id, state: 'paused' }] });
    const disk = browser.disk();
    await until(async () => (await disk.load('lesson:handwritten-digits'))?.state === 'paused');
    const { training, trainer } = await browser.page({ alone: true });
    await until(() => current(training).id === id);
    expect(current(training)).toMatchObject({ state: 'paused' });
    expect(trainer.begun[0]).toMatchObject({ checkpoint: { step: 6 }, emitAfterStep: 6 });
    expect(room.runs.size).toBe(0);
  });
});
