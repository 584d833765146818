import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LeftTraining } from '@/client/benches/playground/model/left-training';
import { type LeftBenchRun, recordRuns } from '@/client/benches/playground/model/record-runs';
import { Outbox } from '@/client/live/outbox';
import { OutboxDisk } from '@/client/live/outbox-disk';
import { randomId } from '@/client/live/random-id';
import { RunSender } from '@/client/live/run-sender';
import { PointsRuns } from '@/client/training/points-runs';
import type { PlaygroundSetup } from '@/engine/playground/setup';
import { playedBench } from '@/tests/client/benches/playground/played-bench';
import { STUDENT } from '@/tests/client/live/class-views';
import { until } from './browser-page';
import { FakeClass } from './fake-class';

describe('a training on points, over a reload', () => {
  let room: FakeClass;
  let disk: string;
  const pages: PointsRuns[] = [];
  beforeEach(() => {
    room = new FakeClass();
    disk = randomId();
    // Moments need a server, and are not what this is about.
    vi.stubGlobal('fetch', async () => new Response('{"ok":true,"kept":true}'));
  });
  afterEach(() => {
    for (const page of pages.splice(0)) page.close();
    vi.unstubAllGlobals();
  });

  /** A page with the bench as the one before has left it, which is as good as dead. */
  async function page(
    left: { stands: LeftTraining; run: LeftBenchRun | null } | null = null,
    setup: Partial<PlaygroundSetup> = {},
    onDisk = true,
  ) {
    const student = { credentials: { studentId: STUDENT, secret: 'b'.repeat(64) }, nickname: 'Mia' };
    const runs = new PointsRuns({ session: room, student }, async () => {
      const outbox = await Outbox.open(STUDENT, {
        openDisk: async () => (onDisk ? OutboxDisk.open(`outbox-${disk}`) : null),
      });
      const sender = new RunSender(outbox, room);
      return { outbox, sender, close: () => sender.close() };
    });
    pages.push(runs);
    const bench = playedBench(setup, { left: left?.stands ?? null });
    const record = recordRuns(bench.model, runs, undefined, left?.run ?? null);
    // Until the disk has been asked whose run it is.
    await until(async () => {
      await bench.turn();
      return bench.model.snapshot().begun !== null && (!left || room.runs.size > 0);
    });
    for (let turns = 0; turns < 20; turns += 1) await bench.turn();
    return {
      ...bench,
      record,
      async trainTo(step: number) {
        bench.model.train();
        while ((bench.step() ?? 0) < step) await bench.turn();
        bench.model.pause();
        await bench.turn(4);
      },
      leave: () => ({ stands: { ...bench.model.standsAt!, goesOn: false }, run: record.left() }),
    };
  }
  const only = () => {
    const ids = [...room.runs.keys()];
    expect(ids).toHaveLength(1);
    return ids[0]!;
  };

  test('it goes on as the same run: steps without a gap or a repetition, and one curve', async () => {
    const first = await page();
    await first.trainTo(500);
    await until(() => room.runs.size === 1 && room.states(only()).at(-1) === 'paused');
    const left = first.leave();
    expect(left.run).toMatchObject({ from: 0, training: false });
    const before = room.steps(only());

    const second = await page(left);
    await second.trainTo(1_500);
    await until(() => (room.steps(only()).at(-1) ?? 0) >= 1_500);
    const steps = room.steps(only());
    expect(steps.slice(0, before.length)).toEqual(before);
    expect(steps.length).toBeGreaterThan(before.length);
    expect(steps.every((step, i) => i === 0 || step > steps[i - 1]!)).toBe(true);
    second.record.end();
    await until(() => room.states(only()).at(-1) === 'finished');
    expect(room.runs.get(only())!.attach.experiment).not.toHaveProperty('otherStart');
  });

  test('one whose bench comes back otherwise has ended, and another begins', async () => {
    const first = await page();
    await first.trainTo(300);
    await until(() => room.runs.size === 1 && room.states(only()).at(-1) === 'paused');
    const { run } = first.leave();
    const id = only();
    const second = await page({ stands: first.leave().stands, run }, { learningRate: 0.3 });
    await second.trainTo(600);
    await until(() => room.runs.size === 2);
    expect(room.states(id).at(-1)).toBe('stopped');
  });

  test('where the browser has kept nothing of it, no step is told under its name', async () => {
    const first = await page(null, {}, false);
    await first.trainTo(300);
    await until(() => room.runs.size === 1 && room.states(only()).at(-1) === 'paused');
    const id = only();
    const told = room.steps(id);
    const second = await page(first.leave(), {}, false);
    await second.trainTo(600);
    await until(() => room.runs.size === 2);
    expect(room.steps(id)).toEqual(told);
  });
});
