import type { Adjustable } from '@/engine/playground/playground-training';
import { type ControlId, type PlaygroundSetup, SETUP_LIMITS } from '@/engine/playground/setup';
import { FEATURE_IDS, type FeatureId, MORE_FEATURE_IDS, possibleFeatures } from '@/engine/points/features';

/** What may change while the training goes on. */
const ADJUSTABLE = ['learningRate', 'batchSize', 'l1', 'l2', 'stop'] as const satisfies (keyof Adjustable)[];
/** What changes only how it looks. */
const LOOKS = ['showTest', 'discretise', 'hide'] as const satisfies (keyof PlaygroundSetup)[];

export type ChangeKind = 'none' | 'look' | 'adjust' | 'rebuild';

function same(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b);
}

/** What has to happen for one setup to become another; the largest of what its fields need. */
export function changeKind(from: PlaygroundSetup, to: PlaygroundSetup): ChangeKind {
  let kind: ChangeKind = 'none';
  for (const key of Object.keys(to) as (keyof PlaygroundSetup)[]) {
    if (same(from[key], to[key])) continue;
    if ((LOOKS as readonly string[]).includes(key)) kind = kind === 'none' ? 'look' : kind;
    else if ((ADJUSTABLE as readonly string[]).includes(key)) kind = 'adjust';
    else return 'rebuild';
  }
  return kind;
}

/** The part of a setup that a running training takes over. */
export function adjustableOf({ learningRate, batchSize, l1, l2, stop }: PlaygroundSetup): Adjustable {
  return { learningRate, batchSize, l1, l2, stop };
}

/** One unit more or fewer in a hidden layer; null where the limit is reached. */
export function withUnits(hidden: readonly number[], layer: number, change: 1 | -1): number[] | null {
  const units = hidden[layer]! + change;
  const [least, most] = SETUP_LIMITS.units;
  if (units < least || units > most) return null;
  return hidden.map((count, i) => (i === layer ? units : count));
}

/** One layer more (as large as the last) or fewer; null where the limit is reached. */
export function withLayers(hidden: readonly number[], change: 1 | -1): number[] | null {
  if (change === -1) return hidden.length === 0 ? null : hidden.slice(0, -1);
  return hidden.length >= SETUP_LIMITS.layers ? null : [...hidden, Math.min(hidden.at(-1) ?? 4, 4)];
}

/** A feature in or out, in the order of `all`; null where it is the last one that is left. */
export function withFeature<Feature extends string>(
  features: readonly Feature[],
  feature: Feature,
  all: readonly Feature[],
): Feature[] | null {
  const on = features.includes(feature);
  if (on && features.length === 1) return null;
  return all.filter((one) => (one === feature ? !on : features.includes(one)));
}

/** What of a setup each control decides. One that decides how things look, or what is only pressed, is not here; nor is the seed, which is nobody's change. */
const DECIDES: Partial<Record<ControlId, readonly (keyof PlaygroundSetup)[]>> = {
  points: ['points'],
  noise: ['noise'],
  split: ['pointCount', 'trainShare'],
  features: ['features'],
  layers: ['hidden'],
  activation: ['activation'],
  loss: ['loss'],
  optimizer: ['optimizer'],
  'learning-rate': ['learningRate'],
  'batch-size': ['batchSize'],
  regularisation: ['l1', 'l2'],
  start: ['start'],
  stop: ['stop'],
};

/** Controls of what is not as it was: a set-up that a teacher hands hides nothing that it has changed. */
export function changedControls(from: PlaygroundSetup, to: PlaygroundSetup): ControlId[] {
  return (Object.keys(DECIDES) as ControlId[]).filter((control) =>
    DECIDES[control]!.some((key) => !same(from[key], to[key])),
  );
}

/** Whether a control is shown, given what a link or a lesson hides. */
export type Shows = (control: ControlId) => boolean;

export function showsOf(...hidden: readonly (readonly string[])[]): Shows {
  const all = new Set(hidden.flat());
  return (control) => !all.has(control);
}

/**
 * A setup whose features are there in the points that it is for: what own data has beside the plane goes with it, and comes with it.
 * @param more further inputs of the own data; 0 where there is none
 */
export function withPossibleFeatures(setup: PlaygroundSetup, more: number): PlaygroundSetup {
  const features = possibleFeatures(setup.features, setup.points === 'own' ? more : 0);
  return features === setup.features ? setup : { ...setup, features };
}

/** Features for own data that has just been chosen: all its inputs; for the plane alone those that are switched on. */
export function featuresForOwn(features: readonly FeatureId[], more: number): readonly FeatureId[] {
  return more === 0 ? possibleFeatures(features, 0) : ['x1', 'x2', ...MORE_FEATURE_IDS.slice(0, more)];
}

/** Every feature that points with so many further inputs can have, in the order that they are shown in. */
export function offeredFeatures(more: number): readonly FeatureId[] {
  const [x1, x2, ...made] = FEATURE_IDS;
  return [x1!, x2!, ...MORE_FEATURE_IDS.slice(0, more), ...made];
}
