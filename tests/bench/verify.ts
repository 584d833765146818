import { initialWeights } from '@/engine/network/initial-weights';
import { createRandom } from '@/engine/random';
import { DATASETS } from '@/protocol/datasets';
import type { Experiment, Network } from '@/protocol/experiment';
import { createVerifier } from '@/server/verify/verifier';
import { handInTogether } from './hand-in';
import { percentile, round } from './percentiles';

const MODELS: Record<string, Network> = {
  'dense 784-128-10': { kind: 'dense', hidden: [128], activation: 'relu' },
  'convolutional 8-16, dense 64': {
    kind: 'convolutional',
    filters: [8, 16],
    kernel: 3,
    dense: 64,
    activation: 'relu',
  },
};
const JOBS = 30;

interface Model {
  model: string;
  images: number;
  firstMs: number;
  ms: object;
  /** Until the last of thirty at once is scored. */
  queue30S: number;
  /** Of the processor, a network of those: what other programs take meanwhile is left out. */
  cpuMs: number;
}

/** `npm run bench -- verify`: one submission after another, then thirty at once. With `--together`: a class that hands in at once. */
export async function run(args: readonly string[]): Promise<object> {
  if (args.includes('--together')) return handInTogether();
  const models: Model[] = [];
  for (const [model, network] of Object.entries(MODELS)) {
    const experiment: Experiment = {
      dataset: 'digits',
      examples: 6_000,
      network,
      loss: 'cross-entropy',
      optimizer: 'sgd',
      learningRate: 0.1,
      batchSize: 32,
      epochs: 1,
      l2: 0,
      seed: 1,
    };
    const weights = initialWeights(experiment, createRandom(experiment.seed));
    const verifier = createVerifier();
    const times: number[] = [];
    for (let index = 0; index < JOBS; index += 1) {
      const started = performance.now();
      const outcome = await verifier.evaluate({ experiment, weights });
      if (!outcome.ok) throw new Error(`refused: ${outcome.code}`);
      times.push(performance.now() - started);
    }
    const started = performance.now();
    const before = process.cpuUsage();
    await Promise.all(Array.from({ length: JOBS }, () => verifier.evaluate({ experiment, weights })));
    const seconds = (performance.now() - started) / 1_000;
    const { user, system } = process.cpuUsage(before);
    models.push({
      model,
      images: DATASETS[experiment.dataset].hidden.half * 2,
      firstMs: round(times[0]!),
      ms: { p50: round(percentile(times.slice(1), 0.5)), p99: round(percentile(times.slice(1), 0.99)) },
      queue30S: round(seconds, 2),
      cpuMs: round((user + system) / 1_000 / JOBS),
    });
    await verifier.close();
  }
  // The heaviest stands for all where one figure is asked for.
  return { ...models.at(-1), models };
}
