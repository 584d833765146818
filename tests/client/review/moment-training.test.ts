import { describe, expect, it, vi } from 'vitest';
import { MomentTraining } from '@/client/review/moments/moment-training';
import { momentsOfRun } from '@/client/review/moments/moments-of-run';
import { type RepeatableSteps, repeatableSteps } from '@/client/review/moments/repeatable';
import { EngineError } from '@/engine/engine-error';
import { EXPERIMENT, point } from '@/people/sample-run';
import type { Experiment } from '@/protocol/experiment';
import type { RunSummary } from '@/protocol/run';
import { FakeTrainer } from '@/tests/client/training/fake-trainer';

const RUN = { id: 'a'.repeat(32), experiment: EXPERIMENT };
const weightsOf = (step: number) => Float32Array.of(step);

function opened(
  weightsAt: (step: number) => Promise<Float32Array> = async (step) => weightsOf(step),
  repeatable: RepeatableSteps | null = null,
) {
  const trainer = new FakeTrainer();
  const points = [0, 10, 20, 30].map((step) => point(step));
  const stopped: number[] = [];
  const training = new MomentTraining({
    ...{ run: RUN, points, trainer, weightsAt, repeatable, kept: [10, 20, 30] },
    onStopped: (step) => stopped.push(step),
  });
  return { trainer, training, stopped };
}

describe('a run’s network at a moment', () => {
  it('stands with the weights of that moment, and the curve as far as it was then', async () => {
    const { trainer, training } = opened();
    training.look(20);
    expect(training.snapshot()).toMatchObject({ phase: 'loading', current: null });
    await vi.waitUntil(() => training.snapshot().phase === 'idle');
    expect(trainer.begun).toMatchObject([{ checkpoint: { step: 20, weights: weightsOf(20) } }]);
    expect(training.snapshot().current).toMatchObject({ id: `${RUN.id}@20`, state: 'paused' });
    expect(training.snapshot().current!.points.map(({ step }) => step)).toEqual([0, 10, 20]);
  });

  it('takes the start from the seed: nothing is fetched', async () => {
    const { trainer, training } = opened(() => Promise.reject(new Error('nothing is to be fetched')));
    training.look(0);
    await vi.waitUntil(() => training.snapshot().phase === 'idle');
    expect(trainer.begun).toMatchObject([{ checkpoint: null }]);
  });

  it('stands at the moment that was asked for last, however the weights come', async () => {
    const coming = new Map<number, (weights: Float32Array) => void>();
    const { trainer, training } = opened((step) => new Promise((resolve) => coming.set(step, resolve)));
    training.look(10);
    await vi.waitUntil(() => coming.has(10));
    training.look(30);
    const answer = training.predict(new Uint8Array(784));
    coming.get(10)!(weightsOf(10));
    await vi.waitUntil(() => coming.has(30));
    coming.get(30)!(weightsOf(30));
    expect(await answer).not.toBeNull();
    expect(trainer.begun.map(({ checkpoint }) => checkpoint?.step)).toEqual([30]);
    expect(training.snapshot().current!.id).toBe(`${RUN.id}@30`);
  });

  it('says why it cannot, answers nothing meanwhile, and tries again', async () => {
    let fails = true;
    const { training } = opened(async (step) => {
      if (fails) throw new EngineError('data-failed', 'offline');
      return weightsOf(step);
    });
    training.look(10);
    await vi.waitUntil(() => training.snapshot().phase === 'failed');
    expect(training.snapshot().error).toBe('data-failed');
    expect(await training.report()).toBeNull();
    fails = false;
    training.look(10);
    await vi.waitUntil(() => training.snapshot().phase === 'idle');
    expect(training.snapshot().error).toBeNull();
    expect(await training.report()).not.toBeNull();
  });
});

