import type { Trainer } from '@/client/training/trainer';
import type { Experiment } from '@/protocol/experiment';
import type { Backend } from '@/protocol/experiment-choices';
import { LIMITS } from '@/protocol/limits';
import { type MeasuredCost, stepOperations } from './sweep-budget';

/** Pictures that a measurement trains on: those of the first file are there at once. */
const PICTURES = 500;
/** Milliseconds that the steps take which are measured: long enough for a clock that is coarse. */
const LONG_ENOUGH_MS = 60;
/** Steps before those that count: browsers compile for speed only what has run. */
const WARM_STEPS = 20;
/** A training looks after more than its steps: it measures itself on validation pictures, tells points, keeps itself. At most one part in twelve and one in sixty. */
const BESIDES = 1.15;

/** Times that it is measured: the least counts, since whatever else the device does only adds to it. */
const TIMES = 2;

/** Measures what a training of this experiment costs here. Takes half a second; what stands in the trainer is gone. Rejects with an EngineError. */
export async function measureCost(
  trainer: Pick<Trainer, 'begin' | 'reach' | 'report'>,
  experiment: Experiment,
  backend: Backend | 'auto',
  now: () => number,
): Promise<MeasuredCost> {
  const short = {
    ...experiment,
    examples: Math.min(experiment.examples, PICTURES),
    epochs: LIMITS.epochsPerRun,
  };
  const { totalSteps } = await trainer.begin(short, { backend });
  await trainer.reach(Math.min(WARM_STEPS, totalSteps));
  await trainer.report();
  const taking = async (work: () => Promise<unknown>) => {
    const from = now();
    await work();
    return now() - from;
  };
  let fixedMs = Number.POSITIVE_INFINITY;
  let stepMs = Number.POSITIVE_INFINITY;
  for (let time = 0; time < TIMES; time++) {
    const building = await taking(() => trainer.begin(short, { backend }));
    stepMs = Math.min(stepMs, await timeSteps(trainer, totalSteps, taking));
    fixedMs = Math.min(fixedMs, building + (await taking(() => trainer.report())));
  }
  return { operations: stepOperations(experiment), fixedMs, stepMs: stepMs * BESIDES };
}

/** Milliseconds of one step, in the mean over a stretch that is long enough, or over all there are. */
async function timeSteps(
  trainer: Pick<Trainer, 'reach'>,
  totalSteps: number,
  taking: (work: () => Promise<unknown>) => Promise<number>,
): Promise<number> {
  let done = 0;
  for (let steps = WARM_STEPS; ; steps *= 2) {
    const to = Math.min(totalSteps, done + steps);
    const took = await taking(() => trainer.reach(to));
    if (took >= LONG_ENOUGH_MS || to >= totalSteps) return took / (to - done);
    done = to;
  }
}
