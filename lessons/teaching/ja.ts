import { words as backpropagation } from '@/lessons/backpropagation/teaching/ja';
import { words as combiningPerceptrons } from '@/lessons/combining-perceptrons/teaching/ja';
import { words as gpu } from '@/lessons/gpu/teaching/ja';
import { words as gradientDescent } from '@/lessons/gradient-descent/teaching/ja';
import { words as handwrittenDigits } from '@/lessons/handwritten-digits/teaching/ja';
import { words as learningFromData } from '@/lessons/learning-from-data/teaching/ja';
import { words as loss } from '@/lessons/loss/teaching/ja';
import { words as neuralNetworks } from '@/lessons/neural-networks/teaching/ja';
import { words as perceptron } from '@/lessons/perceptron/teaching/ja';
import { words as trainingLoop } from '@/lessons/training-loop/teaching/ja';
import type { CurriculumTeaching } from './curriculum-teaching';

/** The plan of every lesson in Japanese. */
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
