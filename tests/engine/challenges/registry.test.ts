import { expect, test, vi } from 'vitest';
import { findChallenge, partsOfChallenge } from '@/engine/challenges/registry';
import { CHALLENGES } from '@/protocol/challenge';

test('the parts of every challenge are told without fetching what only checking needs', async () => {
  const fetched = vi
    .spyOn(globalThis, 'fetch')
    .mockRejectedValue(new TypeError('no such address on a server'));
  for (const id of CHALLENGES) {
    const parts = await partsOfChallenge(id, 7);
    expect(parts?.length, id).toBeGreaterThan(0);
    expect(await partsOfChallenge(id, 7), id).toEqual(parts);
  }
  expect(fetched).not.toHaveBeenCalled();
  // The control: the clothes, which decide lesson 1's challenge for one person alone, are fetched where it is checked.
  await expect(findChallenge('pool')).rejects.toThrow('no such address');
  fetched.mockRestore();
});
