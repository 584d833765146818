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

/** Of the digits bench, whichever of its parts is in front. */
type DigitsFacts = {
  /** The page of pictures on show, from 1. */
  page: number;
  /** Pictures that were guessed with their label hidden. */
  guessed: number;
  /** The run on the bench has come to its end, and what it has right of the validation pictures, 0 to 1. */
  finished: boolean;
  accuracy: number;
  /** Different settings that were trained to the end. */
  tried: number;
  /** A trained network answers to a drawing, and which label. */
  answered: boolean;
  answer: string;
  /** Inside a trained network: one of a pixel's multiplications was looked at, and then the shares to which it leads. */
  followed: boolean;
  /** Inside a trained network: pixels were changed until it answered something else. */
  flipped: boolean;
  /** A network was submitted and judged. */
  handedIn: boolean;
};

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
    /** Kinds of spoiling that were trained beside whole data: the same pictures, the same network. */
    compared: number;
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
    /** Every weight is 1. */
    ones: boolean;
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
  'circuit-build': {
    target: string;
    /** Rows that are right, where rows are asked for. */
    right: number;
    all: boolean;
    /** Units of the first layer. */
    first: number;
  };
  'circuit-challenge': HandedIn;
  playground: {
    points: string;
    /** Features that are switched on, in their order. */
    features: string;
    activation: string;
    /** Hidden layers. */
    layers: number;
    weights: number;
    /** Steps of the training as it stands; accuracy (0 to 1) and losses then. */
    steps: number;
    testAccuracy: number;
    trainLoss: number;
    /** Test loss minus training loss. */
    gap: number;
    /** What the step's question asks for has come true. */
    kept: boolean;
    /** A weight was set to 0 by hand. */
    zeroed: boolean;
    /** A hidden unit is shown large: which. */
    looking: boolean;
    unit: string;
    /** Learning by heart is harder than as the step opened: L2, a smaller network or more points. */
    remedy: boolean;
  };
  'playground-challenge': HandedIn;
  'digits-pictures': DigitsFacts;
  'digits-training': DigitsFacts;
  'digits-drawing': DigitsFacts;
  'digits-challenge': DigitsFacts;
  'digits-ours': {
    /** Labels under which there is an own drawing. */
    labels: number;
    /** Drawings on which the network was tested. */
    tested: number;
  };
  'loss-curves': {
    /** Which of the outputs to try stand there; empty: others. */
    preset: string;
    /** Squared differences, summed. */
    sum: number;
    /** Of the one output: what is wanted, and what it is. */
    wanted: number;
    y: number;
  };
  'loss-race': {
    start: string;
    speed: string;
    running: boolean;
    taken: number;
    /** It is plain which loss learns faster, or that neither does. */
    decided: boolean;
  };
  'loss-challenge': HandedIn;
  'descent-curve': {
    curve: string;
    /** The learning rate is the one with which the step opened. */
    openingRate: boolean;
    /** What the rate makes of the walk, once that is plain to see. */
    told: boolean;
    story: string;
    arrived: boolean;
    /** The ball rests, or the steps are over, elsewhere than at the lowest place. */
    missed: boolean;
  };
  'descent-landscape': {
    landscape: string;
    arrived: boolean;
    /** The walk has come to its end, wherever. */
    over: boolean;
  };
  'descent-noise': {
    clock: string;
    finished: boolean;
  };
  'descent-ahead': {
    landscape: string;
    /** All three methods have walked to their end. */
    compared: boolean;
  };
  'descent-challenge': HandedIn;
  'backpropagation-watch': {
    /** Steps done, forward and back. */
    stage: number;
    /** What was opened last by hand: a number that is worked out, one that is not yet, one that is given. */
    opened: 'nothing' | 'known' | 'waiting' | 'given';
    /** The weight that is wiggled, and whether what is seen agrees with what was calculated. */
    wiggled: string;
    agree: boolean;
    /** The inputs are not those of the beginning. */
    otherInputs: boolean;
  };
  'backpropagation-fill': {
    /** Every slope is right. */
    done: boolean;
  };
  'backpropagation-challenge': HandedIn;
  'loop-blocks': {
    /** Blocks that are in the program. */
    blocks: number;
    /** A right loop has run to its goal. */
    learns: boolean;
    /** Ways to go wrong that were found. */
    found: number;
  };
  'loop-run': {
    /** Steps that were taken one at a time. */
    singly: number;
    finished: boolean;
  };
  'matrix-by-hand': {
    /** Cells of the product on the bench that are right. */
    right: number;
  };
  'matrix-rows': {
    /** The product was calculated by this device alone, and by all together. */
    alone: boolean;
    together: boolean;
  };
  'compute-measure': {
    measured: boolean;
    task: string;
    first: boolean;
  };
  'compute-class': {
    /** At least one device is in the picture. */
    measured: boolean;
    task: string;
  };
  recap: {
    /** The lesson's last question, which uses what was found, is answered to its end. */
    used: boolean;
  };
}

/** Benches of challenges whose answers are handed in (client/benches/frame/use-hand-in). */
export type HandInBench = {
  [Id in BenchId]: FactsOfBench[Id] extends HandedIn ? Id : never;
}[BenchId];
