import { listOf, number, object, type Shape } from '@/base/shape';
import type { Perceptron } from '@/engine/perceptron/perceptron';

/** A kept perceptron with as many inputs (null: with any number), all its numbers at most so far from 0. */
export function perceptronShape(inputs: number | null, most = 100): Shape<Perceptron> {
  const bounded = number(-most, most);
  const weights = inputs === null ? listOf(bounded) : listOf(bounded, inputs, inputs);
  return object({ weights, threshold: bounded });
}
