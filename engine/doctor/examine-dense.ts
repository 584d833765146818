import type { DenseNetwork } from '@/engine/dense/dense-network';
import type { DenseExamples, DenseTraining } from '@/engine/dense/dense-training';
import { answeredClass } from '@/engine/dense/evaluate';
import { penaltyOf } from '@/engine/dense/penalties';
import { doubtfulExamples } from './confident-learning';
import {
  FAR,
  type LayerVitals,
  rootMeanSquare,
  type Trial,
  unrestOf,
  type Vitals,
  wakefulness,
} from './vitals';

/** Examples that a layer is looked at with; more say nothing new. */
const PROBE = 400;
/** Steps of a trial. */
const STEPS = 16;

/**
 * Examines a small network in training (engine/dense). Everything happens on a copy.
 * @param held examples that are not learnt from: labels are judged on these
 * @param classes 0 for regression
 */
export function examineDense(training: DenseTraining, held: DenseExamples, classes: number): Vitals {
  const copy = training.copy();
  const probe = everyNth(training.examples, PROBE);
  // Layers first: the trial moves the copy.
  const layers = layersOf(copy, probe);
  const doubtful = classes > 0 && held.count > 0 ? doubtfulShare(copy.network, held, classes) : null;
  return { step: training.steps, layers, doubtful, trial: tryOut(copy, probe) };
}

function layersOf({ network, examples, settings }: DenseTraining, rows: Uint32Array): LayerVitals[] {
  const count = rows.length;
  network.forward(examples.inputs, rows, 0, count);
  network.backward(settings.loss, examples.targets, rows, 0, count);
  return network.spans.map(({ units, activation }, layer) => ({
    ...wakefulness(network.outputsOf(layer).subarray(0, count * units), units, activation),
    // backward has divided by the number of examples.
    slope: count * rootMeanSquare(network.slopesOf(layer).subarray(0, count * units)),
  }));
}

/** Goes a few steps, looks at each step's own batch before and after it, and then farther along the same way. */
function tryOut(copy: DenseTraining, probe: Uint32Array): Trial {
  const { network, examples, settings } = copy;
  const lossOf = (rows: Uint32Array, at: number, count: number) => {
    network.forward(examples.inputs, rows, at, count);
    return network.batchLoss(settings.loss, examples.targets, rows, at, count);
  };
  const costOf = (rows: Uint32Array, at: number, count: number) =>
    lossOf(rows, at, count) + penaltyOf(settings, network.weights, network.spans);
  const start = network.weights.slice();
  const losses = [lossOf(probe, 0, probe.length)];
  let overshot = 0;
  for (let i = 0; i < STEPS; i++) {
    const { rows, at, count } = copy.nextBatch();
    const batch = rows.slice(at, at + count);
    const cost = costOf(batch, 0, count);
    copy.step();
    if (!(costOf(batch, 0, count) <= cost)) overshot++;
    losses.push(lossOf(probe, 0, probe.length));
  }
  for (let i = 0; i < start.length; i++)
    network.weights[i] = start[i]! + FAR * (network.weights[i]! - start[i]!);
  const far = lossOf(probe, 0, probe.length);
  return {
    steps: STEPS,
    overshot: overshot / STEPS,
    unrest: unrestOf(losses),
    before: losses[0]!,
    after: losses.at(-1)!,
    far,
  };
}

function doubtfulShare(network: DenseNetwork, held: DenseExamples, classes: number): number {
  const units = network.outputs;
  const y = network.forwardRange(held.inputs, 0, held.count);
  const probabilities = new Float64Array(held.count * classes);
  const labels = new Uint8Array(held.count);
  for (let i = 0; i < held.count; i++) {
    labels[i] = answeredClass(held.targets, i * units, units);
    if (units === 1) {
      probabilities[i * 2] = 1 - y[i]!;
      probabilities[i * 2 + 1] = y[i]!;
    } else for (let k = 0; k < classes; k++) probabilities[i * classes + k] = y[i * units + k]!;
  }
  return doubtfulExamples(probabilities, labels, classes).length / held.count;
}

/** At most `most` examples, evenly chosen. */
function everyNth({ count }: DenseExamples, most: number): Uint32Array {
  const taken = Math.min(count, most);
  return Uint32Array.from({ length: taken }, (_, i) => Math.floor((i * count) / taken));
}
