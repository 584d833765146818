import { parseArgs } from 'node:util';
import { lawOf } from '@/classroom/knob-law';
import { startOf } from '@/engine/training/start-of';
import { loadHidden } from '@/engine/verify/evaluate';
import { DATASETS } from '@/protocol/datasets';
import { KNOB_SETTINGS, KNOBS, type KnobSetting, knobExperiment } from '@/protocol/knob-settings';
import { trainingPictures } from '@/server/verify/training-pictures';
import { HIDDEN_FOLDER } from '@/tests/engine/digits/node-pictures';
import { ask, trainFrom } from '@/tests/engine/together/class-of-networks';
import { round } from './percentiles';

const OPTIONS = { seeds: { type: 'string', default: '5' }, only: { type: 'string' } } as const;

/** What came of one value, in percent of right answers over the seeds. */
interface ValueFacts {
  value: number;
  mean: number;
  least: number;
  most: number;
}

/**
 * `npm run bench -- knob-facts [--seeds 5] [--only examples]`: what a class finds that is dealt the values of each setting, on the kernels in Node and judged by all
 * hidden pictures (docs/together.md); for numbers of pictures the power law of each seed's networks besides, and whether it foretells the next. Half a minute.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({ args, options: OPTIONS });
  const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => i + 1);
  const settings = KNOB_SETTINGS.filter((setting) => values.only === undefined || setting === values.only);
  const facts: Partial<Record<KnobSetting, object>> = {};
  for (const setting of settings) facts[setting] = await factsOf(setting, seeds);
  return facts;
}

async function factsOf(setting: KnobSetting, seeds: readonly number[]): Promise<object> {
  const { values, next } = KNOBS[setting];
  const rows: ValueFacts[] = [];
  const bySeed = seeds.map((): { value: number; error: number }[] => []);
  for (const value of next === null ? values : [...values, next]) {
    const shares: number[] = [];
    for (const [at, seed] of seeds.entries()) {
      const share = await shareRight(setting, value, seed);
      shares.push(100 * share);
      bySeed[at]!.push({ value, error: 1 - share });
    }
    rows.push({
      value,
      mean: round(shares.reduce((sum, share) => sum + share, 0) / shares.length),
      ...{ least: round(Math.min(...shares)), most: round(Math.max(...shares)) },
    });
  }
  if (next === null) return { rows };
  return {
    rows,
    laws: bySeed.map((points) => {
      const { slope, next: foretold } = lawOf(points.slice(0, -1), next)!;
      const came = points.at(-1)!.error;
      return {
        slope: round(slope, 3),
        ...{
          foretold: round(100 * foretold.error),
          low: round(100 * foretold.low),
          high: round(100 * foretold.high),
        },
        came: round(100 * came),
        inside: came >= foretold.low && came <= foretold.high,
      };
    }),
  };
}

async function shareRight(setting: KnobSetting, value: number, seed: number): Promise<number> {
  const experiment = knobExperiment(setting, value, 'digits', seed);
  const weights = await trainFrom(experiment, startOf(experiment).weights, await trainingPictures('digits'));
  return (await ask(experiment, weights, loadHidden(HIDDEN_FOLDER, DATASETS.digits))).accuracy;
}
