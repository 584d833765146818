import type { Examples } from '@/engine/dense/dense-training';
import type { PointSet } from './point-set';

/** What a network is told of a place on the plane. A new one is one more row. */
export const FEATURES = {
  x1: { of: (x: number, _y: number) => x, formula: 'x₁' },
  x2: { of: (_x: number, y: number) => y, formula: 'x₂' },
  'x1-squared': { of: (x: number, _y: number) => x * x, formula: 'x₁²' },
  'x2-squared': { of: (_x: number, y: number) => y * y, formula: 'x₂²' },
  'x1-x2': { of: (x: number, y: number) => x * y, formula: 'x₁x₂' },
  'sin-x1': { of: (x: number, _y: number) => Math.sin(x), formula: 'sin x₁' },
  'sin-x2': { of: (_x: number, y: number) => Math.sin(y), formula: 'sin x₂' },
} as const;

export type FeatureId = keyof typeof FEATURES;
export const FEATURE_IDS = Object.keys(FEATURES) as FeatureId[];

/** Writes the features of a place into `into` from `at` on. */
export function writeFeatures(
  features: readonly FeatureId[],
  x: number,
  y: number,
  into: Float64Array,
  at: number,
): void {
  for (let i = 0; i < features.length; i++) into[at + i] = FEATURES[features[i]!].of(x, y);
}

/** Outputs that a network needs: one for regression and for yes or no, else one a class. */
export function outputsFor(classes: number): number {
  return classes > 2 ? classes : 1;
}

/** Points as a network takes them: features in; wanted out 0 or 1, one of several, or the value. */
export function examplesOf(points: PointSet, features: readonly FeatureId[]): Examples {
  const count = points.xs.length;
  const outputs = outputsFor(points.classes);
  const inputs = new Float64Array(count * features.length);
  const targets = new Float64Array(count * outputs);
  for (let i = 0; i < count; i++) {
    writeFeatures(features, points.xs[i]!, points.ys[i]!, inputs, i * features.length);
    const label = points.labels[i]!;
    if (outputs === 1) targets[i] = label;
    else targets[i * outputs + label] = 1;
  }
  return { count, inputs, targets };
}