describe('a step of which nothing is kept', () => {
  const STEPS = { from: 0, to: 30, anchors: [0] };
  const still = (training: MomentTraining) => vi.waitUntil(() => training.snapshot().phase === 'idle');

  it('is computed again from the start, past the kept moments, which are compared', async () => {
    const { trainer, training } = opened(undefined, STEPS);
    training.look(25);
    await still(training);
    expect(trainer.begun).toMatchObject([{ backend: 'kernels', checkpoint: null }]);
    expect(trainer.reached).toEqual(expect.arrayContaining([10, 20, 25]));
    expect(training.snapshot().current!.id).toBe(`${RUN.id}@25`);
    expect(training.recomputing()).toEqual({ how: { is: 'still' }, confirmed: [10, 20] });
    expect(await training.standingWeights()).toEqual(weightsOf(25));
    // Forward from where it stands, and back from what was kept on the way.
    trainer.reached.length = 0;
    training.look(27);
    await still(training);
    expect(trainer.reached.every((step) => step > 25)).toBe(true);
    training.look(13);
    await still(training);
    expect(trainer.begun.at(-1)!.checkpoint!.step).toBeGreaterThanOrEqual(10);
  });

  it('says how far it is, and stands where it is stopped', async () => {
    const { trainer, training, stopped } = opened(undefined, { ...STEPS, to: 8 });
    let go = () => {};
    trainer.onTheWay = () => new Promise((resolve) => (go = resolve));
    training.look(7);
    await vi.waitUntil(() => trainer.reached.length > 0);
    trainer.tell({ type: 'reaching', run: 1, step: 1 });
    expect(training.recomputing().how).toMatchObject({ is: 'going', from: 0, at: 1, to: 7 });
    training.stop();
    go();
    await still(training);
    const at = stopped[0]!;
    expect(at).toBeLessThan(7);
    expect(training.snapshot().current!.id).toBe(`${RUN.id}@${at}`);
  });

  it('says so where it comes to other weights than were kept', async () => {
    const { training } = opened(async (step) => Float32Array.of(step === 20 ? -1 : step), STEPS);
    training.look(25);
    await vi.waitUntil(() => training.snapshot().phase === 'failed');
    expect(training.recomputing().how).toEqual({ is: 'differs', at: 20 });
    expect(await training.report()).toBeNull();
    training.look(20);
    await still(training);
    expect(training.recomputing().how.is).toBe('still');
  });

  it('is left for another one that is asked for meanwhile', async () => {
    const { trainer, training } = opened(undefined, STEPS);
    let go = () => {};
    trainer.onTheWay = () => new Promise((resolve) => (go = resolve));
    training.look(25);
    await vi.waitUntil(() => trainer.reached.length > 0);
    trainer.onTheWay = async () => {};
    training.look(10);
    go();
    await still(training);
    expect(training.snapshot().current!.id).toBe(`${RUN.id}@10`);
  });
});

describe('which steps can be computed again', () => {
  const run = (changes: Partial<RunSummary>, experiment: Partial<Experiment> = {}) =>
    ({
      ...{ backend: 'kernels', state: 'finished', last: point(90) },
      ...changes,
      experiment: {
        ...EXPERIMENT,
        network: { kind: 'dense', hidden: [8], activation: 'relu' },
        epochs: 100,
        ...experiment,
      },
    }) as RunSummary;
  const kept = [{ step: 20 }, { step: 60 }];
  const other = { runId: 'b'.repeat(32), step: 3 };

  it('all, where the kernels trained it from its seed; plain descent goes on from kept moments, too', () => {
    expect(repeatableSteps(run({}, { optimizer: 'adam' }), kept)).toEqual({ from: 0, to: 90, anchors: [0] });
    expect(repeatableSteps(run({}, { optimizer: 'sgd' }), kept)).toEqual({
      ...{ from: 0, to: 90, anchors: [0, 20, 60] },
    });
    expect(repeatableSteps(run({ state: 'diverged' }), kept)).toMatchObject({ to: 60 });
  });

  it('none, where something in it cannot be repeated', () => {
    expect(repeatableSteps(run({ backend: 'webgl' }), kept)).toBe('backend');
    expect(repeatableSteps(run({ continues: other }, { optimizer: 'adam' }), kept)).toBe('other-start');
    expect(repeatableSteps(run({ continues: other }, { optimizer: 'sgd' }), kept)).toMatchObject({
      from: 20,
    });
    const points = { kind: 'points', setup: '', classes: 2, examples: 9 } as const;
    expect(repeatableSteps({ ...run({}), experiment: points }, kept)).toBe('points');
    expect(repeatableSteps(run({ last: null }), [])).toBeNull();
  });
});

describe('the moments of a run', () => {
  const kept = (step: number, validationLoss: number | null) => ({
    ...{ step, validationLoss, validationAccuracy: null, findings: [], size: 4, savedAt: step },
  });
  it('are its start and those that were kept, the best marked', () => {
    const moments = momentsOfRun([kept(5, 0.9), kept(10, 0.2), kept(15, 0.4)], 10, true);
    expect(moments.map(({ step, epoch, best }) => [step, epoch, best])).toEqual([
      [0, 0, false],
      [5, 0.5, false],
      [10, 1, true],
      [15, 1.5, false],
    ]);
  });
  it('have no start where the run began with the weights of another', () => {
    expect(momentsOfRun([kept(5, null)], 10, false).map(({ step, best }) => [step, best])).toEqual([
      [5, false],
    ]);
  });
});
