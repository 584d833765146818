import type { BenchId } from '@/lessons/bench';
import type { BenchComponent } from './frame/bench-place';

/** Fetches the code of a bench; its default export is the component. */
export type BenchLoader<Id extends BenchId> = () => Promise<{ default: BenchComponent<Id> }>;

/** One component for the four: they stand around one trainer, and what the student did at one is there at the next. */
const digits = () => import('./digits/digits-step');

/** Every bench and where its code is: nothing of a bench travels before it is needed. */
const LOADERS: { readonly [Id in BenchId]: BenchLoader<Id> } = {
  'pool-collect': () => import('./pool/pool-collect'),
  'pool-train': () => import('./pool/pool-train'),
  'pool-try': () => import('./pool/pool-try'),
  'pool-challenge': () => import('./pool/pool-challenge'),
  'perceptron-build': () => import('./perceptron/perceptron-build'),
  'perceptron-xor': () => import('./perceptron/perceptron-xor'),
  'perceptron-learn': () => import('./perceptron/perceptron-learn'),
  'perceptron-challenge': () => import('./perceptron/perceptron-challenge'),
  'circuit-build': () => import('./circuit/circuit-build'),
  'circuit-challenge': () => import('./circuit/circuit-challenge'),
  'digits-pictures': digits,
  'digits-training': digits,
  'digits-drawing': digits,
  'digits-challenge': digits,
  'digits-ours': () => import('./pool/digits-ours'),
  'loss-curves': () => import('./loss/loss-curves'),
  'loss-race': () => import('./loss/loss-race'),
  'loss-challenge': () => import('./loss/loss-challenge'),
  'descent-curve': () => import('./descent/descent-curve'),
  'descent-landscape': () => import('./descent/descent-landscape'),
  'descent-noise': () => import('./descent/descent-noise'),
  'descent-ahead': () => import('./descent/descent-ahead'),
  'descent-challenge': () => import('./descent/descent-challenge'),
  'backpropagation-watch': () => import('./backpropagation/backpropagation-watch'),
  'backpropagation-fill': () => import('./backpropagation/backpropagation-fill'),
  'backpropagation-challenge': () => import('./backpropagation/backpropagation-challenge'),
  'loop-blocks': () => import('./loop/loop-blocks'),
  'loop-run': () => import('./loop/loop-run'),
  'matrix-by-hand': () => import('./matrix/matrix-by-hand'),
  'matrix-rows': () => import('./matrix/matrix-rows'),
  'compute-measure': () => import('./compute/compute-measure'),
  'compute-class': () => import('./compute/compute-class'),
  recap: () => import('./recap/recap-bench'),
  playground: () => import('./playground/playground'),
  'playground-challenge': () => import('./playground/playground-challenge'),
};

/** How to fetch a bench. */
export function benchLoader<Id extends BenchId>(id: Id): BenchLoader<Id> {
  return LOADERS[id];
}

/** Fetches a bench's code ahead, while the student still reads or waits; a failure shows when it is needed. */
export function preloadBench(id: BenchId): void {
  LOADERS[id]().catch(() => {});
}
