import type { Finding } from '@/protocol/finding';
import { overfittingSince } from './overfitting';
import { THRESHOLDS as T } from './thresholds';
import { FAR, type Note, type TrainingFacts, type Vitals } from './vitals';

/** All that a diagnosis is made from. */
export interface Case {
  facts: TrainingFacts;
  /** Oldest first. */
  notes: readonly Note[];
  /** The newest examination; null before the first. */
  vitals: Vitals | null;
  /** A weight or the loss is no number any more. */
  diverged: boolean;
}

/** What follows from the case for every rule. */
interface Signs extends Case {
  vitals: Vitals;
  /** Loss as a part of what knowing nothing costs. */
  share: number;
  /** Part of the loss that one more epoch takes away, as far as the trial can say. */
  fall: number;
}

type Rule = (signs: Signs) => Finding | null;

/**
 * What ails a training, the gravest first; nothing where all is well. Pure: numbers in, numbers out. Thresholds were found by
 * experiment (docs/doctor.md), and most rules ask first whether the training fares badly at all: a unit may sleep, and a slope may be
 * small, in a network that has learnt everything.
 */
export function ailmentsOf(case_: Case): Finding[] {
  const { vitals, facts, notes } = case_;
  // What has blown up says no more than that.
  if (case_.diverged) return [{ kind: 'rate-too-high', unrest: 100, overshot: 1 }];
  if (!vitals) return [];
  const loss = lastLoss(notes) ?? vitals.trial.before;
  const signs: Signs = {
    ...case_,
    vitals,
    share: loss / facts.chanceLoss,
    fall: fallOf(vitals, facts.stepsPerEpoch),
  };
  return RULES.map((rule) => rule(signs)).filter((finding) => finding !== null);
}

/** Grave ones first: what keeps everything else from helping stands before what merely slows. */
const RULES: readonly Rule[] = [
  deadUnits,
  rateTooHigh,
  batchTooSmall,
  explodingGradient,
  vanishingGradient,
  saturatedUnits,
  rateTooLow,
  batchTooLarge,
  oneSidedData,
  tooFewExamples,
  doubtfulLabels,
  overfitting,
];

/**
 * Units that no example wakes have no slope and never wake again ("dying ReLU": Lu et al., "Dying ReLU and initialization", 2019).
 * A whole layer of them lets nothing through; else many must be asleep, and the training fare badly.
 */
function deadUnits({ vitals, share }: Signs): Finding | null {
  const hidden = vitals.layers.slice(0, -1);
  const worst = worstOf(hidden.map(({ dead }) => dead));
  const units = hidden.reduce((sum, layer) => sum + layer.units, 0);
  const all = units === 0 ? 0 : hidden.reduce((sum, layer) => sum + layer.dead * layer.units, 0) / units;
  if (worst.value < 1 && (all < T.dead || share < T.poor)) return null;
  return { kind: 'dead-units', layer: worst.at + 1, share: worst.value };
}

/**
 * Steps that go too far: each throws the loss about, and makes worse the very examples it was made from. At the edge of stability
 * (Cohen et al., 2021) single steps overshoot in healthy trainings too, so alone that says nothing: the loss must be restless and bad.
 */
function rateTooHigh({ vitals, share, facts, notes }: Signs): Finding | null {
  const { unrest, overshot } = vitals.trial;
  if (isTiny(facts) || share < T.poor || unrest < T.restless) return null;
  if (share < 1 && !isSettled(notes)) return null;
  return { kind: 'rate-too-high', unrest, overshot };
}

/** The same unrest from batches of one or two: each step believes one example. */
function batchTooSmall({ vitals, share, facts }: Signs): Finding | null {
  const { unrest, overshot } = vitals.trial;
  if (!isTiny(facts) || share < T.poorTiny || unrest < T.restlessTiny) return null;
  if (overshot >= T.overshotTiny) return { kind: 'rate-too-high', unrest, overshot };
  return { kind: 'batch-too-small', batchSize: facts.batchSize, unrest };
}

/** Slopes that grow on their way back to the first layer (Glorot and Bengio, 2010; Pascanu et al., 2013). */
function explodingGradient({ vitals, share }: Signs): Finding | null {
  const ratio = slopeRatio(vitals);
  return ratio > T.exploding && share >= T.poor ? { kind: 'exploding-gradient', ratio } : null;
}

/** Slopes that die out on their way back to the first layer, which then cannot learn (Glorot and Bengio, 2010). */
function vanishingGradient({ vitals, share }: Signs): Finding | null {
  const ratio = slopeRatio(vitals);
  // Where a layer is dead, or sits on its flat ends, that is the reason, and is said itself.
  const blocked = vitals.layers.some(({ dead, saturated }) => dead === 1 || saturated >= T.saturated);
  return ratio < T.vanishing && share >= T.poor && !blocked ? { kind: 'vanishing-gradient', ratio } : null;
}

/** Sigmoid and tanh units on their flat ends: no slope is left to learn by (Glorot and Bengio, 2010). */
function saturatedUnits({ vitals, share }: Signs): Finding | null {
  const worst = worstOf(vitals.layers.slice(0, -1).map(({ saturated }) => saturated));
  if (worst.value < T.saturated || share < T.poor) return null;
  return { kind: 'saturated-units', layer: worst.at + 1, share: worst.value };
}

