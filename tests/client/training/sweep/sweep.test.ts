import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Outbox } from '@/client/live/outbox';
import { OutboxDisk } from '@/client/live/outbox-disk';
import { randomId } from '@/client/live/random-id';
import { RunSender } from '@/client/live/run-sender';
import type { BenchRun } from '@/client/training/bench-run';
import { BesideBench } from '@/client/training/beside-bench';
import { Sweep } from '@/client/training/sweep/sweep';
import type { SweepPlan } from '@/client/training/sweep/sweep-plan';
import { stepsPerEpoch } from '@/engine/training/schedule';
import { TrainerClient } from '@/engine/worker/trainer-client';
import type { Experiment } from '@/protocol/experiment';
import { runAttachSchema } from '@/protocol/run';
import { STUDENT } from '@/tests/client/live/class-views';
import { until } from '@/tests/client/training/browser-page';
import { FakeClass } from '@/tests/client/training/fake-class';
import { SMALL } from '@/tests/engine/experiments';
import { type InProcessWorker, inProcess } from '@/tests/engine/worker/in-process-worker';

const RATES: SweepPlan = { setting: 'learningRate', from: 0.001, to: 1, count: 4, epochs: 2 };
const student = { credentials: { studentId: STUDENT, secret: 'b'.repeat(64) }, nickname: 'Mia' };

