import type { DenseExamples } from '@/engine/dense/dense-training';
import type { PointSet } from './point-set';

/** What a network is told of a place on the plane. A new one is one more row. */
const PLANE_FEATURES = {
  x1: { of: (x: number, _y: number) => x, formula: 'x₁' },
  x2: { of: (_x: number, y: number) => y, formula: 'x₂' },
  'x1-squared': { of: (x: number, _y: number) => x * x, formula: 'x₁²' },
  'x2-squared': { of: (_x: number, y: number) => y * y, formula: 'x₂²' },
  'x1-x2': { of: (x: number, y: number) => x * y, formula: 'x₁x₂' },
  'sin-x1': { of: (x: number, _y: number) => Math.sin(x), formula: 'sin x₁' },
  'sin-x2': { of: (_x: number, y: number) => Math.sin(y), formula: 'sin x₂' },
} as const;

/** Further inputs of own data. The plane does not show them: on it they are held at their mean, which is 0. */
const held = (formula: string) => ({ of: (_x: number, _y: number) => 0, formula });
const MORE_FEATURES = {
  x3: held('x₃'),
  x4: held('x₄'),
  x5: held('x₅'),
  x6: held('x₆'),
  x7: held('x₇'),
  x8: held('x₈'),
  x9: held('x₉'),
  x10: held('x₁₀'),
  x11: held('x₁₁'),
  x12: held('x₁₂'),
  x13: held('x₁₃'),
  x14: held('x₁₄'),
  x15: held('x₁₅'),
  x16: held('x₁₆'),
} as const;

export const FEATURES = { ...PLANE_FEATURES, ...MORE_FEATURES } as const;

export type FeatureId = keyof typeof FEATURES;
export type MoreFeatureId = keyof typeof MORE_FEATURES;
/** Those of a place on the plane: all point sets have them. */
export const FEATURE_IDS = Object.keys(PLANE_FEATURES) as (keyof typeof PLANE_FEATURES)[];
/** Those that own data may have beside them. */
export const MORE_FEATURE_IDS = Object.keys(MORE_FEATURES) as MoreFeatureId[];

/** Which of the further inputs a feature is, from 0; −1 where it is one of the plane. */
export function moreIndex(feature: FeatureId): number {
  return (MORE_FEATURE_IDS as readonly FeatureId[]).indexOf(feature);
}

/** The features that points with so many further inputs can have, of those that are wanted; never none. */
export function possibleFeatures(wanted: readonly FeatureId[], more: number): readonly FeatureId[] {
  const possible = wanted.filter((feature) => moreIndex(feature) < more);
  if (possible.length === wanted.length) return wanted;
  return possible.length > 0 ? possible : ['x1', 'x2'];
}

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
export function examplesOf(points: PointSet, features: readonly FeatureId[]): DenseExamples {
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
  writeMore(points, features, inputs);
  return { count, inputs, targets };
}

/** The further inputs of each point, over the zeros that stand for them. */
function writeMore({ more }: PointSet, features: readonly FeatureId[], into: Float64Array): void {
  if (!more) return;
  features.forEach((feature, place) => {
    const index = moreIndex(feature);
    if (index < 0 || index >= more.inputs) return;
    for (let i = 0; i * more.inputs < more.values.length; i++) {
      into[i * features.length + place] = more.values[i * more.inputs + index]!;
    }
  });
}
