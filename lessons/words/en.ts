import { words as backpropagation } from '@/lessons/backpropagation/en';
import { words as combiningPerceptrons } from '@/lessons/combining-perceptrons/en';
import type { CurriculumWords } from '@/lessons/curriculum-words';
import { words as gpu } from '@/lessons/gpu/en';
import { words as gradientDescent } from '@/lessons/gradient-descent/en';
import { words as handwrittenDigits } from '@/lessons/handwritten-digits/en';
import { words as learningFromData } from '@/lessons/learning-from-data/en';
import { words as loss } from '@/lessons/loss/en';
import { words as neuralNetworks } from '@/lessons/neural-networks/en';
import { words as perceptron } from '@/lessons/perceptron/en';
import { words as trainingLoop } from '@/lessons/training-loop/en';

/** Every lesson in English. */
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
