import { describe, expect, it } from 'vitest';
import { aClass, newId } from './made-things';
import type { Subject } from './store-contract';

export function describeShares(subject: Subject): void {
  describe('links to a class', () => {
    it('are found by their hash, listed, taken back, and go with the class', async () => {
      const { store } = subject;
      const state = aClass();
      await store.createClass(state);
      const share = (named: boolean, madeAt: number) => ({
        ...{ id: newId(), named, madeAt, lastSeenAt: null },
        ...{ classId: state.id, tokenHash: newId().repeat(2) },
      });
      const [one, two] = [share(false, 1), share(true, 2)];
      expect(await store.addShare(one, 2)).toBe(true);
      expect(await store.addShare(two, 2)).toBe(true);
      expect(await store.addShare(share(true, 3), 2)).toBe(false);
      expect((await store.listShares(state.id)).map(({ id, named }) => [id, named])).toEqual([
        [one.id, false],
        [two.id, true],
      ]);
      expect(await store.findShare(one.tokenHash)).toEqual({
        ...{ id: one.id, classId: state.id, named: false, lastSeenAt: null },
      });
      await store.seeShare(one.id, 77);
      expect((await store.findShare(one.tokenHash))?.lastSeenAt).toBe(77);
      // Only by whoever owns the class.
      await store.removeShare(newId(), one.id);
      await store.removeShare(state.id, two.id);
      expect((await store.listShares(state.id)).map(({ id }) => id)).toEqual([one.id]);
      await store.deleteClass(state.id);
      expect(await store.findShare(one.tokenHash)).toBeNull();
    });
  });
}
