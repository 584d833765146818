import { type Play, play } from './play';

/** Every step of every lesson as it is done, by lesson and step. */
export const PLAYS: Readonly<Record<string, Readonly<Record<string, Play>>>> = {
  'learning-from-data': {
    collect: play('pool-collect', { fewest: 0 }, { fewest: 1 }, { fewest: 4 }, { fewest: 5 }),
    train: play(
      'pool-train',
      {},
      { finished: false, hidden: '16', spoilt: 'nothing' },
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
      { finished: true, hidden: '16', spoilt: 'nothing' },
      { spoilt: 'few' },
      { spoilt: 'several' },
      { spoilt: 'mislabelled' },
    ),
    challenge: play(
      'pool-challenge',
      { handedIn: false, reached: 0 },
      { handedIn: true, reached: 0 },
      { reached: 1 },
    ),
  },
  perceptron: {
    weigh: play(
      'perceptron-build',
      { gate: 'and', right: 4, all: true, threshold: 1.5, inputs: '11' },
      { inputs: '01' },
      { inputs: '00' },
      { inputs: '10' },
      { threshold: 2.5, right: 3, all: false },
      { threshold: 2, right: 4, all: true },
    ),
    line: play(
      'perceptron-build',
      { gate: 'nand', right: 0, all: false, threshold: 1.5, inputs: '11' },
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
  },
};
