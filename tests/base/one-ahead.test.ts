import { expect, test } from 'vitest';
import { oneAhead } from '@/base/one-ahead';

/** Numbers from 1, which say when they are asked for and when nobody asks any more. */
async function* counted(most: number, told: string[]) {
  try {
    for (let i = 1; i <= most; i += 1) {
      told.push(`made ${i}`);
      yield i;
    }
  } finally {
    told.push('ended');
  }
}

test('the next piece is made while one is in use, and each comes once and in order', async () => {
  const told: string[] = [];
  for await (const piece of oneAhead(counted(3, told))) told.push(`used ${piece}`);
  expect(told).toEqual(['made 1', 'made 2', 'used 1', 'made 3', 'used 2', 'ended', 'used 3']);
});

test('whoever stops early ends the source, and what fails fails in its turn', async () => {
  const told: string[] = [];
  for await (const piece of oneAhead(counted(9, told))) if (piece === 2) break;
  expect(told.at(-1)).toBe('ended');
  const seen: number[] = [];
  const failing = async () => {
    for await (const piece of oneAhead(failAfter(2))) seen.push(piece);
  };
  await expect(failing()).rejects.toThrow('no more');
  expect(seen).toEqual([1, 2]);
});

async function* failAfter(most: number) {
  for (let i = 1; i <= most; i += 1) yield i;
  throw new Error('no more');
}
