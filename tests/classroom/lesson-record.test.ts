import { describe, expect, it } from 'vitest';
import { lessonRecords } from '@/classroom/lesson-record';
import type { RunSummary } from '@/protocol/run';
import { aClass, aScore, decided, idOf, SERVER, TEACHER, withStudents } from './made-states';

const aRun = (student: number, accuracy: number | null, seconds: number): RunSummary => ({
  id: `run-${student}-${seconds}`,
  studentId: idOf(student),
  experiment: aScore(student, 0).experiment,
  backend: 'wasm',
  state: 'finished',
  createdAt: 0,
  updatedAt: 1_000_000,
  highWater: 1,
  pointCount: 1,
  last: {
    ...{ step: 1, epoch: 1, loss: 1, validationLoss: null, examplesPerSecond: 1 },
    ...{ accuracy: 1, validationAccuracy: accuracy },
  },
  report: { confusion: [], seconds },
  verifiedAccuracy: null,
});

describe('what each student did in a class', () => {
  const live = decided(withStudents(aClass(), 'Ada', 'Ben', 'Cleo'), { type: 'class:begin' }, TEACHER);
  const absent = {
    ...live.students,
    [idOf(3)]: { ...live.students[idOf(3)]!, membership: 'absent' as const },
  };
  const state = decided(
    { ...live, students: absent },
    { type: 'score:record', score: aScore(1, 0.9, { privateAccuracy: 0.8 }) },
    SERVER,
  );

  it('counts what the server checked before what was only trained, and the hidden half at the end', () => {
    const runs = [aRun(1, 0.99, 2), aRun(1, 0.5, 3), aRun(2, 0.6, 4), aRun(2, 0.7, 5)];
    expect(lessonRecords(state, runs)).toEqual([
      {
        studentId: idOf(1),
        best: { shown: { kind: 'share', amount: 0.9, of: null }, checked: true },
        runs: 2,
        time: 5_000,
        guesses: { made: 0, right: 0 },
      },
      {
        studentId: idOf(2),
        best: { shown: { kind: 'share', amount: 0.7, of: null }, checked: false },
        runs: 2,
        time: 9_000,
        guesses: { made: 0, right: 0 },
      },
    ]);
    const [ada] = lessonRecords({ ...state, phase: 'ended' }, runs);
    expect(ada!.best!.shown.amount).toBe(0.8);
  });

  it('leaves out who was absent, and keeps who did something and was removed', () => {
    const ids = (of: typeof state, runs: RunSummary[] = []) =>
      lessonRecords(of, runs).map(({ studentId }) => studentId);
    expect(ids(state)).toEqual([idOf(1), idOf(2)]);
    const removed = decided(state, { type: 'student:remove', studentId: idOf(2) }, TEACHER);
    expect(ids(removed)).toEqual([idOf(1)]);
    expect(ids(removed, [aRun(2, null, 1)])).toEqual([idOf(1), idOf(2)]);
    expect(lessonRecords(removed, [aRun(2, null, 1)])[1]!.best).toMatchObject({ checked: false });
  });

  it('counts guesses and those that came true', () => {
    const lesson = decided(
      withStudents(aClass({ lessonId: 'gradient-descent' }), 'Ada'),
      { type: 'class:begin' },
      TEACHER,
    );
    const guess = { studentId: idOf(1), committedAt: 1, cameTrueAt: 2 };
    const predictions = {
      a: { ...guess, stepId: 'a', choice: 0, outcome: 0 },
      b: { ...guess, stepId: 'b', choice: 1, outcome: 0 },
      c: { ...guess, stepId: 'c', choice: 2, outcome: null, cameTrueAt: null },
    };
    expect(lessonRecords({ ...lesson, predictions }, [])[0]!.guesses).toEqual({ made: 3, right: 1 });
  });
});
