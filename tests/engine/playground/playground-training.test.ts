import { describe, expect, test } from 'vitest';
import { cellCentre, featurePicture, PlanePictures } from '@/engine/playground/pictures';
import { PlaygroundTraining } from '@/engine/playground/playground-training';
import { scoreWeights } from '@/engine/playground/score-weights';
import { DEFAULT_SETUP, type PlaygroundSetup } from '@/engine/playground/setup';
import { drawPoints } from '@/engine/points/generators';
import { createRandom } from '@/engine/random';

function training(change: Partial<PlaygroundSetup> = {}) {
  return new PlaygroundTraining({ ...DEFAULT_SETUP, ...change });
}

const none = DEFAULT_SETUP.stop;

describe('the 2-D training', () => {
  test.each([
    ['circle', {}],
    ['xor', {}],
    ['gaussians', {}],
    ['moons', { learningRate: 0.1, hidden: [8] }],
    ['spiral', { hidden: [16, 16], optimizer: 'adam', learningRate: 0.01 }],
    ['three-gaussians', {}],
    ['four-gaussians', {}],
    ['three-spiral', { hidden: [16, 16], optimizer: 'adam', learningRate: 0.01 }],
  ] as const)('learns %s', (points, change) => {
    const subject = training({ points, ...change });
    subject.advance(6000);
    const { testAccuracy, confusion } = subject.standing();
    expect(testAccuracy).toBeGreaterThan(0.93);
    expect(confusion!.flat().reduce((sum, n) => sum + n, 0)).toBe(200);
  });

  test.each(['plane', 'hills'] as const)('learns the values of %s', (points) => {
    const subject = training({ points, hidden: [12, 12], optimizer: 'adam', learningRate: 0.01 });
    subject.advance(6000);
    const { testLoss, testAccuracy } = subject.standing();
    expect(testLoss).toBeLessThan(0.02);
    expect(testAccuracy).toBeNull();
  });

  test('I11: rewinding leads the same way again; another seed another', () => {
    const subject = training();
    subject.advance(300);
    const first = subject.state();
    subject.rewind();
    expect(subject.steps).toBe(0);
    subject.advance(300);
    expect(subject.state()).toEqual(first);
    const other = training({ seed: 2 });
    other.advance(300);
    expect(other.state().weights).not.toEqual(first.weights);
  });

  test('stops by itself at steps, loss and accuracy, and goes on when asked', () => {
    const byStep = training({ stop: { ...none, steps: 123 } });
    expect(byStep.advance(1000)).toBe('steps');
    expect(byStep.steps).toBe(123);
    byStep.passOver('steps');
    expect(byStep.advance(10)).toBeNull();
    byStep.rewind();
    expect(byStep.advance(1000)).toBe('steps');
    const byLoss = training({ stop: { ...none, lossBelow: 0.3 } });
    expect(byLoss.advance(100_000)).toBe('loss');
    expect(byLoss.standing().trainLoss).toBeLessThan(0.3);
    const byAccuracy = training({ stop: { ...none, accuracyAtLeast: 0.9 } });
    expect(byAccuracy.advance(100_000)).toBe('accuracy');
    // Where it stops does not depend on how it is cut into slices.
    const sliced = training({ stop: { ...none, accuracyAtLeast: 0.9 } });
    while (sliced.advance(7) === null);
    expect(sliced.steps).toBe(byAccuracy.steps);
  });

  test('says that it diverged', () => {
    const subject = training({ points: 'plane', activation: 'relu', learningRate: 10 });
    subject.advance(200);
    expect(subject.stopReason(subject.standing())).toBe('diverged');
  });

  test('a weight set by hand counts; a value that is no number does not', () => {
    const subject = training();
    subject.setWeight(3, 1.5);
    expect(subject.dense.weights[3]).toBe(1.5);
    expect(() => subject.setWeight(3, Number.NaN)).toThrow(RangeError);
    expect(() => subject.setWeight(999, 1)).toThrow(RangeError);
  });

  test('the rate can be changed on the way', () => {
    const subject = training();
    subject.adjust({ learningRate: 0 });
    const before = subject.state().weights;
    subject.advance(5);
    expect(subject.state().weights).toEqual(before);
  });
});

describe('pictures of the plane', () => {
  test('begin at the top left and show what the network answers there', () => {
    expect(cellCentre(0, 4)).toEqual({ x: -4.5, y: 4.5 });
    expect(cellCentre(15, 4)).toEqual({ x: 4.5, y: -4.5 });
    expect([...featurePicture('x1-x2', 2)]).toEqual([-9, 9, 9, -9]);
    const subject = training({ points: 'three-gaussians', hidden: [3] });
    const pictures = new PlanePictures(10, subject.setup.features);
    const surface = pictures.surface(subject.dense);
    const units = pictures.units(subject.dense);
    expect(surface).toHaveLength(300);
    expect(units).toHaveLength(300);
    for (const cell of [0, 17, 99]) {
      const { x, y } = cellCentre(cell, 10);
      const answers = subject.dense.forwardRange(Float64Array.of(x, y), 0, 1);
      for (let k = 0; k < 3; k++) {
        expect(surface[cell * 3 + k]).toBeCloseTo(answers[k]!, 6);
        expect(units[k * 100 + cell]).toBeCloseTo(subject.dense.outputsOf(0)[k]!, 6);
      }
    }
  });
});

describe('handed-in weights', () => {
  test('are scored on hidden points; wrong ones are refused', () => {
    const subject = training({ points: 'xor' });
    subject.advance(5000);
    const hidden = drawPoints('xor', 500, 0, createRandom(99));
    const weights = Float32Array.from(subject.dense.weights);
    const score = scoreWeights(subject.setup, weights, hidden, 100);
    expect(score).toMatchObject({ ok: true, weightCount: 25 });
    if (score.ok) expect(score.accuracy).toBeGreaterThan(0.9);
    expect(scoreWeights(subject.setup, weights, hidden, 24)).toEqual({
      ok: false,
      fault: 'too-many-weights',
    });
    expect(scoreWeights(subject.setup, weights.subarray(1), hidden, 100)).toMatchObject({
      fault: 'wrong-weight-count',
    });
    weights[5] = Number.NaN;
    expect(scoreWeights(subject.setup, weights, hidden, 100)).toMatchObject({ fault: 'not-finite' });
  });
});
