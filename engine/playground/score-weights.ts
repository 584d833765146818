import { DenseNetwork } from '@/engine/dense/dense-network';
import { evaluateDense } from '@/engine/dense/evaluate';
import { countDenseWeights } from '@/engine/dense/shape';
import { examplesOf } from '@/engine/points/features';
import type { PointSet } from '@/engine/points/point-set';
import { networkOf, type PlaygroundSetup } from './setup';

/** Why weights cannot be scored; closed. */
type ScoreFault = 'wrong-weight-count' | 'not-finite' | 'too-many-weights';

export type Score =
  | { ok: true; accuracy: number; loss: number; weightCount: number }
  | { ok: false; fault: ScoreFault };

/**
 * Scores handed-in weights on points that nobody has seen: the network is rebuilt from the setup alone.
 * @param hidden points for classification, drawn by whoever asks from a seed of its own
 * @param budget weights that the network may have
 */
export function scoreWeights(
  setup: Pick<PlaygroundSetup, 'features' | 'hidden' | 'activation' | 'loss'>,
  weights: ArrayLike<number>,
  hidden: PointSet,
  budget: number,
): Score {
  const { shape, loss } = networkOf(setup, hidden.classes);
  const weightCount = countDenseWeights(shape);
  if (weightCount > budget) return { ok: false, fault: 'too-many-weights' };
  if (weights.length !== weightCount) return { ok: false, fault: 'wrong-weight-count' };
  for (let i = 0; i < weights.length; i++) {
    if (!Number.isFinite(weights[i])) return { ok: false, fault: 'not-finite' };
  }
  const found = evaluateDense(
    new DenseNetwork(shape, weights),
    examplesOf(hidden, setup.features),
    loss,
    hidden.classes,
  );
  return { ok: true, accuracy: found.accuracy ?? 0, loss: found.loss, weightCount };
}
