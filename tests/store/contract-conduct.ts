import { describe, expect, it } from 'vitest';
import type { ClassMessage } from '@/classroom/state';
import { aClass, aStudent, change, newId } from './made-things';
import type { Subject } from './store-contract';

/** How a class is led: its steps, pacing and countdown, and what was said in it. */
export function describeConduct(subject: Subject): void {
  describe('how a class is led', () => {
    const [ann, ben] = [aStudent('Ann'), aStudent('Ben')];
    const made = () => ({ ...aClass(), students: { [ann.id]: ann, [ben.id]: ben } });
    const message = (given: Partial<ClassMessage> = {}): ClassMessage => ({
      id: newId(),
      text: '学習率を 0.1 に！ 👩‍👩‍👧',
      sentAt: 1_700_000_000_500,
      to: { [ann.id]: null, [ben.id]: null },
      ...given,
    });

    it('is given back as it was saved: steps, pacing, countdown', async () => {
      const { store } = subject;
      let before = { ...made(), steps: ['xor', 'weigh'] as readonly string[] };
      await store.createClass(before);
      expect(await store.loadClass(before.id)).toEqual(before);
      for (const given of [
        { pacing: { mode: 'range', first: 0, last: 3 }, countdown: { endsAt: 5e12 } },
        { pacing: { mode: 'free' }, countdown: { left: 10_799_999 } },
        { pacing: { mode: 'teacher' }, countdown: null },
      ] as const) {
        const after = { ...change(before, given), steps: before.steps! };
        expect(await store.saveClass(before, after)).toBe('saved');
        expect(await store.loadClass(before.id)).toEqual(after);
        before = after;
      }
    });

    it('keeps what was said, and when each put it away', async () => {
      const { store } = subject;
      const before = { ...made(), messages: [message()] };
      await store.createClass(before);
      expect(await store.loadClass(before.id)).toEqual(before);
      const toAnn = message({ text: 'Well done', sentAt: 1_700_000_000_501, to: { [ann.id]: null } });
      const second = change(before, { messages: [...before.messages, toAnn] });
      expect(await store.saveClass(before, second)).toBe('saved');
      const [first] = second.messages;
      const away = { ...first!, to: { ...first!.to, [ben.id]: 1_700_000_009_000 } };
      const third = change(second, { messages: [away, toAnn] });
      expect(await store.saveClass(second, third)).toBe('saved');
      expect(await store.loadClass(before.id)).toEqual(third);
    });

    it('forgets with a student what went to that student, and what went to nobody else', async () => {
      const { store } = subject;
      const state = { ...made(), messages: [message(), message({ sentAt: 5e12, to: { [ann.id]: 5e12 } })] };
      await store.createClass(state);
      await store.deleteStudent(state.id, ann.id);
      const [left, ...more] = (await store.loadClass(state.id))!.messages;
      expect(more).toEqual([]);
      expect(left).toEqual({ ...state.messages[0], to: { [ben.id]: null } });
    });

    it('tells nobody who is forgotten in the same moment', async () => {
      const { store } = subject;
      const before = made();
      await store.createClass(before);
      const after = change(before, { students: { [ben.id]: ben }, messages: [message()] });
      expect(await store.saveClass(before, after)).toBe('saved');
      expect((await store.loadClass(before.id))!.messages[0]!.to).toEqual({ [ben.id]: null });
    });
  });
}
