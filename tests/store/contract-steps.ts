import { describe, expect, it } from 'vitest';
import { newStepRecord, type StepRecord } from '@/classroom/step-records';
import { aClass, aStudent } from './made-things';
import type { Subject } from './store-contract';

const AT = 1_700_000_000_791;

export function describeSteps(subject: Subject): void {
  describe('how far students came with steps', () => {
    const [ann, ben] = [aStudent('Ann'), aStudent('Ben')];

    it('is given back as it was put down last, and goes with the student', async () => {
      const { store } = subject;
      const state = aClass({ students: { [ann.id]: ann, [ben.id]: ben } });
      await store.createClass(state);
      expect(await store.listStepRecords(state.id)).toEqual([]);
      const first = newStepRecord(ann.id, 'weigh', AT);
      const whole: StepRecord = {
        ...newStepRecord(ben.id, 'line', AT + 1),
        ...{ lastAt: AT + 9, time: 4_321, doneAt: AT + 8, hints: 4, answers: { first: 2, last: 0 } },
        items: [{ what: 'rows', reached: 4, of: 4 }],
        findings: ['overfitting', 'dead-units'],
      };
      await store.saveStepRecords(state.id, [first, whole]);
      expect(await store.listStepRecords(state.id)).toEqual([first, whole]);
      const later = { ...first, lastAt: AT + 20, time: 20 };
      await store.saveStepRecords(state.id, [later]);
      expect(await store.listStepRecords(state.id)).toEqual([later, whole]);
      await store.deleteStudent(state.id, ben.id);
      // What is still on its way of somebody who has been deleted is left out, the others' is kept.
      await store.saveStepRecords(state.id, [whole, first]);
      expect(await store.listStepRecords(state.id)).toEqual([first]);
    });
  });
}
