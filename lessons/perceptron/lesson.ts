import type { Lesson } from '@/lessons/lesson';
import { deciding } from './steps-deciding';
import { learning } from './steps-learning';

/** Lesson 2: what is the smallest thing that can decide? */
export const perceptron: Lesson = {
  id: 'perceptron',
  number: 2,
  minutes: [15, 25],
  text: {
    en: {
      title: 'The simple perceptron',
      question: 'What is the smallest thing that can decide?',
      summary:
        'Weigh, add up, compare: build gates from one unit, watch it learn from its mistakes, and find the one gate that it can never be.',
    },
    ja: {
      title: '単純パーセプトロン',
      question: '判断ができる、いちばん小さなものは何でしょうか?',
      summary:
        '重みをかけて、足して、くらべるだけ。1 つのユニットでゲートを作り、間違いから学ぶようすを見て、どうしても作れないゲートを見つけます。',
    },
  },
  steps: [...deciding, ...learning],
  experiment: null,
};
