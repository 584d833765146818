import type { FactsOfBench } from '@/lessons/facts';
import { type Play, play } from './play';

const NOT_HANDED_IN = { handedIn: false, reached: 0 };

/** The 2-D bench before its first step; what is known of a training comes with `trained`. */
const PLAYGROUND: FactsOfBench['playground'] = {
  ...{ points: 'circle', features: 'x1 x2', activation: 'tanh', layers: 1, weights: 1 },
  ...{ steps: 0, testAccuracy: 0, trainLoss: 1, gap: 0, kept: false, zeroed: false },
  ...{ looking: false, unit: 'null', remedy: false },
};

const trained = (steps: number, testAccuracy: number, trainLoss: number, testLoss: number) => ({
  ...{ steps, testAccuracy, trainLoss },
  gap: testLoss - trainLoss,
});

const DIGITS: FactsOfBench['digits-training'] = {
  ...{ page: 1, guessed: 0, finished: false, accuracy: 0, tried: 0 },
  ...{ answered: false, answer: 'null', followed: false, flipped: false, handedIn: false },
};

const ONE_OUTPUT: FactsOfBench['loss-curves'] = { preset: '', sum: 1, wanted: 0, y: 0.77 };

const CURVE: FactsOfBench['descent-curve'] = {
  ...{ curve: 'parabola', openingRate: true, told: false, story: 'slides' },
  ...{ arrived: false, missed: false },
};

const WATCH: FactsOfBench['backpropagation-watch'] = {
  ...{ stage: 0, opened: 'nothing', wiggled: 'w1', agree: false, otherInputs: false },
};

const RECAP = play('recap', { used: false }, { used: true });

const DEVICE: FactsOfBench['compute-measure'] = { measured: false, task: 'matrix-product', first: false };

