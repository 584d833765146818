import { loadavg } from 'node:os';
import type { TogetherAnswer } from '@/engine/worker/messages';
import type { Experiment } from '@/protocol/experiment';
import { openEnginePage } from '@/tests/browser/engine/engine-page';
import { percentile, round } from './percentiles';

/** A class of 24, each with 200 pictures and a start of the own. */
const NETWORKS = 24;
const ROUNDS = 7;
const EXPERIMENT: Experiment = {
  dataset: 'digits',
  examples: 200,
  network: { kind: 'dense', hidden: [64], activation: 'relu' },
  loss: 'cross-entropy',
  optimizer: 'momentum',
  learningRate: 0.05,
  batchSize: 20,
  epochs: 20,
  l2: 0,
  seed: 1,
};

/** `npm run bench -- together`: the networks of a class put together in the product's worker, in real Chromium (engine/together). */
export async function run(): Promise<object> {
  const { page, close } = await openEnginePage(
    { page: './tests/browser/engine/page.ts', worker: './engine/worker/trainer.worker.ts' },
    { own: true },
  );
  try {
    const answers: TogetherAnswer[] = await page.evaluate(
      async ({ experiment, count, rounds }) => {
        const { client } = window;
        const networks: Float32Array[] = [];
        for (let seed = 1; seed <= count; seed++) {
          const { totalSteps } = await client.begin({ ...experiment, seed }, { backend: 'kernels' });
          networks.push((await client.reach(totalSteps)).weights);
        }
        const found = [];
        for (let round = 0; round < rounds; round++) found.push(await client.together(experiment, networks));
        return found;
      },
      { experiment: EXPERIMENT, count: NETWORKS, rounds: ROUNDS },
    );
    const times = answers.map(({ milliseconds }) => milliseconds);
    const { alone, averaged, aligned, voted } = answers[0]!;
    return {
      load: round(loadavg()[0]!, 2),
      networks: NETWORKS,
      ms: { first: round(times[0]!), median: round(percentile(times, 0.5)), most: round(Math.max(...times)) },
      accuracy: {
        aloneMedian: percentile(alone, 0.5),
        aloneBest: Math.max(...alone),
        ...{ averaged, aligned, voted },
      },
    };
  } finally {
    await close();
  }
}
