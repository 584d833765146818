import { expect, test } from 'vitest';
import { isUnharmed, rehearseBrowsers } from './rehearse-browsers';

test('I5, I6, I7: a browser that is killed in the middle of a training goes on where it was, with nothing lost or twice', async () => {
  const figures = await rehearseBrowsers(3, 5);
  expect(figures).toMatchObject({ lost: 0, twice: 0, outOfOrder: 0, furtherRuns: 0 });
  expect(figures.acknowledged).toBeGreaterThan(0);
  // One that has forgotten does not: a loss would be seen.
  expect(figures.control.wentOn).toBe(false);
  expect(isUnharmed(figures)).toBe(true);
});
