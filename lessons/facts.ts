import type { BenchId } from './bench';

/** What a bench may tell of itself: a number, whether something holds, or the name of what is chosen. */
export type Fact = number | boolean | string;
/** Facts by name, as they are at one moment. */
export type Facts = Readonly<Record<string, Fact>>;

/** Of every challenge that is handed in. */
type HandedIn = {
  /** At least one answer was taken. */
  handedIn: boolean;
  /** Parts whose bar is reached. */
  reached: number;
};

/** No facts yet: nothing on this bench can be a goal. */
type None = Readonly<Record<never, never>>;

/** What each bench tells of itself while somebody works on it; a step's goals can name these and no others. */
export interface FactsOfBench {
  'pool-collect': {
    /** Own drawings filed under the label that has fewest of them. */
    fewest: number;
  };
  'pool-train': {
    /** The training on the desk has come to its end. */
    finished: boolean;
    /** Hidden units of its network. */
    hidden: string;
    /** What was done to its data. */
    spoilt: 'nothing' | 'few' | 'one-sided' | 'mislabelled' | 'several';
  };
  'pool-try': {
    /** A trained network answers to a drawing by hand, and which label. */
    answered: boolean;
    answer: string;
    /** Something was filed, or laid there with a known label, that the network took for another. */
    fooled: boolean;
  };
  'pool-challenge': HandedIn;
  'perceptron-build': {
    /** The gate that is asked for. */
    gate: string;
    /** Rows that are right. */
    right: number;
    all: boolean;
    threshold: number;
    /** The inputs that are on show, as bits. */
    inputs: string;
  };
  'perceptron-xor': {
    /** The most rows that were right so far. */
    best: number;
    view: 'try' | 'diagonals' | 'sums' | 'count';
  };
  'perceptron-learn': {
    points: string;
    /** The example just seen was answered wrongly, and the numbers were corrected. */
    corrected: boolean;
    /** How the training ended; empty: it goes on. */
    outcome: string;
  };
  'perceptron-challenge': HandedIn;
  'circuit-build': None;
  'circuit-challenge': HandedIn;
  playground: None;
  'playground-challenge': None;
  'digits-pictures': None;
  'digits-training': None;
  'digits-drawing': None;
  'digits-challenge': None;
  'digits-ours': None;
  'loss-curves': None;
  'loss-race': None;
  'loss-challenge': HandedIn;
  'descent-curve': None;
  'descent-landscape': None;
  'descent-noise': None;
  'descent-ahead': None;
  'descent-challenge': HandedIn;
  'backpropagation-watch': None;
  'backpropagation-fill': None;
  'backpropagation-challenge': HandedIn;
  'loop-blocks': None;
  'loop-run': None;
  'compute-measure': None;
  'compute-class': None;
}

/** Benches of challenges whose answers are handed in (client/benches/frame/use-hand-in). */
export type HandInBench = {
  [Id in BenchId]: FactsOfBench[Id] extends HandedIn ? Id : never;
}[BenchId];
