import { expect, test } from 'vitest';
import { tickDecimals } from '@/client/charts/plot/tick-decimals';

test.each([
  [[], 0],
  [[0, 1, 2], 0],
  [[0, 0.5, 1], 1],
  [[0, 0.25, 0.5, 0.75], 2],
  // As they come out of sums of tenths.
  [[0, 0.1, 0.2, 0.1 + 0.2], 1],
  [[0, 1 / 3], 4],
])('of %j every value has %i decimals', (values, decimals) => {
  expect(tickDecimals(values)).toBe(decimals);
});
