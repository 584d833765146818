import { parseArgs } from 'node:util';
import { markPictures, ruledExamples } from '@/engine/digits/data-rule';
import type { Examples } from '@/engine/digits/examples';
import { startOf } from '@/engine/training/start-of';
import { trainedExamples } from '@/engine/training/trained-examples';
import { loadHidden } from '@/engine/verify/evaluate';
import { otherLabels, type Probed, probeNetwork, shareRight } from '@/engine/verify/probe-network';
import { AUDIT_DATA, auditExperiment } from '@/protocol/audit-settings';
import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import { allPictures, HIDDEN_FOLDER } from '@/tests/engine/digits/node-pictures';
import { onKernels } from '@/tests/engine/kernels-module';
import { trainFrom } from '@/tests/engine/together/class-of-networks';
import { round } from './percentiles';

const OPTIONS = { seeds: { type: 'string', default: '5' }, only: { type: 'string' } } as const;

/** As the facts that were measured elsewhere have it: more pictures, and a mark of a single pixel. */
const ELSEWHERE = { examples: 12_000, epochs: 10, batchSize: 64 } as const;

type Told = Probed & { training: number; validation: number; hidden: number };

/**
 * `npm run bench -- audit-facts [--seeds 5] [--only class]`: what networks have learned from pictures as they are, with a mark that names the label, and with labels by lot, as a class is dealt
 * them; and as the facts that were measured elsewhere (docs/together.md). On the kernels in Node, judged by all hidden pictures. Percent right: the mean over the seeds, the least and the most.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({ args, options: OPTIONS });
  const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => i + 1);
  const facts: Record<string, object> = {};
  const over = async (of: (seed: number) => Promise<Partial<Told>>) => {
    const told: Partial<Told>[] = [];
    for (const seed of seeds) told.push(await of(seed));
    return summed(told);
  };
  if (values.only !== 'elsewhere')
    for (const data of AUDIT_DATA)
      facts[`class ${data}`] = await over((seed) => factsOf(auditExperiment('digits', data, seed)));
  if (values.only !== 'class') {
    const experiment = (seed: number) => ({ ...auditExperiment('digits', 'plain', seed), ...ELSEWHERE });
    facts['elsewhere plain'] = await over((seed) => factsOf(experiment(seed)));
    facts['elsewhere one pixel'] = await over((seed) => onePixel(experiment(seed)));
  }
  return facts;
}

/** The same where the mark is one pixel, put into the pictures beforehand. */
async function onePixel(experiment: Experiment): Promise<Partial<Told>> {
  const { train, validation } = await allPictures();
  const hidden = loadHidden(HIDDEN_FOLDER, DATASETS.digits);
  const marked = (examples: Examples, labels = examples.labels) => {
    const own = { ...examples, pixels: examples.pixels.slice() };
    markPictures(experiment, own.pixels, labels, 1);
    return own;
  };
  const own = marked(train);
  const weights = await trainFrom(experiment, startOf(experiment).weights, whole(own));
  const sets = [
    own,
    marked(validation!),
    hidden,
    marked(hidden),
    marked(hidden, otherLabels(hidden.labels, 10)),
  ];
  const [training, held, plain, right, wrong] = await shareRight(experiment, weights, sets, onKernels);
  return { training: training!, validation: held!, hidden: plain!, marked: right!, wrong: wrong! };
}

const whole = (train: Examples) => ({ train, available: train.count, until: async () => {} });

async function factsOf(experiment: Experiment): Promise<Told> {
  const { train, validation } = await allPictures();
  const weights = await trainFrom(experiment, startOf(experiment).weights, whole(train));
  const hidden = loadHidden(HIDDEN_FOLDER, DATASETS.digits);
  const [training, held, plain] = await shareRight(
    experiment,
    weights,
    // trainFrom deals from one file.
    [
      trainedExamples(experiment, train, [train.count]),
      ruledExamples(experiment, 'validation', validation!),
      hidden,
    ],
    onKernels,
  );
  return {
    ...{ training: training!, validation: held!, hidden: plain! },
    ...(await probeNetwork(experiment, weights, hidden, onKernels)),
  };
}

function summed(told: readonly Partial<Told>[]): object {
  return Object.fromEntries(
    (Object.keys(told[0]!) as (keyof Told)[]).map((key) => {
      const shares = told.map((one) => 100 * one[key]!);
      const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
      return [key, [round(mean), round(Math.min(...shares)), round(Math.max(...shares))]];
    }),
  );
}
