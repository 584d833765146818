import type { Lesson } from '@/lessons/lesson';
import { steps } from './steps';

/** Lesson 10: why is it fast, and how much faster on your device? */
export const gpu: Lesson = {
  id: 'gpu',
  number: 10,
  minutes: [10, 20],
  text: {
    en: {
      title: 'Why a GPU',
      question: 'Why is it fast, and how much faster on your device?',
      summary:
        'Learning is mostly matrices, and graphics cards are good at those: often quoted as 30 times faster. Measure your own device, see when the card loses, and look where 30× lies among the class’s devices.',
    },
    ja: {
      title: 'なぜ GPU なのか',
      question: 'なぜ速いのでしょうか。あなたの端末では何倍でしょうか?',
      summary:
        '学習のほとんどは行列の計算で、グラフィックスカードはそれが得意です。よく「30 倍速い」と言われます。自分の端末で測り、カードが負けるときを見つけ、クラスの端末の中で 30 倍がどこにあるかを見ます。',
    },
  },
  steps,
  experiment: null,
};
