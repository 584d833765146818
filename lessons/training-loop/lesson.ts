import type { Lesson } from '@/lessons/lesson';
import { digitSteps } from './digit-steps';
import { loopSteps } from './loop-steps';

/** Lesson 9: what does the whole machine look like when it runs? */
export const trainingLoop: Lesson = {
  id: 'training-loop',
  number: 9,
  minutes: [20, 25],
  text: {
    en: {
      title: 'The training loop',
      question: 'What does the whole machine look like when it runs?',
      summary:
        'Put the pieces together: loss, gradient, update, again and again. Build the loop from blocks, break it on purpose, run it on real digits, and compete with every knob open.',
    },
    ja: {
      title: '訓練ループ',
      question: '全部を組み合わせて動かすと、どうなるのでしょうか?',
      summary:
        '損失、勾配、更新をつなぎ、くり返します。ブロックでループを組み立て、わざと壊し、本物の数字で動かします。最後は、すべての設定を使ってクラスで競います。',
    },
  },
  steps: [...loopSteps, ...digitSteps],
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
