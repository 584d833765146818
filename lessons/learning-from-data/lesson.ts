import type { Lesson } from '@/lessons/lesson';
import { collecting } from './steps-collecting';
import { judging } from './steps-judging';

/** Lesson 1: how can a program come out of examples instead of rules? */
export const learningFromData: Lesson = {
  id: 'learning-from-data',
  number: 1,
  minutes: [15, 25],
  text: {
    en: {
      title: 'Learning from data',
      question: 'How can a program come out of examples instead of rules?',
      summary:
        'Draw pictures together, file each under its label, and let a program learn from them. Then see what happens when the examples are few, one-sided or wrong.',
    },
    ja: {
      title: 'データから学ぶ',
      question: '規則ではなく例から、どうやってプログラムができるのでしょうか?',
      summary:
        'みんなで絵を描いてラベルをつけ、その例からプログラムに学ばせます。例が少ない、かたよっている、間違っているとどうなるかも試します。',
    },
  },
  steps: [...collecting, ...judging],
  experiment: null,
};
