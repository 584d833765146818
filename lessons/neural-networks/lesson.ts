import type { Lesson } from '@/lessons/lesson';
import { bendingSteps } from './steps-bending';
import { shapingSteps } from './steps-shaping';

/** Lesson 4: what if the units bend instead of step, and there are many? */
export const neuralNetworks: Lesson = {
  id: 'neural-networks',
  number: 4,
  minutes: [15, 25],
  text: {
    en: {
      title: 'Neural networks',
      question: 'What if the units bend instead of step, and there are many?',
      summary:
        'Trade the step for curves, stack layers, count their weights, and watch a network learn to part points on a plane. In the end: the spiral.',
    },
    ja: {
      title: 'ニューラルネットワーク',
      question: 'ユニットが段差ではなくなめらかに変わり、たくさんあったら?',
      summary:
        'ステップ関数を曲線に替え、層を重ね、重みを数えます。ネットワークが平面の点を分けていくようすを観察し、最後はらせんに挑戦します。',
    },
  },
  steps: [...bendingSteps, ...shapingSteps],
  experiment: null,
};
