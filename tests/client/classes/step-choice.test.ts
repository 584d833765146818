import { describe, expect, it } from 'vitest';
import { chosenIds, isWhole, moved, toggled, wholeLesson } from '@/client/classes/step-choice';
import { choiceOfSteps } from '@/lessons/chosen-steps';
import { findLesson } from '@/lessons/registry';
import { outlineIn } from '@/lessons/written';

const steps = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

describe('steps that are chosen for a class', () => {
  it('are all of the lesson’s until somebody leaves one out or moves one', () => {
    const whole = wholeLesson(steps);
    expect([chosenIds(whole), isWhole(whole, steps)]).toEqual([['a', 'b', 'c'], true]);
    const without = toggled(whole, 'b');
    expect([chosenIds(without), isWhole(without, steps)]).toEqual([['a', 'c'], false]);
    expect(isWhole(toggled(without, 'b'), steps)).toBe(true);
    const other = moved(whole, 'c', -1);
    expect([chosenIds(other), isWhole(other, steps)]).toEqual([['a', 'c', 'b'], false]);
    expect(isWhole(moved(other, 'c', 1), steps)).toBe(true);
  });

  it('stay within the lesson', () => {
    const whole = wholeLesson(steps);
    expect(moved(whole, 'a', -1)).toBe(whole);
    expect(moved(whole, 'c', 1)).toBe(whole);
    expect(moved(whole, 'x', 1)).toBe(whole);
    expect(chosenIds(steps.reduce((choice, { id }) => toggled(choice, id), whole))).toEqual([]);
  });

  it('are what the server takes, and say which of them a board needs', () => {
    const { steps: offered } = outlineIn(findLesson('perceptron')!, 'en');
    expect(offered.filter(({ ranks }) => ranks).map(({ id }) => id)).toEqual(['challenge']);
    const choice = moved(toggled(wholeLesson(offered), 'challenge'), 'line', -1);
    expect(choiceOfSteps(offered, chosenIds(choice))).toEqual([
      'line',
      'weigh',
      'learn',
      'xor',
      'never',
      'recap',
    ]);
  });
});
