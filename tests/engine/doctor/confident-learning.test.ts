import { expect, it } from 'vitest';
import { doubtfulExamples } from '@/engine/doctor/confident-learning';

it('doubts an example that is sure to be another label, and no other', () => {
  const probabilities = [0.9, 0.1, 0.8, 0.2, 0.1, 0.9, 0.2, 0.8, 0.05, 0.95];
  // The last one carries label 0 and looks like 1.
  expect(doubtfulExamples(probabilities, [0, 0, 1, 1, 0], 2)).toEqual([4]);
});

it('leaves an example alone of which the network only is not sure', () => {
  expect(doubtfulExamples([0.9, 0.1, 0.4, 0.6, 0.1, 0.9], [0, 0, 1], 2)).toEqual([]);
});

it('never takes an example for a label that none carries', () => {
  expect(doubtfulExamples([0.1, 0.1, 0.8, 0.1, 0.8, 0.1], [0, 1], 3)).toEqual([]);
});
