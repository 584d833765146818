import { createRandom } from '@/engine/random';
import type { Experiment } from '@/protocol/experiment';

/** How a simulated student sets about it. What comes of it is up to the training. */
export interface Temperament {
  /** What they change in the lesson's experiment. */
  change: Partial<Experiment>;
  /** Times slower than the others. */
  slowness: number;
  /** Milliseconds until they guess, or begin to train. */
  hesitation: number;
  /** What they do in the middle of it: look at another tab, close the page for a while, or put the run aside. */
  habit: 'works' | 'wanders' | 'leaves' | 'pauses';
}

/** What students of a real class try: most sensible, some too timid, a few too bold. */
const TRIALS: readonly Partial<Experiment>[] = [
  {},
  { optimizer: 'adam', learningRate: 0.003 },
  { network: { kind: 'dense', hidden: [64], activation: 'relu' } },
  { learningRate: 0.000_01 },
  {
    optimizer: 'momentum',
    learningRate: 0.05,
    network: { kind: 'dense', hidden: [32, 16], activation: 'tanh' },
  },
  { network: { kind: 'dense', hidden: [], activation: 'relu' } },
  { learningRate: 50, l2: 0.5 },
  { examples: 500, epochs: 30, network: { kind: 'dense', hidden: [64], activation: 'relu' } },
];
const HABITS = ['works', 'works', 'wanders', 'works', 'pauses', 'works', 'works', 'leaves'] as const;
const EXAMPLES = 3_000;
const EPOCHS = 8;

/** Of the n-th student of a class: the same for the same class. */
export function temperamentOf(seed: number, index: number): Temperament {
  const random = createRandom(seed, index);
  return {
    change: { examples: EXAMPLES, epochs: EPOCHS, ...TRIALS[index % TRIALS.length] },
    slowness: index % 7 === 6 ? 5 : 1 + random.uniform(),
    hesitation: 1_000 + random.int(12_000),
    // Another rhythm than that of the trials, so that each meets each.
    habit: HABITS[(index + Math.floor(index / HABITS.length) * 3) % HABITS.length]!,
  };
}