/** Every step of every lesson as it is done, by lesson and step. */
export const PLAYS: Readonly<Record<string, Readonly<Record<string, Play>>>> = {
  'learning-from-data': {
    collect: play('pool-collect', { fewest: 0 }, { fewest: 1 }, { fewest: 4 }, { fewest: 5 }),
    train: play(
      'pool-train',
      {},
      { finished: false, hidden: '16', spoilt: 'nothing', compared: 0 },
      { finished: true },
      { finished: false, hidden: '8' },
      { finished: true },
    ),
    try: play(
      'pool-try',
      { answered: false, answer: 'null', fooled: false },
      { answered: true, answer: '0' },
      { answer: '1' },
      { fooled: true },
    ),
    spoil: play(
      'pool-train',
      {},
      { finished: true, hidden: '16', spoilt: 'nothing', compared: 0 },
      { spoilt: 'few', compared: 1 },
      { spoilt: 'several' },
      { spoilt: 'mislabelled', compared: 2 },
    ),
    challenge: play(
      'pool-challenge',
      { handedIn: false, reached: 0 },
      { handedIn: true, reached: 0 },
      { reached: 1 },
    ),
    recap: RECAP,
  },
  perceptron: {
    weigh: play(
      'perceptron-build',
      { gate: 'and', right: 4, all: true, threshold: 1.5, ones: true, inputs: '11' },
      { inputs: '01' },
      { inputs: '00' },
      { inputs: '10' },
      { threshold: 2.5, right: 3, all: false },
      { threshold: 2, right: 4, all: true, ones: false },
      { ones: true },
    ),
    line: play(
      'perceptron-build',
      { gate: 'nand', right: 0, all: false, threshold: 1.5, ones: true, inputs: '11' },
      { right: 3 },
      { right: 2 },
      { right: 4, all: true },
    ),
    learn: play(
      'perceptron-learn',
      { points: 'separable', corrected: false, outcome: '' },
      { corrected: true },
      { corrected: false, outcome: 'converged' },
    ),
    xor: play(
      'perceptron-xor',
      { best: 1, view: 'try' },
      { best: 3 },
      { view: 'diagonals' },
      { view: 'sums' },
      {
        view: 'count',
      },
    ),
    never: play(
      'perceptron-learn',
      { points: 'xor', corrected: false, outcome: '' },
      { corrected: true },
      { outcome: 'cycle' },
    ),
    challenge: play(
      'perceptron-challenge',
      { handedIn: false, reached: 0 },
      { handedIn: true, reached: 1 },
      { reached: 5 },
    ),
    recap: RECAP,
  },
  'combining-perceptrons': {
    'two-lines': play(
      'circuit-build',
      { target: 'xor', right: 2, all: false, first: 2 },
      { right: 3 },
      {
        right: 4,
        all: true,
      },
    ),
    odd: play(
      'circuit-build',
      { target: 'parity-3', right: 7, all: false, first: 2 },
      { first: 3 },
      { right: 6 },
      { right: 8, all: true },
    ),
    box: play(
      'circuit-build',
      { target: 'box', right: 0, all: false, first: 2 },
      { first: 4 },
      { all: true },
    ),
    challenge: play('circuit-challenge', NOT_HANDED_IN, { handedIn: true, reached: 1 }, { reached: 3 }),
    recap: RECAP,
  },
  'neural-networks': {
    bend: play(
      'playground',
      { ...PLAYGROUND, activation: 'step', weights: 17 },
      { ...trained(300, 0.55, 0.7, 0.7) },
      { activation: 'tanh', ...trained(50, 0.7, 0.5, 0.5) },
      trained(600, 0.96, 0.1, 0.12),
    ),
    layers: play(
      'playground',
      { ...PLAYGROUND, points: 'moons', layers: 2, weights: 31 },
      { weights: 36 },
      { weights: 30, layers: 3 },
      { looking: true, unit: '0' },
      { unit: '1' },
      { looking: false, unit: 'null' },
      { looking: true, unit: '5' },
    ),
    xor: play(
      'playground',
      { ...PLAYGROUND, points: 'xor', weights: 5 },
      { weights: 13, ...trained(900, 0.97, 0.1, 0.1) },
      { kept: true },
      { zeroed: true },
    ),
    features: play(
      'playground',
      { ...PLAYGROUND, layers: 0, weights: 3 },
      { features: 'x1-squared x2-squared', ...trained(300, 0.98, 0.1, 0.1) },
      { points: 'xor', features: 'x1 x2 x1-x2', ...trained(300, 0.97, 0.1, 0.1) },
      { features: 'x1-x2', ...trained(200, 0.99, 0.05, 0.06) },
    ),
    overfitting: play(
      'playground',
      { ...PLAYGROUND, points: 'moons', layers: 2, weights: 105 },
      trained(500, 0.9, 0.3, 0.3),
      trained(3_000, 0.85, 0.01, 1.2),
      { remedy: true, ...trained(100, 0.85, 0.4, 0.4) },
      trained(600, 0.88, 0.3, 0.35),
    ),
    challenge: play('playground-challenge', NOT_HANDED_IN, { handedIn: true }, { reached: 1 }),
    recap: RECAP,
  },
  'handwritten-digits': {
    look: play('digits-pictures', DIGITS, { page: 2 }, { page: 3 }, { guessed: 4 }, { guessed: 5 }),
    train: play(
      'digits-training',
      DIGITS,
      { accuracy: 0.7 },
      { finished: true, tried: 1 },
      { finished: false },
      { finished: true, tried: 2 },
    ),
    draw: play(
      'digits-drawing',
      DIGITS,
      { answered: true, answer: '1' },
      { answered: false, answer: 'null' },
      { answered: true, answer: '3' },
      { answer: '8' },
      { followed: true },
      { flipped: true },
    ),
    ours: play(
      'digits-ours',
      { labels: 0, tested: 0 },
      { labels: 3, tested: 3 },
      { labels: 10 },
      { tested: 12 },
    ),
    challenge: play('digits-challenge', DIGITS, { accuracy: 0.6 }, { accuracy: 0.88 }, { handedIn: true }),
    recap: RECAP,
  },
  loss: {
    'how-wrong': play(
      'loss-curves',
      { preset: '', sum: 0.26, wanted: 0, y: 0 },
      { preset: 'spread', sum: 0.12 },
      { preset: 'single', sum: 0.36 },
      { preset: 'perfect', sum: 0 },
    ),
    'two-losses': play('loss-curves', ONE_OUTPUT, { y: 0.97 }, { wanted: 1, y: 0.05 }, { wanted: 0 }),
    race: play(
      'loss-race',
      { start: 'saturated', speed: 'normal', running: false, taken: 0, decided: false },
      { running: true, taken: 80 },
      { running: false, taken: 110, decided: true },
      { speed: 'slow', running: true, taken: 0, decided: false },
      { taken: 12 },
    ),
    'fair-start': play(
      'loss-race',
      { start: 'fitting', speed: 'normal', running: false, taken: 0, decided: false },
      { taken: 52, decided: true },
      { start: 'large', taken: 0, decided: false },
      { taken: 100, decided: true },
    ),
    challenge: play('loss-challenge', NOT_HANDED_IN, { handedIn: true, reached: 1 }, { reached: 2 }),
    recap: RECAP,
  },
  'gradient-descent': {
    curve: play(
      'descent-curve',
      CURVE,
      { told: true, arrived: true, story: 'slides' },
      { curve: 'two-valleys', told: false, arrived: false },
      { missed: true },
    ),
    rate: play(
      'descent-curve',
      { ...CURVE, story: 'flies' },
      { told: true },
      { openingRate: false, story: 'creeps', told: false },
      { told: true },
      { story: 'slides' },
      { story: 'swings' },
    ),
    landscape: play(
      'descent-landscape',
      { landscape: 'bowl', arrived: false, over: false },
      { arrived: true, over: true },
      { landscape: 'saddle', arrived: false },
      { landscape: 'narrow-valley', over: false },
      { over: true },
    ),
    noise: play(
      'descent-noise',
      { clock: 'steps', finished: false },
      { finished: true },
      { clock: 'examples', finished: false },
      { finished: true },
    ),
    ahead: play(
      'descent-ahead',
      { landscape: 'narrow-valley', compared: false },
      { compared: true },
      { landscape: 'bowl', compared: false },
      { compared: true },
    ),
    challenge: play('descent-challenge', NOT_HANDED_IN, { handedIn: true, reached: 1 }, { reached: 3 }),
    recap: RECAP,
  },
  backpropagation: {
    forward: play('backpropagation-watch', WATCH, { stage: 1 }, { opened: 'known' }, { stage: 3 }),
    backward: play(
      'backpropagation-watch',
      { ...WATCH, stage: 3 },
      { opened: 'given' },
      { opened: 'waiting' },
      { stage: 6 },
      { stage: 7 },
    ),
    wiggle: play(
      'backpropagation-watch',
      { ...WATCH, stage: 7 },
      { agree: true },
      { wiggled: 'w5' },
      { agree: false, otherInputs: true },
      { agree: true },
    ),
    fill: play('backpropagation-fill', { done: false }, { done: true }),
    challenge: play('backpropagation-challenge', NOT_HANDED_IN, { handedIn: true }, { reached: 1 }),
    recap: RECAP,
  },
  'training-loop': {
    assemble: play(
      'loop-blocks',
      { blocks: 0, learns: false, found: 0 },
      { blocks: 4, found: 1 },
      { blocks: 5 },
      { learns: true },
    ),
    break: play(
      'loop-blocks',
      { blocks: 5, learns: false, found: 0 },
      { found: 2, blocks: 4 },
      { learns: true },
      { found: 4 },
    ),
    run: play('loop-run', { singly: 0, finished: false }, { singly: 1 }, { singly: 3 }, { finished: true }),
    knobs: play('digits-training', DIGITS, { tried: 1, finished: true }, { tried: 2 }, { tried: 3 }),
    challenge: play('digits-challenge', DIGITS, { accuracy: 0.9 }, { handedIn: true }),
    recap: RECAP,
  },
  gpu: {
    'by-hand': play('matrix-by-hand', { right: 0 }, { right: 1 }, { right: 4 }),
    'by-class': play('matrix-rows', { alone: false, together: false }, { alone: true }, { together: true }),
    measure: play('compute-measure', DEVICE, { measured: true }),
    tiny: play(
      'compute-measure',
      { ...DEVICE, task: 'training-step' },
      { measured: true },
      { task: 'matrix-product' },
    ),
    'first-time': play('compute-measure', { ...DEVICE, first: true }, { measured: true }, { first: false }),
    class: play(
      'compute-class',
      { measured: false, task: 'matrix-product' },
      { measured: true },
      { task: 'training-step' },
    ),
    recap: RECAP,
  },
};
