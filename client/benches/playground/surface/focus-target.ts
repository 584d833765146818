import type { FeatureId } from '@/engine/points/features';

/** What the big surface shows in place of the whole network's answer. */
export type FocusTarget =
  | { on: 'feature'; feature: FeatureId }
  /** A hidden unit, counted through all hidden layers; layer and place for its name, both from 1. */
  | { on: 'unit'; unit: number; layer: number; place: number }
  /** One output of several: the probability of its class. */
  | { on: 'output'; output: number };
