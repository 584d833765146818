import type { PoolKind } from '@/protocol/pool';
import type { BenchId } from './bench';

const LABEL_BENCHES: ReadonlySet<BenchId> = new Set([
  'pool-collect',
  'pool-train',
  'pool-try',
  'pool-challenge',
]);

/** Whether a class of this lesson gathers a pool of drawings, and of what kind; null: it gathers none. */
export function poolOf(lesson: { readonly steps: readonly { readonly bench: BenchId }[] }): PoolKind | null {
  if (lesson.steps.some(({ bench }) => LABEL_BENCHES.has(bench))) return 'labels';
  return lesson.steps.some(({ bench }) => bench === 'digits-ours') ? 'digits' : null;
}
