import { describe, expect, test } from 'vitest';
import { type UnitsQuestion, unitsOutcome } from '@/client/benches/playground/model/units-question';
import { PlaygroundTraining } from '@/engine/playground/playground-training';
import { parseSetup } from '@/engine/playground/setup-link';
import { neuralNetworks } from '@/lessons/neural-networks/lesson';

const question: UnitsQuestion = { testAccuracy: 0.95, choices: [2, 3, 4, 5] };
const outcome = (hidden: number[], testAccuracy: number | null = 0.96, training = true) =>
  unitsOutcome(question, { hidden, training, testAccuracy });

describe('with how many hidden units a network gets there', () => {
  test('is the choice of that number, over all layers; the last stands for more', () => {
    expect([[2], [3], [2, 2], [5], [8, 8]].map((hidden) => outcome(hidden))).toEqual([0, 1, 2, 3, 3]);
  });
  test('is told by a training alone, and only once it is there', () => {
    expect(outcome([3], 0.949)).toBeNull();
    expect(outcome([3], null)).toBeNull();
    expect(outcome([3], 0.96, false)).toBeNull();
    expect(outcome([1])).toBeNull();
  });
});

test('what the step says of XOR is so: one unit and two never get there, more do', {
  timeout: 60_000,
}, () => {
  const step = neuralNetworks.steps.find(({ id }) => id === 'xor')!;
  if (step.bench !== 'playground') throw new Error('not on the playground');
  const { setup } = parseSetup(step.options.setup);
  const best = (units: number) => {
    const training = new PlaygroundTraining({ ...setup, hidden: [units] });
    let most = 0;
    while (training.steps < 5_000) {
      training.advance(10);
      most = Math.max(most, training.standing().testAccuracy!);
    }
    return most;
  };
  expect(setup.hidden).toEqual([1]);
  expect(best(1)).toBeLessThan(0.8);
  expect(best(2)).toBeGreaterThan(0.9);
  expect(best(2)).toBeLessThan(0.95);
  expect(best(3)).toBeGreaterThan(0.95);
  expect(best(4)).toBeGreaterThan(0.98);
});
