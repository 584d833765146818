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
      const withWeights = change(second, { setUps: [{ ...forAnn, weights: 'c'.repeat(64) }] });
      expect(await store.saveClass(second, withWeights)).toBe('saved');
      expect(await store.loadClass(before.id)).toEqual(withWeights);
      const none = change(withWeights, { setUps: [] });
      expect(await store.saveClass(withWeights, none)).toBe('saved');
      expect((await store.loadClass(before.id))!.setUps).toEqual([]);
    });

    it('have weights beside them, as long as a set-up names them or they were just brought, and none once the class has gone on', async () => {
      const { store } = subject;
      const state = aClass();
      const other = aClass();
      await store.createClass(state);
      await store.createClass(other);
      const digest = (letter: string) => letter.repeat(64);
      const bring = (letter: string, now: number, classId = state.id) =>
        store.keepHandedWeights(
          { classId, digest: digest(letter), weights: new TextEncoder().encode(letter) },
          [digest('a')],
          now,
        );
      const read = async (letter: string, classId = state.id) => {
        const weights = await store.readHandedWeights(classId, digest(letter));
        return weights && new TextDecoder().decode(weights);
      };
      await bring('a', 1, other.id);
      for (const [now, letter] of [...'abcdef'].entries()) await bring(letter, now + 1);
      // Brought once more, they are among the newest again.
      await bring('d', 9);
      await bring('d', 9);
      const all = await Promise.all([...'abcdef'].map((letter) => read(letter)));
      expect(all).toEqual(['a', null, 'c', 'd', 'e', 'f']);
      const handed: SetUp = {
        ...{ id: 'e'.repeat(32), stepId: 'train', handedAt: 1, to: null },
        works: [{ name: 'draft', text: '{}' }],
        weights: digest('a'),
      };
      const named = change(state, { setUps: [handed] });
      await store.saveClass(state, named);
      expect(await read('a')).toBe('a');
      await store.saveClass(named, change(named, { setUps: [] }));
      expect([await read('a'), await read('f')]).toEqual([null, null]);
      expect(await read('a', other.id)).toBe('a');
    });
  });
}
