import { totalSteps } from '@/engine/training/schedule';
import { repetitionOperations } from '@/engine/verify/cost';
import type { Experiment } from '@/protocol/experiment';

/** Milliseconds of training that one sweep may take altogether, all its workers added up: a phone stays cool. */
export const MOST_WORK_MS = 60_000;
/** Cores from which two workers leave room for the page and for the training on the bench. */
const CORES_FOR_TWO = 5;

/** What one training takes on this device, in milliseconds. */
export interface MeasuredCost {
  /** Operations of one step, by the experiment: what the rest is measured against. */
  operations: number;
  /** Building the network and measuring it at the end. */
  fixedMs: number;
  stepMs: number;
}

/** What is known of the device. */
export interface SweepDevice {
  cores: number;
  /** Its main pointer is a finger: a phone or a tablet. */
  touched: boolean;
}

/** Trainings that go on side by side. One where there are few cores, and on what lives on a battery and has no fan. */
export function workersFor({ cores, touched }: SweepDevice): 1 | 2 {
  return cores >= CORES_FOR_TWO && !touched ? 2 : 1;
}

/** Operations of one step, as an experiment says them. */
export function stepOperations(experiment: Experiment): number {
  return repetitionOperations(experiment, 1);
}

/** The experiments of a sweep whose cost says that of all others: that with the cheapest step and that with the dearest. */
export function extremes(experiments: readonly Experiment[]): Experiment[] {
  const sorted = [...experiments].sort((a, b) => stepOperations(a) - stepOperations(b));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return [];
  return stepOperations(first) === stepOperations(last) ? [first] : [first, last];
}

/** Milliseconds of work that these trainings take: each on the line through the costs that were measured (never less than the cheapest of them). */
export function estimateMs(experiments: readonly Experiment[], measured: readonly MeasuredCost[]): number {
  return experiments.reduce((sum, experiment) => {
    const { fixedMs, stepMs } = costAt(stepOperations(experiment), measured);
    return sum + fixedMs + totalSteps(experiment) * stepMs;
  }, 0);
}

function costAt(
  operations: number,
  measured: readonly MeasuredCost[],
): Pick<MeasuredCost, 'fixedMs' | 'stepMs'> {
  const sorted = [...measured].sort((a, b) => a.operations - b.operations);
  const [low, high] = [sorted[0]!, sorted.at(-1)!];
  const width = high.operations - low.operations;
  const share = width > 0 ? Math.min(1, Math.max(0, (operations - low.operations) / width)) : 0;
  const between = (key: 'fixedMs' | 'stepMs') => low[key] + share * (high[key] - low[key]);
  return { fixedMs: between('fixedMs'), stepMs: between('stepMs') };
}

/** How long workers that go on side by side may still train, in milliseconds by the clock. */
export function timeLeft(workedMs: number, workers: number, mostMs: number = MOST_WORK_MS): number {
  return Math.max(0, mostMs - workedMs) / workers;
}
