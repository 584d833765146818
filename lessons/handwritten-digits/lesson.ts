import type { Lesson } from '@/lessons/lesson';
import { steps } from './steps';

/** Lesson 5: does it work on real pictures? */
export const handwrittenDigits: Lesson = {
  id: 'handwritten-digits',
  number: 5,
  minutes: [15, 25],
  text: {
    en: {
      title: 'Handwritten digits',
      question: 'Does that work on real pictures?',
      summary:
        'Train a network on pictures that real people wrote, watch it improve, try it on your own handwriting, and see who reads digits best.',
    },
    ja: {
      title: '手書き数字',
      question: '本物の画像でも、うまくいくのでしょうか?',
      summary:
        '実際に人が書いた数字の画像でネットワークを訓練します。上達していくようすを観察し、自分の字でも試して、だれのネットワークがいちばん正しく読めるかを競います。',
    },
  },
  steps,
  experiment: {
    dataset: 'digits',
    examples: 6_000,
    network: { kind: 'dense', hidden: [32], activation: 'relu' },
    loss: 'cross-entropy',
    optimizer: 'sgd',
    learningRate: 0.1,
    batchSize: 32,
    epochs: 5,
    l2: 0,
  },
};
