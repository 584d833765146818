import type { Lesson } from '@/lessons/lesson';
import { descendingSteps } from './steps-descending';
import { wanderingSteps } from './steps-wandering';

/** Lesson 7: which way is less wrong, and how far to go? */
export const gradientDescent: Lesson = {
  id: 'gradient-descent',
  number: 7,
  minutes: [15, 25],
  text: {
    en: {
      title: 'Gradient descent and SGD',
      question: 'Which way is less wrong, and how far to go?',
      summary:
        'Let a ball walk down the loss: on a curve, on landscapes, with all examples or with a few at a time. Find out what the learning rate does, and reach the valley in the fewest steps.',
    },
    ja: {
      title: '勾配降下法と SGD',
      question: 'どちらへ進めば間違いが減り、どこまで進めばよいのでしょうか?',
      summary:
        '損失の坂をボールに下らせます。曲線の上で、地形の上で、例を全部使って、少しずつ使って。学習率のはたらきを確かめ、いちばん少ないステップで谷に着く方法を探します。',
    },
  },
  steps: [...descendingSteps, ...wanderingSteps],
  experiment: null,
};
