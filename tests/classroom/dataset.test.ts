import { describe, expect, test } from 'vitest';
import { datasetOf, isOfClass } from '@/classroom/dataset';
import { viewForStudent, viewForTeacher } from '@/classroom/view';
import { EXPERIMENT, POINTS_EXPERIMENT } from '@/people/sample-run';
import { aClass, idOf, withStudents } from './made-states';

describe('what a class trains on', () => {
  test('is what its lesson says, unless the teacher chose otherwise', () => {
    expect(datasetOf(aClass())).toBe('digits');
    expect(datasetOf(aClass({ dataset: 'fashion' }))).toBe('fashion');
    expect(datasetOf(aClass({ lessonId: 'training-loop', dataset: 'fashion' }))).toBe('fashion');
  });

  test('is nothing in a lesson that trains no pictures, or that this version does not have', () => {
    expect(datasetOf(aClass({ lessonId: 'perceptron', dataset: 'fashion' }))).toBeNull();
    expect(datasetOf(aClass({ lessonId: 'gone' }))).toBeNull();
  });

  test('is told to everybody in it', () => {
    const state = withStudents(aClass({ dataset: 'fashion' }), 'Ada');
    expect(viewForTeacher(state).class.dataset).toBe('fashion');
    expect(
      viewForStudent(state, idOf(1))?.class.dataset ?? viewForStudent(state, idOf(0))?.class.dataset,
    ).toBe('fashion');
  });

  test('I9: runs on other pictures are not its own', () => {
    const clothes = { ...EXPERIMENT, dataset: 'fashion' } as const;
    expect(isOfClass(aClass({ dataset: 'fashion' }), EXPERIMENT)).toBe(false);
    expect(isOfClass(aClass({ dataset: 'fashion' }), clothes)).toBe(true);
    expect(isOfClass(aClass(), clothes)).toBe(false);
    expect(isOfClass(aClass({ lessonId: 'perceptron' }), EXPERIMENT)).toBe(true);
  });

  test('runs on points belong to classes whose lesson has a bench for them', () => {
    expect(isOfClass(aClass({ lessonId: 'neural-networks' }), POINTS_EXPERIMENT)).toBe(true);
    expect(isOfClass(aClass(), POINTS_EXPERIMENT)).toBe(false);
    expect(isOfClass(aClass({ lessonId: 'gone' }), POINTS_EXPERIMENT)).toBe(false);
  });
});
