import { describe, expect, it } from 'vitest';
import type { ClassEvent } from '@/protocol/class-event';
import { aClass, aStudent, change, newId, withStudents } from './made-things';
import type { Subject } from './store-contract';

const AT = 1_700_000_000_500;
const event = (index: number, studentId: string | null = null): ClassEvent =>
  studentId === null
    ? { kind: 'step', index, at: AT + index, version: 2, studentId }
    : { kind: 'membership', membership: 'left', at: AT + index, version: 2, studentId };

export function describeHistory(subject: Subject): void {
  describe('the history of a class', () => {
    it('is written with the change that it comes from, or not at all', async () => {
      const { store } = subject;
      const before = aClass();
      await store.createClass(before);
      expect(await store.listEvents(before.id)).toEqual([]);
      const first = change(before, { stepIndex: 1 });
      expect(await store.saveClass(before, first, [event(1), event(0)])).toBe('saved');
      // Somebody else was first.
      expect(await store.saveClass(before, first, [event(5)])).toBe('conflict');
      const second = change(first, { stepIndex: 2 });
      await store.saveClass(first, second, [event(2)]);
      expect(await store.listEvents(before.id)).toEqual([event(1), event(0), event(2)]);
      expect(await store.listEvents(newId())).toEqual([]);
    });

    it('goes with its students and with the class; nobody who is gone has any', async () => {
      const { store } = subject;
      const [ann, ben] = [aStudent('Ann'), aStudent('Ben')];
      const before = aClass();
      await store.createClass(before);
      const joined = withStudents(before, ann, ben);
      // In one commit with the students themselves.
      await store.saveClass(before, joined, [event(1, ann.id), event(2, ben.id), event(3, newId())]);
      await store.addEvents(before.id, [event(4, ben.id), event(5, newId()), event(6)]);
      await store.deleteStudent(before.id, ann.id);
      expect(await store.listEvents(before.id)).toEqual([event(2, ben.id), event(4, ben.id), event(6)]);
      await store.deleteClass(before.id);
      await store.addEvents(before.id, [event(7)]);
      expect(await store.listEvents(before.id)).toEqual([]);
    });
  });
}
