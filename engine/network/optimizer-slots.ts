import type { Optimizer } from '@/protocol/experiment-choices';

/** Slots a weight that an optimiser remembers: nothing, the velocity, or the two moments. */
export const SLOTS: Record<Optimizer, number> = { sgd: 0, momentum: 1, adam: 2 };