describe('a sweep with the real engine', () => {
  let room: FakeClass;
  let beside: BesideBench;
  let listed: BenchRun[];
  let sender: RunSender;
  const workers: InProcessWorker[] = [];
  const clients: TrainerClient[] = [];

  beforeEach(async () => {
    room = new FakeClass();
    listed = [];
    const name = `outbox-${randomId()}`;
    const outbox = await Outbox.open(STUDENT, { openDisk: () => OutboxDisk.open(name) });
    sender = new RunSender(outbox, room);
    beside = new BesideBench({
      place: { session: room, student },
      link: () => ({ outbox, sender, close: () => {} }),
      now: () => performance.now(),
      list: (run) => listed.push(run),
    });
  });

  afterEach(() => {
    beside.close();
    sender.close();
    for (const client of clients.splice(0)) client.dispose();
    workers.length = 0;
  });

  function sweepOn({ cores = 4, ...more }: { cores?: number; mostWorkMs?: number } = {}) {
    return new Sweep({
      ground: beside,
      device: { cores, touched: false },
      makeTrainer: () => {
        const client = new TrainerClient(inProcess(workers));
        clients.push(client);
        return client;
      },
      ...more,
    });
  }
  const over = (sweep: Sweep) => until(() => sweep.snapshot().is === 'over');
  const states = (sweep: Sweep) => sweep.snapshot().trials.map(({ state }) => state);

  it('trains each value from the same seed, says what came of it, and keeps every run with the class', async () => {
    const sweep = sweepOn();
    expect(sweep.workers).toBe(1);
    sweep.start(SMALL, RATES, 'auto');
    await over(sweep);
    const { ended, trials, share } = sweep.snapshot();
    expect({ ended, share }).toEqual({ ended: 'done', share: 1 });
    expect(trials.map(({ value }) => value)).toEqual([0.001, 0.01, 0.1, 1]);
    expect(states(sweep)).toEqual(['finished', 'finished', 'finished', 'finished']);
    // A thousandth has hardly moved; a tenth reads digits.
    expect(trials[2]!.accuracy).toBeGreaterThan(trials[0]!.accuracy! + 0.2);
    expect(listed).toHaveLength(4);
    await until(() => listed.every(({ id }) => room.states(id).at(-1) === 'finished'));
    for (const [i, { id, experiment, report }] of listed.entries()) {
      expect(experiment).toEqual(trials[i]!.experiment);
      expect(experiment.seed).toBe(SMALL.seed);
      expect(report?.accuracy).toBe(trials[i]!.accuracy);
      expect(room.steps(id).at(-1)).toBe(2 * stepsPerEpoch(SMALL));
      const attach = room.runs.get(id)?.attach;
      expect(attach).toMatchObject({ runId: id, experiment, aside: true });
      // As the server reads it.
      expect(runAttachSchema.parse(attach)).toEqual(attach);
      expect(Date.now() - attach!.startedAt).toBeLessThan(600_000);
      expect(room.runs.get(id)?.batches.at(-1)?.report?.confusion).toHaveLength(10);
    }
    // The workers are gone.
    expect(workers).toHaveLength(1);
  });

  it('two workers come to the same results as one', async () => {
    const one = sweepOn({ cores: 4 });
    one.start(SMALL, RATES, 'auto');
    await over(one);
    const two = sweepOn({ cores: 8 });
    expect(two.workers).toBe(2);
    two.start(SMALL, RATES, 'auto');
    await over(two);
    expect(two.snapshot().trials).toEqual(one.snapshot().trials);
    expect(workers).toHaveLength(3);
  });

  it('shows what diverged as that, and goes on', async () => {
    const sweep = sweepOn();
    // A factor of −199 a step on every weight.
    const linear: Experiment['network'] = { kind: 'dense', hidden: [], activation: 'relu' };
    sweep.start(
      { ...SMALL, network: linear, l2: 1 },
      { ...RATES, from: 0.01, to: 100, count: 2, epochs: 100 },
      'auto',
    );
    await over(sweep);
    expect(sweep.snapshot().ended).toBe('done');
    expect(states(sweep)).toEqual(['finished', 'diverged']);
    expect(sweep.snapshot().trials[1]!.accuracy).toBeNull();
    await until(() => room.states(listed[1]!.id).at(-1) === 'diverged');
  });

  it('stands while the class is held and goes on after; ends when it is over', async () => {
    const sweep = sweepOn();
    sweep.start({ ...SMALL, examples: 4_000 }, { ...RATES, epochs: 20 }, 'auto');
    await until(() => sweep.snapshot().share > 0);
    room.say({ paused: true });
    await until(() => sweep.snapshot().is === 'held');
    const { is, trials } = sweep.snapshot();
    expect(is).toBe('held');
    expect(trials.some(({ state }) => state === 'training')).toBe(true);
    room.say({ paused: false });
    expect(sweep.snapshot().is).toBe('going');
    await until(() => sweep.snapshot().trials[0]!.state === 'finished');
    room.say({ phase: 'ended' });
    expect(sweep.snapshot()).toMatchObject({ is: 'over', ended: 'stopped' });
    expect(states(sweep).slice(-1)).toEqual(['left']);
    // Nor does one begin.
    sweep.start(SMALL, RATES, 'auto');
    expect(sweep.snapshot().is).toBe('over');
  });

  it('is stopped at once, keeps what is over, and begins anew', async () => {
    const sweep = sweepOn();
    sweep.start({ ...SMALL, examples: 4_000 }, { ...RATES, epochs: 10 }, 'auto');
    await until(() => sweep.snapshot().trials[0]!.state === 'finished');
    sweep.stop();
    expect(sweep.snapshot()).toMatchObject({ is: 'over', ended: 'stopped' });
    const kept = sweep.snapshot().trials.filter(({ state }) => state === 'finished').length;
    expect(states(sweep)).toEqual([...new Array(kept).fill('finished'), ...new Array(4 - kept).fill('left')]);
    await until(() => listed.length === kept && room.states(listed[0]!.id).at(-1) === 'finished');
    sweep.start(SMALL, { ...RATES, count: 2 }, 'auto');
    await over(sweep);
    expect(sweep.snapshot().ended).toBe('done');
    // What was stopped in the middle has left nothing.
    await until(() => room.runs.size === kept + 2);
    expect([...room.runs.keys()].sort()).toEqual(listed.map(({ id }) => id).sort());
  });

  it('estimates what a plan takes on this device, and disturbs no sweep for it', async () => {
    const sweep = sweepOn();
    const first = (await sweep.estimate(SMALL, RATES, 'auto'))!;
    expect(first).toBeGreaterThan(0);
    // Five times as long, on the same figures.
    const longer = (await sweep.estimate(SMALL, { ...RATES, epochs: 100 }, 'auto'))!;
    expect(longer).toBeGreaterThan(first);
    const wider = { ...RATES, setting: 'hiddenUnits', from: 2, to: 512 } as const;
    const narrow = { ...wider, to: 4 } as const;
    expect(await sweep.estimate(SMALL, { ...wider, epochs: 100 }, 'auto')).toBeGreaterThan(
      (await sweep.estimate(SMALL, { ...narrow, epochs: 100 }, 'auto'))!,
    );
    // Begun in the middle of a measurement, which is given up.
    const given = sweep.estimate({ ...SMALL, batchSize: 10 }, RATES, 'auto').catch(() => 'given up');
    sweep.start(SMALL, RATES, 'auto');
    expect(await given).toBe('given up');
    expect(await sweep.estimate(SMALL, wider, 'auto')).toBeNull();
    await over(sweep);
    expect(sweep.snapshot().ended).toBe('done');
  });

  it('tells why the class takes a run no more', async () => {
    room.attachRun = async () => ({ ok: false, code: 'too-many-runs' }) as never;
    const sweep = sweepOn();
    sweep.start(SMALL, { ...RATES, count: 2 }, 'auto');
    await until(() => sweep.snapshot().refused === 'too-many-runs');
    await over(sweep);
    // They are listed on the bench all the same.
    expect(listed).toHaveLength(2);
  });

  it('ends when its work is done, however long its trainings would take; standing still is no work', async () => {
    const mostWorkMs = 1_500;
    const sweep = sweepOn({ mostWorkMs });
    sweep.start({ ...SMALL, examples: 4_000 }, { ...RATES, epochs: 100 }, 'auto');
    room.say({ paused: true });
    const held = performance.now();
    await until(() => performance.now() - held > 2 * mostWorkMs);
    expect(sweep.snapshot().is).toBe('held');
    room.say({ paused: false });
    const begun = performance.now();
    await over(sweep);
    expect(sweep.snapshot().ended).toBe('budget');
    expect(performance.now() - begun).toBeGreaterThan(0.9 * mostWorkMs);
    expect(states(sweep)).toContain('left');
  });
});
