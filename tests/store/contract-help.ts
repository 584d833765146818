import { describe, expect, it } from 'vitest';
import type { HelpCall } from '@/protocol/help-call';
import { aClass, aStudent, change } from './made-things';
import type { Subject } from './store-contract';

const AT = 1_700_000_000_791;

function aCall(studentId: string, number: number, given: Partial<HelpCall> = {}): HelpCall {
  return {
    studentId,
    number,
    kind: 'need',
    askedAt: AT + number,
    partnerId: null,
    pairedAt: null,
    endedAt: null,
    before: { activity: 'stuck', finding: 'dead-units', result: 0.25 },
    after: null,
    ...given,
  };
}

export function describeHelp(subject: Subject): void {
  describe('calls for help', () => {
    const [ann, ben] = [aStudent('Ann'), aStudent('Ben')];

    it('are given back as they were saved, and go with the student', async () => {
      const { store } = subject;
      const before = { ...aClass(), students: { [ann.id]: ann, [ben.id]: ben } };
      await store.createClass(before);
      const first = change(before, {
        helps: {
          [`${ann.id} 1`]: aCall(ann.id, 1),
          [`${ben.id} 1`]: aCall(ben.id, 1, { kind: 'can', askedAt: AT + 9 }),
        },
      });
      expect(await store.saveClass(before, first)).toBe('saved');
      expect(await store.loadClass(before.id)).toEqual(first);
      const over = aCall(ann.id, 1, {
        partnerId: ben.id,
        pairedAt: AT + 20,
        endedAt: AT + 30,
        after: { activity: 'training', finding: null, result: null },
      });
      const second = change(first, { helps: { ...first.helps, [`${ann.id} 1`]: over } });
      expect(await store.saveClass(first, second)).toBe('saved');
      expect(await store.loadClass(before.id)).toEqual(second);
      await store.deleteStudent(before.id, ann.id);
      expect(Object.keys((await store.loadClass(before.id))!.helps)).toEqual([`${ben.id} 1`]);
    });
  });
}
