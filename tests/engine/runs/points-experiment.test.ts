import { describe, expect, test } from 'vitest';
import { PlaygroundTraining } from '@/engine/playground/playground-training';
import { DEFAULT_SETUP, type PlaygroundSetup } from '@/engine/playground/setup';
import { isPossible, pointsSetup, setupText } from '@/engine/runs/points-experiment';
import { stepsPerEpochOfRun, weightsOfRun } from '@/engine/runs/run-sizes';
import { readRunWeights, weightBytesOfRun } from '@/engine/runs/run-weights';
import { EXPERIMENT, POINTS_EXPERIMENT, POINTS_WEIGHTS, WEIGHTS } from '@/people/sample-run';
import type { PointsExperiment } from '@/protocol/experiment';

/** The experiment of a training, as its bench tells it. */
function experimentOf(setup: PlaygroundSetup): PointsExperiment {
  const { train } = new PlaygroundTraining(setup).points;
  return { kind: 'points', setup: setupText(setup), classes: train.classes, examples: train.labels.length };
}

describe('the experiment of a run on points', () => {
  test('says of each of a few trainings what the training itself says', () => {
    for (const given of [
      {},
      { points: 'three-spiral', hidden: [], features: ['x1', 'x2', 'sin-x1'], batchSize: 7, pointCount: 33 },
      { points: 'hills', hidden: [8, 8, 8], trainShare: 0.9 },
    ] as const) {
      const setup: PlaygroundSetup = { ...DEFAULT_SETUP, ...given };
      const training = new PlaygroundTraining(setup);
      const experiment = experimentOf(setup);
      expect(isPossible(experiment)).toBe(true);
      expect(weightsOfRun(experiment)).toBe(training.weightCount);
      expect(stepsPerEpochOfRun(experiment)).toBe(training.stepsPerEpoch);
      expect(pointsSetup(experiment)).toEqual(setup);
    }
  });

  test('is the same text however the bench was looked at, and whenever it was to stop', () => {
    const stop = { steps: 100, lossBelow: null, accuracyAtLeast: 0.9 };
    expect(setupText({ ...DEFAULT_SETUP, showTest: true, hide: ['seed'], stop })).toBe(
      setupText(DEFAULT_SETUP),
    );
  });

  test('is impossible where a field is missing, unknown or out of its bounds, or where its points are others', () => {
    const { setup } = POINTS_EXPERIMENT;
    const of = (given: Partial<PointsExperiment>) => isPossible({ ...POINTS_EXPERIMENT, ...given });
    expect(of({})).toBe(true);
    expect(of({ setup: setup.replace('hidden=4,2', 'hidden=4,99') })).toBe(false);
    expect(of({ setup: `${setup}&more=1` })).toBe(false);
    expect(of({ setup: setup.replace('&seed=1', '') })).toBe(false);
    expect(of({ setup: setup.replace('rate=0.03', 'rate=3e-2') })).toBe(false);
    expect(of({ setup: setup.replace('features=x1,x2', 'features=x1,x3') })).toBe(false);
    expect(of({ classes: 3 })).toBe(false);
    expect(of({ setup: setup.replace('points=circle', 'points=own'), classes: 5 })).toBe(true);
    expect(of({ setup: setup.replace('points=circle', 'points=own'), classes: 1 })).toBe(false);
  });

  test('has weights of exactly the length of its network, as one on pictures has', () => {
    expect(weightBytesOfRun(POINTS_EXPERIMENT)).toBe(4 * POINTS_WEIGHTS);
    expect(weightBytesOfRun(EXPERIMENT)).toBe(4 * WEIGHTS);
    expect(readRunWeights(POINTS_EXPERIMENT, new Uint8Array(4 * POINTS_WEIGHTS))).toHaveLength(
      POINTS_WEIGHTS,
    );
    expect(readRunWeights(POINTS_EXPERIMENT, new Uint8Array(4 * WEIGHTS))).toBe('wrong-length');
  });
});
