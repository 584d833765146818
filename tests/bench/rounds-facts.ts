import { parseArgs } from 'node:util';
import { loadHidden } from '@/engine/verify/evaluate';
import { DATASETS } from '@/protocol/datasets';
import { LABELS_EACH, ROUND_RULES, ROUNDS_PLANNED, roundExperiment } from '@/protocol/rounds-settings';
import { trainingPictures } from '@/server/verify/training-pictures';
import { HIDDEN_FOLDER } from '@/tests/engine/digits/node-pictures';
import { learnAlone, learnInRounds, type RoundsOfClass } from '@/tests/engine/together/class-in-rounds';
import { ask } from '@/tests/engine/together/class-of-networks';
import { round } from './percentiles';

const OPTIONS = { seeds: { type: 'string', default: '3' } } as const;

const STUDENTS = 24;
const SABOTEURS = [0, 1, 3, 6];
/** Rounds after which the class's network is looked at. */
const LOOKS = [10, ROUNDS_PLANNED];

/** Percent of right answers, over the seeds. */
interface Fact {
  of: string;
  mean: number;
  least: number;
  most: number;
}

/**
 * `npm run bench -- rounds-facts [--seeds 3]`: what a class of 24 comes to that learns together in rounds, by the product's own rules on the kernels in Node, judged by
 * all hidden pictures (docs/together.md): alone, by mean and by median, with saboteurs. Some minutes a seed.
 */
export async function run(args: string[]): Promise<Fact[]> {
  const { values } = parseArgs({ args, options: OPTIONS });
  const found = new Map<string, number[]>();
  const note = (of: string, share: number) => found.set(of, [...(found.get(of) ?? []), 100 * share]);
  for (let seed = 1; seed <= Number(values.seeds); seed++)
    for (const each of LABELS_EACH) await factsOf(seed, each, note);
  return [...found].map(([of, shares]) => ({
    of,
    mean: round(shares.reduce((sum, share) => sum + share, 0) / shares.length),
    least: round(Math.min(...shares)),
    most: round(Math.max(...shares)),
  }));
}

async function factsOf(seed: number, each: number, note: (of: string, share: number) => void): Promise<void> {
  const hidden = loadHidden(HIDDEN_FOLDER, DATASETS.digits);
  const { train } = await trainingPictures('digits');
  const experiment = roundExperiment('digits', { seed, epochs: 1 });
  const judged = async (weights: Float32Array) => (await ask(experiment, weights, hidden)).accuracy;
  const name = each === 0 ? 'all labels' : `${each} labels`;
  const of: RoundsOfClass = {
    ...{ students: STUDENTS, each, epochs: 1, rounds: ROUNDS_PLANNED, seed },
    ...{ rule: 'mean', saboteurs: 0 },
  };
  for (let place = 0; place < STUDENTS; place += 6)
    note(`${name}, alone`, await judged(await learnAlone(train, of, place)));
  for (const rule of ROUND_RULES)
    for (const saboteurs of SABOTEURS)
      await learnInRounds(train, {
        ...{ ...of, rule, saboteurs },
        after: async (weights, at) => {
          if (LOOKS.includes(at))
            note(`${name}, ${rule}, ${saboteurs} saboteurs, round ${at}`, await judged(weights));
        },
      });
}
