import { describe, expect, it, vi } from 'vitest';
import { MomentTraining } from '@/client/review/moments/moment-training';
import { momentsOfRun } from '@/client/review/moments/moments-of-run';
import { EngineError } from '@/engine/engine-error';
import { EXPERIMENT, point } from '@/people/sample-run';
import { FakeTrainer } from '@/tests/client/training/fake-trainer';

const RUN = { id: 'a'.repeat(32), experiment: EXPERIMENT };
const weightsOf = (step: number) => Float32Array.of(step);

function opened(weightsAt: (step: number) => Promise<Float32Array> = async (step) => weightsOf(step)) {
  const trainer = new FakeTrainer();
  const points = [0, 10, 20, 30].map((step) => point(step));
  return { trainer, training: new MomentTraining({ run: RUN, points, trainer, weightsAt }) };
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
