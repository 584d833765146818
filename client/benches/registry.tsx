import type { BenchComponent } from '@/client/lesson/bench-place';
import type { BenchId } from '@/lessons/bench';

/** Fetches the code of a bench; its default export is the component. */
export type BenchLoader<Id extends BenchId> = () => Promise<{ default: BenchComponent<Id> }>;

/** One component for the four: they stand around one trainer, and what the student did at one is there at the next. */
const digits = () => import('@/client/benches/digits/digits-step');

/** Every bench and where its code is: nothing of a bench travels before it is needed. */
const LOADERS: { readonly [Id in BenchId]: BenchLoader<Id> } = {
  'pool-collect': () => import('@/client/benches/pool/pool-collect'),
  'pool-train': () => import('@/client/benches/pool/pool-train'),
  'pool-try': () => import('@/client/benches/pool/pool-try'),
  'pool-challenge': () => import('@/client/benches/pool/pool-challenge'),
  'perceptron-build': () => import('@/client/benches/perceptron/perceptron-build'),
  'perceptron-xor': () => import('@/client/benches/perceptron/perceptron-xor'),
  'perceptron-learn': () => import('@/client/benches/perceptron/perceptron-learn'),
  'perceptron-challenge': () => import('@/client/benches/perceptron/perceptron-challenge'),
  'circuit-build': () => import('@/client/benches/circuit/circuit-build'),
  'circuit-challenge': () => import('@/client/benches/circuit/circuit-challenge'),
  'digits-pictures': digits,
  'digits-training': digits,
  'digits-drawing': digits,
  'digits-challenge': digits,
  'digits-ours': () => import('@/client/benches/pool/digits-ours'),
  'loss-curves': () => import('@/client/benches/loss/loss-curves'),
  'loss-race': () => import('@/client/benches/loss/loss-race'),
  'loss-challenge': () => import('@/client/benches/loss/loss-challenge'),
  'descent-curve': () => import('@/client/benches/descent/descent-curve'),
  'descent-landscape': () => import('@/client/benches/descent/descent-landscape'),
  'descent-noise': () => import('@/client/benches/descent/descent-noise'),
  'descent-ahead': () => import('@/client/benches/descent/descent-ahead'),
  'descent-challenge': () => import('@/client/benches/descent/descent-challenge'),
  'backpropagation-watch': () => import('@/client/benches/backpropagation/backpropagation-watch'),
  'backpropagation-fill': () => import('@/client/benches/backpropagation/backpropagation-fill'),
  'backpropagation-challenge': () => import('@/client/benches/backpropagation/backpropagation-challenge'),
  'loop-blocks': () => import('@/client/benches/loop/loop-blocks'),
  'loop-run': () => import('@/client/benches/loop/loop-run'),
  'compute-measure': () => import('@/client/benches/compute/compute-measure'),
  'compute-class': () => import('@/client/benches/compute/compute-class'),
  playground: () => import('@/client/benches/playground/playground'),
  'playground-challenge': () => import('@/client/benches/playground/playground-challenge'),
};

/** How to fetch a bench. */
export function benchLoader<Id extends BenchId>(id: Id): BenchLoader<Id> {
  return LOADERS[id];
}

/** Fetches a bench's code ahead, while the student still reads or waits; a failure shows when it is needed. */
export function preloadBench(id: BenchId): void {
  LOADERS[id]().catch(() => {});
}
