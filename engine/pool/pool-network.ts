import { countDenseWeights, type DenseShape, denseShape } from '@/engine/dense/shape';
import { POOL, type PoolNetwork } from '@/protocol/pool-rules';

/** The network that learns from a pool: a drawing's pixels, a hidden layer of relu units or none, and a probability for each label. */
export function poolShape(hidden: PoolNetwork, labels: number): DenseShape {
  return denseShape(POOL.pixels, hidden === 0 ? [] : [hidden], 'relu', labels, 'softmax');
}

/** Weights and biases of such a network. */
export function poolWeights(hidden: PoolNetwork, labels: number): number {
  return countDenseWeights(poolShape(hidden, labels));
}
