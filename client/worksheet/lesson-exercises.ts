import type { PaperExerciseId } from '@/engine/worksheet/registry';
import type { TaughtLesson } from '@/lessons/registry';

/** What is worked out with a pencil in each lesson, in the order of its steps. */
export const LESSON_EXERCISES: Readonly<Record<TaughtLesson['id'], readonly PaperExerciseId[]>> = {
  'learning-from-data': ['draw-examples', 'right-by-label'],
  perceptron: ['weighted-sums', 'perceptron-round'],
  'combining-perceptrons': ['two-layers'],
  'neural-networks': ['bent-unit', 'count-weights'],
  'handwritten-digits': ['slid-filter', 'count-picture-weights'],
  loss: ['squared-errors', 'two-slopes'],
  'gradient-descent': ['gradient-steps'],
  backpropagation: ['slopes-back'],
  'training-loop': ['loop-by-hand', 'count-updates'],
  gpu: ['small-product', 'count-operations', 'middle-time'],
};
