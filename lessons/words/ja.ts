import { words as backpropagation } from '@/lessons/backpropagation/ja';
import { words as combiningPerceptrons } from '@/lessons/combining-perceptrons/ja';
import type { CurriculumWords } from '@/lessons/curriculum-words';
import { words as gpu } from '@/lessons/gpu/ja';
import { words as gradientDescent } from '@/lessons/gradient-descent/ja';
import { words as handwrittenDigits } from '@/lessons/handwritten-digits/ja';
import { words as learningFromData } from '@/lessons/learning-from-data/ja';
import { words as loss } from '@/lessons/loss/ja';
import { words as neuralNetworks } from '@/lessons/neural-networks/ja';
import { words as perceptron } from '@/lessons/perceptron/ja';
import { words as trainingLoop } from '@/lessons/training-loop/ja';

/** Every lesson in Japanese. */
export const words: CurriculumWords = {
  'learning-from-data': learningFromData,
  perceptron,
  'combining-perceptrons': combiningPerceptrons,
  'neural-networks': neuralNetworks,
  'handwritten-digits': handwrittenDigits,
  loss,
  'gradient-descent': gradientDescent,
  backpropagation,
  'training-loop': trainingLoop,
  gpu,
};
