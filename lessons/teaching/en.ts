import { words as backpropagation } from '@/lessons/backpropagation/teaching/en';
import { words as combiningPerceptrons } from '@/lessons/combining-perceptrons/teaching/en';
import { words as gpu } from '@/lessons/gpu/teaching/en';
import { words as gradientDescent } from '@/lessons/gradient-descent/teaching/en';
import { words as handwrittenDigits } from '@/lessons/handwritten-digits/teaching/en';
import { words as learningFromData } from '@/lessons/learning-from-data/teaching/en';
import { words as loss } from '@/lessons/loss/teaching/en';
import { words as neuralNetworks } from '@/lessons/neural-networks/teaching/en';
import { words as perceptron } from '@/lessons/perceptron/teaching/en';
import { words as trainingLoop } from '@/lessons/training-loop/teaching/en';
import type { CurriculumTeaching } from './curriculum-teaching';

/** The plan of every lesson in English. */
export const words: CurriculumTeaching = {
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
