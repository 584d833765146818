import { EngineError } from '@/engine/engine-error';
import { initialWeights } from '@/engine/network/initial-weights';
import { TrainableNetwork } from '@/engine/network/trainable-network';
import { createRandom, STREAMS } from '@/engine/random';
import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import { worthMeasuring } from './choose-backend';
import type { EngineBackend } from './start-backend';

/** Milliseconds in which a calibration should be done. */
const BUDGET_MS = 300;
const MOST_STEPS = 6;

/** Milliseconds of one training step of this experiment on the current backend: the best of a few after a first. */
async function measureStep(experiment: Experiment, budgetMs: number, now: () => number): Promise<number> {
  const random = createRandom(experiment.seed, STREAMS.weights);
  const network = new TrainableNetwork(experiment, {
    step: 0,
    weights: initialWeights(experiment, random),
    slots: new Float32Array(0),
  });
  try {
    const { pixels: size, labels: kinds } = DATASETS[experiment.dataset];
    const examples = Math.min(experiment.batchSize, experiment.examples);
    const pixels = Float32Array.from({ length: examples * size }, () =>
      Math.max(0, random.uniform() * 4 - 3),
    );
    const labels = Uint8Array.from({ length: examples }, () => random.int(kinds.length));
    const end = now() + budgetMs;
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < MOST_STEPS; i++) {
      const before = now();
      network.trainStep(pixels, labels);
      await network.measure();
      // The first one also compiles and allocates: it counts only where there is time for no other.
      if (i > 0 || now() > end) best = Math.min(best, now() - before);
      if (now() > end) break;
    }
    return best;
  } finally {
    network.dispose();
  }
}

/**
 * Measures candidates on this experiment, in order, and returns what was measured, the fastest first; empty where none starts.
 * @param start makes tfjs calculate on a backend
 * @throws EngineError data-failed where the code of one cannot come now: the fastest of the others would be a wrong answer
 */
export async function calibrate(
  experiment: Experiment,
  candidates: readonly EngineBackend[],
  start: (backend: EngineBackend) => Promise<unknown>,
  now: () => number = () => performance.now(),
): Promise<{ backend: EngineBackend; stepMs: number }[]> {
  const begun = now();
  const measured: { backend: EngineBackend; stepMs: number }[] = [];
  for (const backend of candidates) {
    const left = BUDGET_MS - (now() - begun);
    if (!worthMeasuring(backend, left, measured[0]?.stepMs ?? null)) continue;
    try {
      await start(backend);
      measured.push({ backend, stepMs: await measureStep(experiment, Math.max(50, left / 2), now) });
    } catch (error) {
      if (error instanceof EngineError && error.code === 'data-failed') throw error;
      // One that does not start is simply no candidate.
    }
    measured.sort((a, b) => a.stepMs - b.stepMs);
  }
  return measured;
}
