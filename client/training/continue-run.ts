import { randomId } from '@/client/live/random-id';
import type { Experiment } from '@/protocol/experiment';
import type { RunOrigin } from '@/protocol/run';
import { BenchStorage, SetupStorage } from './bench-storage';

interface Continuation {
  experiment: Experiment;
  /** Those of the moment. */
  weights: Float32Array;
  from: RunOrigin;
}

/**
 * Lays a new run on a bench of this browser: the settings of another one, and its weights of a moment in place of those of the seed. The next page
 * with that bench has it. The optimiser begins afresh.
 * @param key the bench's (`benchKey`)
 */
export async function continueRun(
  key: string,
  { experiment, weights, from }: Continuation,
  storage = new BenchStorage(),
  setup = new SetupStorage(key),
): Promise<void> {
  const now = Date.now();
  await storage.save(key, {
    runId: randomId(),
    experiment,
    state: 'ready',
    goesOn: false,
    startedAt: now,
    savedAt: now,
    backend: null,
    checkpoint: { step: 0, seconds: 0, weights, slots: new Float32Array(0) },
    points: [],
    report: null,
    scored: null,
    continues: from,
  });
  setup.save(experiment, 'auto');
}
