import type { Lesson } from '@/lessons/lesson';
import { steps } from './steps';

/** Lesson 8: where do all the gradients come from? */
export const backpropagation: Lesson = {
  id: 'backpropagation',
  number: 8,
  minutes: [15, 25],
  text: {
    en: {
      title: 'Backpropagation',
      question: 'Where do all the gradients come from?',
      summary:
        'Walk through a small network number by number: forward to the loss, then back to every weight. At the end you work out a whole gradient yourself.',
    },
    ja: {
      title: 'バックプロパゲーション',
      question: '勾配は、どこから来るのでしょうか?',
      summary:
        '小さなネットワークの数を 1 つずつ追いかけます。損失まで進み、そこからすべての重みへ戻ります。最後は、勾配をまるごと自分で求めます。',
    },
  },
  steps,
  experiment: null,
};
