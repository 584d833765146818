import { describe, expect, it } from 'vitest';
import type { SetUp } from '@/protocol/set-up';
import { aClass, aStudent, change } from './made-things';
import type { Subject } from './store-contract';

export function describeSetUps(subject: Subject): void {
  describe('set-ups that were handed', () => {
    it('are given back as they were saved, and replaced as a whole', async () => {
      const { store } = subject;
      const ann = aStudent('Ann');
      const before = { ...aClass(), students: { [ann.id]: ann } };
      await store.createClass(before);
      const forAll: SetUp = {
        id: 'e'.repeat(32),
        stepId: 'train',
        handedAt: 1_700_000_000_791,
        to: null,
        works: [{ name: 'draft', text: '{"a":"花"}' }],
      };
      const forAnn: SetUp = { ...forAll, id: 'f'.repeat(32), to: [ann.id] };
      const first = change(before, { setUps: [forAll, forAnn] });
      expect(await store.saveClass(before, first)).toBe('saved');
      expect(await store.loadClass(before.id)).toEqual(first);
      const second = change(first, { setUps: [forAnn] });
      expect(await store.saveClass(first, second)).toBe('saved');
      expect(await store.loadClass(before.id)).toEqual(second);
      const none = change(second, { setUps: [] });
      expect(await store.saveClass(second, none)).toBe('saved');
      expect((await store.loadClass(before.id))!.setUps).toEqual([]);
    });
  });
}
