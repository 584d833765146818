import { backpropagation } from './backpropagation/lesson';
import { combiningPerceptrons } from './combining-perceptrons/lesson';
import { gpu } from './gpu/lesson';
import { gradientDescent } from './gradient-descent/lesson';
import { handwrittenDigits } from './handwritten-digits/lesson';
import { learningFromData } from './learning-from-data/lesson';
import type { Lesson } from './lesson';
import { loss } from './loss/lesson';
import { neuralNetworks } from './neural-networks/lesson';
import { perceptron } from './perceptron/lesson';
import { trainingLoop } from './training-loop/lesson';

/** Every lesson, in the order of the curriculum. A new one is a folder and a row here. */
export const LESSONS: readonly Lesson[] = [
  learningFromData,
  perceptron,
  combiningPerceptrons,
  neuralNetworks,
  handwrittenDigits,
  loss,
  gradientDescent,
  backpropagation,
  trainingLoop,
  gpu,
];

/** The lesson with this id, or null. */
export function findLesson(id: string): Lesson | null {
  return LESSONS.find((lesson) => lesson.id === id) ?? null;
}
