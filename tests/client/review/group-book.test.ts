import { expect, test } from 'vitest';
import { groupStart } from '@/client/classes/group-start';
import { groupBook } from '@/client/review/group-book';
import { LESSONS } from '@/lessons/registry';

const record = (studentId: string, runs: number) => ({
  ...{ studentId, runs, time: runs * 1000, best: null },
  guesses: { made: 0, right: 0 },
});

test('a group’s book has a row a student and a column a lesson, and sums up what a student did', () => {
  const book = groupBook(
    {
      ...{ id: 'g', name: '7b', code: 'ABCDEF', archived: false },
      sittings: [
        {
          ...{ id: 'one', lessonId: 'perceptron', phase: 'ended', at: 1 },
          records: [record('ada', 2), record('ben', 1)],
        },
        { id: 'two', lessonId: 'of another version', phase: 'live', at: 2, records: [record('ada', 3)] },
      ],
      students: ['ada', 'ben'].map((id) => ({
        ...{ id, nickname: id, mark: { colour: 0, glyph: 0 } },
        membership: 'in' as const,
      })),
    },
    'en',
  );
  expect(book.lessons).toEqual([
    { id: 'one', title: 'The simple perceptron', running: false, at: 1 },
    { id: 'two', title: null, running: true, at: 2 },
  ]);
  expect(book.students.map(({ runs, time, records }) => [runs, time, Object.keys(records)])).toEqual([
    [5, 5000, ['one', 'two']],
    [1, 1000, ['one']],
  ]);
});

test('what comes next in a group follows the last lesson in the curriculum', () => {
  const [first, second] = LESSONS.map(({ id }) => id);
  const group = { id: 'g', name: '7b' };
  const sitting = (lessonId: string, phase = 'ended', createdAt = 1) => ({ lessonId, phase, createdAt });
  expect(groupStart(group, []).nextLessonId).toBe(first);
  const started = groupStart(group, [sitting(first!), sitting(first!, 'live', 7)]);
  expect(started).toEqual({ ...group, openLessonId: first, held: { [first!]: 7 }, nextLessonId: second });
  expect(groupStart(group, [sitting(LESSONS.at(-1)!.id)]).nextLessonId).toBeNull();
  expect(groupStart(group, [sitting('of another version')]).nextLessonId).toBeNull();
});
