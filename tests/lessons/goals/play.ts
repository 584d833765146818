import type { BenchId } from '@/lessons/bench';
import type { Facts, FactsOfBench } from '@/lessons/facts';

/** What a bench tells while somebody does what a step asks for. */
export interface Play {
  bench: BenchId;
  /** As it opens, with nothing kept. */
  opening: Facts;
  /** One after another: together they meet every goal of the step, the last of them the last. */
  doing: readonly Facts[];
}

/** What is told is given as it changes: facts that are left out stay as they were. */
export function play<Id extends BenchId>(
  bench: Id,
  opening: FactsOfBench[Id] | Record<string, never>,
  ...changes: readonly Partial<FactsOfBench[Id]>[]
): Play {
  let now: Facts = opening as Facts;
  const doing = changes.map((change) => {
    now = { ...now, ...(change as Facts) };
    return now;
  });
  return { bench, opening: opening as Facts, doing };
}
