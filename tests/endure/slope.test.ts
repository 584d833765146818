import { expect, it } from 'vitest';
import { slopeOf } from './slope';

it('finds a straight line to the end, and says how sure it is of a crooked one', () => {
  const straight = slopeOf([1, 3, 5, 7, 9]);
  expect(straight.each).toBeCloseTo(2);
  expect(straight.to - straight.from).toBeCloseTo(0);
  // By hand: slope 0.8, residual variance 2.8 / 3 over a spread of 10, t(3) = 3.18.
  const crooked = slopeOf([1, 2, 3, 2, 5]);
  expect(crooked.each).toBeCloseTo(0.8);
  expect(crooked.to - crooked.each).toBeCloseTo(3.18 * Math.sqrt(2.8 / 3 / 10), 2);
});