/**
 * Steps so short that ten times as long ones would gain about ten times as much: a range test in miniature (Smith, "Cyclical
 * learning rates", 2017), and the log loss hardly falls.
 */
function rateTooLow({ vitals, share, fall, facts }: Signs): Finding | null {
  const { gain, isStraight } = linearity(vitals);
  const perStep = fallOf(vitals, 1);
  if (!isStraight || share < T.poor || fall > T.slowEpoch || perStep > T.slowStep) return null;
  if (facts.stepsPerEpoch === 1 && perStep > T.slowStep / 10) return null;
  return { kind: 'rate-too-low', fall: Math.max(0, fall), gain: Math.min(20, Math.max(1, gain)) };
}

/** So few steps an epoch that epochs go by and little happens, although the steps themselves are good. */
function batchTooLarge({ vitals, share, fall, facts }: Signs): Finding | null {
  const { isStraight } = linearity(vitals);
  const slow = fall < T.slowEpoch && fall > 0 && isStraight && share >= T.poor;
  if (facts.stepsPerEpoch > T.fewSteps || facts.examples < T.enoughForBatches || !slow) return null;
  if (rateTooLow({ vitals, share, fall, facts } as Signs)) return null;
  return { kind: 'batch-too-large', stepsPerEpoch: facts.stepsPerEpoch, fall };
}

/** A label that hardly occurs is one that need not be learnt. */
function oneSidedData({ facts }: Signs): Finding | null {
  const { labelCounts, classes } = facts;
  if (classes === 0) return null;
  const total = labelCounts.reduce((sum, count) => sum + count, 0);
  const rarest = labelCounts.indexOf(Math.min(...labelCounts));
  const share = labelCounts[rarest]! / total;
  return share * classes <= T.oneSided ? { kind: 'one-sided-data', label: rarest, share } : null;
}

/** Learnt by heart, since there is so little of it. */
function tooFewExamples({ facts, notes }: Signs): Finding | null {
  const last = lastMeasured(notes);
  if (!last || last.accuracy === null || last.heldAccuracy === null || facts.classes === 0) return null;
  const gap = last.accuracy - last.heldAccuracy;
  if (facts.examples / facts.classes > T.few || gap < T.fewGap) return null;
  return { kind: 'too-few-examples', examples: facts.examples, gap };
}

/** Labels that the network, by its own confidence, does not believe: wrong, or classes that overlap (confident-learning.ts). */
function doubtfulLabels({ vitals, notes, facts }: Signs): Finding | null {
  const last = lastMeasured(notes);
  if (vitals.doubtful === null || vitals.doubtful < T.doubtful || facts.classes === 0) return null;
  const knows = last?.heldAccuracy != null && last.heldAccuracy >= T.doubter(facts.classes);
  return knows && isSettled(notes) ? { kind: 'doubtful-labels', share: vitals.doubtful } : null;
}

/** Better on what it has seen, worse on what it has not: since when, and how far apart the two are. */
function overfitting({ notes, facts }: Signs): Finding | null {
  return overfittingSince(notes, facts.chanceLoss);
}

/** Batches of one or two. */
const isTiny = ({ batchSize, examples }: TrainingFacts) => Math.min(batchSize, examples) <= 2;

/** How many times more of the log loss a way ten times as long would take away, and whether that is about ten times. */
function linearity({ trial }: Vitals): { gain: number; isStraight: boolean } {
  const near = Math.log(trial.before / trial.after);
  const gain = near > 0 ? Math.log(trial.before / trial.far) / near : 0;
  return { gain, isStraight: gain >= T.straight * FAR };
}

/** Part of the loss that so many steps take away, at the pace of the trial. */
function fallOf({ trial }: Vitals, steps: number): number {
  if (!(trial.before > 0) || !(trial.after > 0) || trial.steps === 0) return 0;
  return 1 - (trial.after / trial.before) ** (steps / trial.steps);
}

function slopeRatio({ layers }: Vitals): number {
  const first = layers[0]!.slope;
  const last = layers.at(-1)!.slope;
  return layers.length < 2 || last === 0 ? 1 : first / last;
}

/** The loss has stopped falling much: the newest third of the notes is not far below the one before it. */
function isSettled(notes: readonly Note[]): boolean {
  const losses = notes.map(({ loss }) => loss).filter((loss) => loss !== null);
  const third = Math.floor(losses.length / 3);
  if (third < 2) return false;
  const mean = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;
  return mean(losses.slice(-third)) > T.settled * mean(losses.slice(-2 * third, -third));
}

const lastLoss = (notes: readonly Note[]) => notes.findLast(({ loss }) => loss !== null)?.loss;
const lastMeasured = (notes: readonly Note[]) => notes.findLast(({ heldAccuracy }) => heldAccuracy !== null);

function worstOf(values: readonly number[]): { at: number; value: number } {
  const value = Math.max(0, ...values);
  return { at: Math.max(0, values.indexOf(value)), value };
}
