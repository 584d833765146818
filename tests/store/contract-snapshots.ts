import { describe, expect, it } from 'vitest';
import type { Snapshot } from '@/protocol/snapshot';
import { aClass, aStudent, change } from './made-things';
import type { Subject } from './store-contract';

export function describeSnapshots(subject: Subject): void {
  describe('snapshots', () => {
    const [ann, ben] = [aStudent('Ann'), aStudent('Ben')];
    const aSnapshot = (id: string, studentId: string): Snapshot => ({
      id: id.repeat(32),
      studentId,
      stepId: 'train',
      takenAt: 1_700_000_000_791,
      caption: '',
      named: false,
      works: [{ name: 'draft', text: '{"a":"花"}' }],
    });

    it('are given back in their order, changed without what is in them, and go with the student', async () => {
      const { store } = subject;
      const before = { ...aClass(), students: { [ann.id]: ann, [ben.id]: ben } };
      await store.createClass(before);
      const [one, two, three] = [aSnapshot('a', ann.id), aSnapshot('b', ben.id), aSnapshot('c', ann.id)];
      const first = change(before, { snapshots: [one, two, three] });
      expect(await store.saveClass(before, first)).toBe('saved');
      expect(await store.loadClass(before.id)).toEqual(first);
      const named = { ...three, caption: '一本の線', named: true };
      const second = change(first, { snapshots: [named, one, two] });
      expect(await store.saveClass(first, second)).toBe('saved');
      expect(await store.loadClass(before.id)).toEqual(second);
      const third = change(second, { snapshots: [named, two] });
      expect(await store.saveClass(second, third)).toBe('saved');
      expect(await store.loadClass(before.id)).toEqual(third);
      await store.deleteStudent(before.id, ann.id);
      expect((await store.loadClass(before.id))!.snapshots).toEqual([two]);
    });
  });
}
