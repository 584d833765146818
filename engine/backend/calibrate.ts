import { EngineError } from '@/engine/engine-error';
import { initialWeights } from '@/engine/network/initial-weights';
import type { MakeNetwork } from '@/engine/network/trainable-network';
import { createRandom, STREAMS } from '@/engine/random';
import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import { READ_EVERY, worthMeasuring } from './choose-backend';
import type { EngineBackend } from './engine-backends';
import type { StartedBackend } from './start-backend';

/** Milliseconds in which a calibration should be done. */
const BUDGET_MS = 300;
/** Each gets at least so much, whatever the others have taken to start. */
const LEAST_MS = 50;
/** Steps measured at most; WebAssembly is compiled for speed only after some dozens. */
const MOST_STEPS: Record<EngineBackend, number> = {
  kernels: 200,
  webgl: 24,
  webgpu: 24,
  wasm: 6,
  cpu: 6,
};
/** Steps between two readings: enough of them to see what a GPU does ahead of them, few enough for one in software. */
const MOST_AHEAD = 4;

/** Milliseconds of one training step of this experiment on what has been started: the best of a few after a first. */
async function measureStep(
  backend: EngineBackend,
  make: MakeNetwork,
  experiment: Experiment,
  budgetMs: number,
  now: () => number,
): Promise<number> {
  const random = createRandom(experiment.startSeed ?? experiment.seed, STREAMS.weights);
  const network = make(experiment, {
    step: 0,
    weights: initialWeights(experiment, random),
    slots: new Float32Array(0),
  });
  try {
    const { pixels: size, labels: kinds } = DATASETS[experiment.dataset];
    const examples = Math.min(experiment.batchSize, experiment.examples);
    // As much paper as written digits have.
    const pixels = Uint8Array.from({ length: examples * size }, () =>
      Math.max(0, (random.uniform() * 5 - 4) * 255),
    );
    const labels = Uint8Array.from({ length: examples }, () => random.int(kinds.length));
    const end = now() + budgetMs;
    let best = Number.POSITIVE_INFINITY;
    const ahead = Math.min(MOST_AHEAD, READ_EVERY[backend]);
    // The first one also compiles and allocates: it does not count.
    network.trainStep(pixels, labels);
    await network.measure();
    for (let steps = 0; steps < MOST_STEPS[backend]; steps += ahead) {
      const before = now();
      for (let i = 0; i < ahead; i++) network.trainStep(pixels, labels);
      await network.measure();
      best = Math.min(best, (now() - before) / ahead);
      if (now() > end) break;
    }
    return best;
  } finally {
    network.dispose();
  }
}

/**
 * Measures candidates on this experiment, in order, and returns what was measured, the fastest first; empty where none starts.
 * @param webgl what WebGL is here
 * @param start makes a backend ready
 * @throws EngineError data-failed where the code of one cannot come now: the fastest of the others would be a wrong answer
 */
export async function calibrate(
  experiment: Experiment,
  candidates: readonly EngineBackend[],
  webgl: { software: boolean } | null,
  start: (backend: EngineBackend) => Promise<Pick<StartedBackend, 'network'>>,
  now: () => number = () => performance.now(),
): Promise<{ backend: EngineBackend; stepMs: number }[]> {
  const begun = now();
  const measured: { backend: EngineBackend; stepMs: number }[] = [];
  for (const [index, backend] of candidates.entries()) {
    const left = BUDGET_MS - (now() - begun);
    if (!worthMeasuring(backend, webgl, left, measured[0]?.stepMs ?? null)) continue;
    try {
      const { network } = await start(backend);
      const stepMs = await measureStep(
        backend,
        network,
        experiment,
        Math.max(LEAST_MS, left / (candidates.length - index)),
        now,
      );
      measured.push({ backend, stepMs });
    } catch (error) {
      if (error instanceof EngineError && error.code === 'data-failed') throw error;
      // One that does not start is simply no candidate.
    }
    measured.sort((a, b) => a.stepMs - b.stepMs);
  }
  return measured;
}
