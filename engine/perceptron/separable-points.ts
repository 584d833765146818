import type { Random } from '@/engine/random';
import type { Example } from './learning-rule';
import { type Perceptron, weightedSum } from './perceptron';

/** Points on the square from −1 to 1 that a line separates, and that line. */
export interface SeparablePoints {
  examples: Example[];
  /** The line that they were made from: weights of length 1. */
  separating: Perceptron;
}

/**
 * Draws a line and then points on both sides of it, none closer to it than `margin`.
 * @param count number of points
 * @param margin at most 0.3, so that both sides have room
 */
export function separablePoints(random: Random, count: number, margin = 0.1): SeparablePoints {
  // A direction by rejection in the disc: no sine or cosine, which devices may round differently.
  let x = 0;
  let y = 0;
  let length = 0;
  do {
    x = random.uniform() * 2 - 1;
    y = random.uniform() * 2 - 1;
    length = Math.sqrt(x * x + y * y);
  } while (length < 0.1 || length > 1);
  const separating: Perceptron = {
    weights: [x / length, y / length],
    threshold: random.uniform() * 0.6 - 0.3,
  };
  const examples: Example[] = [];
  while (examples.length < count) {
    const inputs = [random.uniform() * 2 - 1, random.uniform() * 2 - 1];
    const above = weightedSum(separating, inputs) - separating.threshold;
    // Turn about, so that neither side stays empty.
    const target = examples.length % 2 === 0 ? 1 : 0;
    if (target === 1 ? above >= margin : above <= -margin) examples.push({ inputs, target });
  }
  return { examples, separating };
}
