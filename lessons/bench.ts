/** Gates and other truth tables that a perceptron lesson asks for; engine/perceptron/gates has the tables. */
type GateName = 'and' | 'or' | 'nand' | 'not' | 'majority-3' | 'xor' | 'parity-3';

/** No options. */
type None = Readonly<Record<never, never>>;

/** What decides a training of digits, as far as it can be chosen; `network` is its kind, layers and units. */
export const DIGITS_SETTINGS = [
  'network',
  'activation',
  'optimizer',
  'learningRate',
  'batchSize',
  'epochs',
  'examples',
  'l2',
  'loss',
  'seed',
  'backend',
] as const;
export type DigitsSetting = (typeof DIGITS_SETTINGS)[number];

/** Every bench and what a step may ask of it. client/benches/registry has one component for each. */
export interface BenchOptions {
  /** Lesson 1: the class's own drawings. */
  'pool-collect': None;
  /** `spoil`: with controls that make the data few, one-sided or mislabelled. */
  'pool-train': { spoil: boolean };
  'pool-try': None;
  'pool-challenge': None;
  /** Lesson 2. */
  'perceptron-build': { gate: GateName | 'free'; inputs: 2 | 3 | 4 };
  'perceptron-xor': None;
  'perceptron-learn': { points: 'and' | 'separable' | 'xor' };
  'perceptron-challenge': None;
  /** Lesson 3. */
  'circuit-build': { target: GateName | 'box' | 'free' };
  'circuit-challenge': None;
  /** Lesson 4: `setup` as in the link, `hidden` the controls that are left out. */
  playground: {
    setup: string;
    hidden: readonly string[];
    /**
     * The prediction is with how many hidden units a training first keeps this test accuracy, for so many steps on end. One number of
     * units a choice; the last choice stands for more as well.
     */
    unitsFor?: { testAccuracy: number; steps: number; choices: readonly number[] };
  };
  'playground-challenge': None;
  /** Lesson 5 and 9. */
  'digits-pictures': None;
  /** `settings`: what the lesson has come to; the others come when they are asked for, or once they are not as the lesson has them. */
  'digits-training': { settings: readonly DigitsSetting[] };
  'digits-drawing': None;
  /** `minutes`: of the race against the clock; `pictures`: the lesson's own, or any that are chosen, alone as in a class. */
  'digits-challenge': { minutes: number; pictures: 'own' | 'any'; settings: readonly DigitsSetting[] };
  /** The class's own digits as a test set. */
  'digits-ours': None;
  /** Lesson 6. */
  'loss-curves': { outputs: 'several' | 'one' };
  'loss-race': { start: 'saturated' | 'fitting' };
  'loss-challenge': None;
  /** Lesson 7. */
  /** `rate`: the learning rate that the bench opens with, and that a prediction is about. */
  'descent-curve': { rate: number };
  'descent-landscape': None;
  'descent-noise': None;
  'descent-ahead': None;
  'descent-challenge': None;
  /** Lesson 8. */
  /** `from`: how far the passes already are when it opens. */
  'backpropagation-watch': { from: 'start' | 'loss' | 'end' };
  'backpropagation-fill': None;
  'backpropagation-challenge': None;
  /** Lesson 9. */
  /** `goal`: assemble a loop that learns, or take a good one apart and see what each mistake does. */
  'loop-blocks': { goal: 'right' | 'wrong' };
  'loop-run': None;
  /** Lesson 10. */
  'matrix-by-hand': None;
  /** One large product, by one device and by the class. */
  'matrix-rows': None;
  /** `task`: what is on show; `first`: whether the first time stands beside the medians. */
  'compute-measure': { task: 'matrix-product' | 'training-step'; first: boolean };
  'compute-class': None;
  /** At the end of each lesson. `of`: the step whose bench is shown once more, as the student left it. */
  recap: { of: string };
}

export type BenchId = keyof BenchOptions;

/** The benches that share one digits trainer. */
export const DIGITS_BENCHES = [
  'digits-pictures',
  'digits-training',
  'digits-drawing',
  'digits-challenge',
] as const;
export type DigitsBenchId = (typeof DIGITS_BENCHES)[number];

/** Whether a bench is one of those that share the digits trainer. */
export function isDigitsBench(bench: BenchId): bench is DigitsBenchId {
  return (DIGITS_BENCHES as readonly string[]).includes(bench);
}
