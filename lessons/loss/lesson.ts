import type { Lesson } from '@/lessons/lesson';
import { steps } from './steps';

/** Lesson 6: how do we say in one number how wrong it is? */
export const loss: Lesson = {
  id: 'loss',
  number: 6,
  minutes: [15, 25],
  text: {
    en: {
      title: 'Loss functions',
      question: 'How do we say in one number how wrong it is?',
      summary:
        'Measure how wrong a network is with two different losses, see why one of them learns faster out of a bad mistake, and find the settings that learn in the fewest steps.',
    },
    ja: {
      title: '損失関数',
      question: 'どれだけ間違っているかを、1 つの数でどう表すのでしょうか?',
      summary:
        'ネットワークがどれだけ間違っているかを 2 種類の損失で測ります。ひどい間違いから速く立ち直れるのはどちらか、その理由を確かめ、いちばん少ないステップで学ぶ設定を探します。',
    },
  },
  steps,
  experiment: null,
};
