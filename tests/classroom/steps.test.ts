import { describe, expect, it } from 'vitest';
import { challengeOfClass } from '@/classroom/challenge';
import { decide } from '@/classroom/decide';
import { poolKindOf } from '@/classroom/pool';
import { nextSitting } from '@/classroom/sittings';
import { type ClassState, createClass } from '@/classroom/state';
import { stepsOf } from '@/classroom/steps';
import { viewForScreen, viewForStudent, viewForTeacher } from '@/classroom/view';
import { choiceOfSteps, chosenSteps } from '@/lessons/chosen-steps';
import { findLesson, LESSONS } from '@/lessons/registry';
import { LIMITS } from '@/protocol/limits';
import { aClass, asStudent, context, decided, idOf, NOW, TEACHER, withStudents } from './made-states';

const lesson = findLesson('perceptron')!;
const ids = lesson.steps.map(({ id }) => id);
const chosen = (steps: readonly string[]): ClassState =>
  aClass({ lessonId: lesson.id, steps, phase: 'live', startedAt: NOW });

describe('a choice of steps', () => {
  it('is one of the lesson’s steps, each once, and none where it is all of them in order', () => {
    expect(choiceOfSteps(lesson.steps, ids)).toBeNull();
    expect(choiceOfSteps(lesson.steps, [...ids].reverse())).toEqual([...ids].reverse());
    expect(choiceOfSteps(lesson.steps, ['xor', 'weigh'])).toEqual(['xor', 'weigh']);
    for (const wrong of [[], ['xor', 'xor'], ['xor', 'nonsense'], ['__proto__']])
      expect(choiceOfSteps(lesson.steps, wrong)).toBeUndefined();
  });

  it('of an earlier version leaves out what there is no more', () => {
    expect(chosenSteps(lesson.steps, ['gone', 'line']).map(({ id }) => id)).toEqual(['line']);
    expect(chosenSteps(lesson.steps, ['gone'])).toBe(lesson.steps);
  });

  it('is what the class goes through, in that order', () => {
    const state = chosen(['xor', 'weigh']);
    expect(stepsOf(state).map(({ id }) => id)).toEqual(['xor', 'weigh']);
    expect(decided(state, { type: 'step:next' }, TEACHER).stepIndex).toBe(1);
    expect(decide(state, { type: 'step:go', index: 2 }, TEACHER, context())).toMatchObject({
      code: 'no-such-step',
    });
    expect(viewForTeacher(state).class.steps).toEqual(['xor', 'weigh']);
  });

  it('decides where guesses are taken, what is handed in and what is gathered', () => {
    const guess = { type: 'prediction:commit', stepId: 'xor', choice: 1 } as const;
    const withXor = withStudents(chosen(['challenge', 'xor']), 'Ada');
    expect(viewForStudent(decided(withXor, guess, asStudent(1)), idOf(1))!.predictions).toHaveLength(1);
    const without = withStudents(chosen(['weigh', 'line']), 'Ada');
    expect(decide(without, guess, asStudent(1), context())).toMatchObject({ code: 'no-prediction' });
    expect([challengeOfClass(withXor), challengeOfClass(without)]).toEqual(['gates', null]);
    const ours = aClass({ lessonId: 'handwritten-digits' });
    expect(poolKindOf(ours)).toBe('digits');
    expect(poolKindOf({ ...ours, steps: ['look', 'train'] })).toBeNull();
    const gpu = withStudents(aClass({ lessonId: 'gpu', steps: ['class'], phase: 'live' }), 'Ada');
    expect(viewForStudent(gpu, idOf(1))!.devices).toBeNull();
  });

  it('shows nobody a board where nothing is left to be ranked', () => {
    const boardOf = (state: ClassState) => viewForStudent(withStudents(state, 'Ada'), idOf(1))!.board;
    expect(boardOf(chosen(['weigh', 'line']))).toBeNull();
    expect(boardOf(chosen(['challenge', 'line']))).not.toBeNull();
    // Weights are handed in at any step of a lesson that trains pictures.
    expect(boardOf(aClass({ steps: ['look'], phase: 'live' }))).not.toBeNull();
    expect(viewForScreen(chosen(['weigh'])).board).toBeNull();
  });

  it('is made with the class, and is not handed on to the next sitting', () => {
    const group = { id: 'g', code: 'ABCDEF', name: '7b', teacherId: 'teacher', coOwners: [] };
    const made = { id: 'c2', lessonId: 'perceptron', dataset: null, maxStudents: 40 };
    const last = createClass({ ...made, id: 'c1', code: 'ABCDEF', teacherId: 't', steps: ['xor'] }, NOW);
    const next = (steps?: readonly string[]) =>
      nextSitting({ ...group, createdAt: NOW, archivedAt: null, version: 1 }, { ...made, steps }, last, NOW);
    expect(next().steps ?? null).toBeNull();
    expect(next(['line']).steps).toEqual(['line']);
  });

  it('has room for every lesson', () => {
    for (const { steps } of LESSONS) expect(steps.length).toBeLessThanOrEqual(LIMITS.stepsPerLesson);
  });
});
