import { expect, test } from 'vitest';
import { RecomputedSteps } from '@/client/review/moments/recomputed-steps';
import { repeatableSteps } from '@/client/review/moments/repeatable';
import type { BackendFacts } from '@/engine/backend/backend-facts';
import type { Checkpoint } from '@/engine/training/checkpoint';
import { Training } from '@/engine/training/training';
import { point } from '@/people/sample-run';
import type { Experiment } from '@/protocol/experiment';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { SMALL } from '@/tests/engine/experiments';
import { onKernels } from '@/tests/engine/kernels-module';
import { collect, nodePlace } from '@/tests/engine/training/node-place';

// The pictures are unpacked, on a machine that may be busy with other tests.
const pictures = allPictures();

/** The worker's part, on the real kernels. */
async function realTrainer() {
  const place = await nodePlace({ network: onKernels, pictures: await pictures });
  let training: Training | null = null;
  return {
    begin: async (experiment: Experiment, { checkpoint }: { checkpoint?: Checkpoint | null }) => {
      training = new Training(experiment, place, structuredClone(checkpoint ?? null));
      const backend: BackendFacts = {
        backend: 'kernels',
        renderer: null,
        software: false,
        why: 'chosen',
        measured: [],
      };
      return { backend, step: training.step, totalSteps: 0, stepsPerEpoch: 0, weightCount: 0 };
    },
    reach: (step: number) => training!.repeat(step, async () => {}),
    pause: async () => training?.stop(),
    subscribe: () => () => {},
  };
}

test.each(['sgd', 'momentum', 'adam'] as const)(
  'I17: a run that is scrubbed to its end has the weights that were handed in, with %s',
  async (optimizer) => {
    const experiment: Experiment = { ...SMALL, optimizer, learningRate: 0.01, epochs: 10 };
    // As a student's page trains: paused now and then, gone on from a checkpoint after a reload.
    const place = await nodePlace({ network: onKernels, pictures: await pictures });
    const kept = new Map<number, Float32Array>();
    let from: Checkpoint | null = null;
    for (const steps of [13, 40, 47]) {
      from = structuredClone(
        (await collect(new Training(experiment, place, from), steps)).checkpoints.at(-1)!,
      );
      kept.set(from.step, from.weights);
    }
    const submitted = from!.weights;
    const checkpoints = [...kept.keys()].map((step) => ({ step }));
    const steps = repeatableSteps(
      { experiment, backend: 'kernels', state: 'finished', last: point(100) },
      checkpoints,
    );
    if (steps === null || typeof steps === 'string') throw new Error(`not repeatable: ${steps}`);

    const trainer = await realTrainer();
    const means = {
      ...{ experiment, steps, trainer, kept: [...kept.keys()] },
      weightsAt: async (step: number) => kept.get(step)!,
      tell: () => {},
    };
    const scrubbed = new RecomputedSteps(means);
    const straight = new Map<number, Float32Array>();
    for (const step of [71, 30, 99, 2, 54]) {
      const fresh = new Training(experiment, place);
      straight.set(step, (await fresh.repeat(step, async () => {})).weights);
    }
    for (const [step, weights] of straight) {
      expect(await scrubbed.to(step, () => true)).toMatchObject({ step });
      expect((await trainer.reach(step)).weights).toEqual(weights);
    }
    // The whole way, though some of it could be had from kept moments.
    const whole = new RecomputedSteps({ ...means, steps: { ...steps, anchors: [0] } });
    expect(await whole.to(100, () => true)).toMatchObject({ step: 100 });
    const end = (await trainer.reach(100)).weights;
    expect(new Uint32Array(end.buffer)).toEqual(new Uint32Array(submitted.buffer));
    expect([...whole.confirmed]).toEqual([13, 53, 100]);
  },
);
