import { expect, it } from 'vitest';
import { isSettled, type KeptChecks, withAnswer } from '@/client/lesson/checks/kept-checks';

const RIGHT = 2;
const answered = (...choices: number[]) =>
  choices.reduce<KeptChecks>((kept, choice) => withAnswer(kept, 'weigh', choice, RIGHT), {});

it('keeps the first answer and the last, and takes no third', () => {
  expect(answered(0)).toEqual({ weigh: { first: 0, last: 0 } });
  expect(answered(0, 2)).toEqual({ weigh: { first: 0, last: 2 } });
  expect(answered(0, 1)).toEqual({ weigh: { first: 0, last: 1 } });
  expect(answered(0, 1, 2)).toEqual({ weigh: { first: 0, last: 1 } });
  expect(answered(2, 0)).toEqual({ weigh: { first: 2, last: 2 } });
});

it('takes the same wrong answer again for no second one', () => {
  const once = answered(1);
  expect(withAnswer(once, 'weigh', 1, RIGHT)).toBe(once);
  expect(isSettled(once.weigh!, RIGHT)).toBe(false);
  expect(answered(1, 1, 2)).toEqual({ weigh: { first: 1, last: 2 } });
});

it('keeps each step apart', () => {
  expect(withAnswer(answered(0), 'line', 1, 1)).toEqual({
    weigh: { first: 0, last: 0 },
    line: { first: 1, last: 1 },
  });
});
