import type { Lesson } from '@/lessons/lesson';
import { steps } from './steps';

/** Lesson 3: what can one perceptron not decide, and what helps? */
export const combiningPerceptrons: Lesson = {
  id: 'combining-perceptrons',
  number: 3,
  minutes: [15, 25],
  text: {
    en: {
      title: 'Combining perceptrons',
      question: 'What can one perceptron not decide, and what helps?',
      summary:
        'Put perceptrons in layers: the first cuts the plane, the second combines the halves. XOR falls with three units; how few do you need for more?',
    },
    ja: {
      title: 'パーセプトロンを組み合わせる',
      question: '1 つのパーセプトロンにできないことは? どうすればできるのでしょうか?',
      summary:
        'パーセプトロンを層に並べます。1 層目が平面を切り、2 層目がその半分どうしを組み合わせます。XOR は 3 ユニットで解けます。もっと難しいものは、いくつで解けるでしょうか?',
    },
  },
  steps,
  experiment: null,
};
