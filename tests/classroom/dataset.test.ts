import { describe, expect, test } from 'vitest';
import { datasetOf, isOnClassPictures } from '@/classroom/dataset';
import { viewForStudent, viewForTeacher } from '@/classroom/view';
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
    expect(isOnClassPictures(aClass({ dataset: 'fashion' }), { dataset: 'digits' })).toBe(false);
    expect(isOnClassPictures(aClass({ dataset: 'fashion' }), { dataset: 'fashion' })).toBe(true);
    expect(isOnClassPictures(aClass(), { dataset: 'fashion' })).toBe(false);
    expect(isOnClassPictures(aClass({ lessonId: 'perceptron' }), { dataset: 'digits' })).toBe(true);
  });
});
