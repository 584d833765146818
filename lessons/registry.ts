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

/** A new lesson is a folder, a row here and one in each file of lessons/words. */
const CURRICULUM = [
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
] as const satisfies readonly Lesson[];

/** Each lesson as a type of its own. */
export type AnyLesson = (typeof CURRICULUM)[number];

/** A lesson of the curriculum: one that has words. */
export type TaughtLesson = Lesson & { readonly id: AnyLesson['id'] };

/** Every lesson, in the order of the curriculum. */
export const LESSONS: readonly TaughtLesson[] = CURRICULUM;

/** The lesson with this id, or null. */
export function findLesson(id: string): TaughtLesson | null {
  return LESSONS.find((lesson) => lesson.id === id) ?? null;
}
