import { describe, expect, test } from 'vitest';
import {
  isChallengeable,
  isCollecting,
  isEmptyDrawing,
  isHeldBack,
  nameLabels,
  poolFacts,
  refuseDrawing,
  refuseTakingBack,
  tidyLabels,
} from '@/classroom/pool';
import { learningFromData } from '@/lessons/learning-from-data/lesson';
import { POOL } from '@/protocol/pool-rules';
import { aClass, withStudents } from './made-states';

const ink = new Uint8Array(784).fill(9);
const challengeAt = learningFromData.steps.findIndex(({ bench }) => bench === 'pool-challenge');

describe('labels', () => {
  test('are tidied, and refused where empty, equal by look or too long', () => {
    expect(tidyLabels(['  cat ', 'dog\u200b'])).toEqual(['cat', 'dog']);
    expect(tidyLabels(['cat', 'CAT'])).toBeNull();
    expect(tidyLabels(['cat', ' '])).toBeNull();
    expect(tidyLabels(['cat', 'x'.repeat(POOL.labelGraphemes + 1)])).toBeNull();
    expect(tidyLabels(['a', 'b', 'c', 'd', 'e'])).toBeNull();
  });

  test('stay what they are while there are drawings', () => {
    expect(nameLabels('labels', ['a', 'b'], 1)).toEqual({ ok: false, code: 'pool-labels-fixed' });
    expect(nameLabels('digits', ['a', 'b'], 0)).toEqual({ ok: false, code: 'not-allowed' });
    expect(nameLabels(null, ['a', 'b'], 0)).toEqual({ ok: false, code: 'no-pool' });
    expect(nameLabels('labels', null, 0)).toEqual({ ok: true, labels: null });
  });
});

describe('holding back', () => {
  test('takes exactly one of each five, which one is the draw’s', () => {
    const draw = (label: number, block: number) => (label + 2 * block) % 5;
    const held = Array.from({ length: 20 }, (_, ordinal) => isHeldBack('labels', 1, ordinal, draw));
    for (let block = 0; block < 4; block += 1)
      expect(held.slice(block * 5, block * 5 + 5).filter(Boolean)).toHaveLength(1);
    expect(held.indexOf(true)).toBe(1);
    expect(isHeldBack('digits', 1, 1, draw)).toBe(false);
  });

  test('a challenge needs some of every label', () => {
    expect(isChallengeable({ heldBack: [4, 0] })).toBe(false);
    expect(isChallengeable({ heldBack: [1, 2] })).toBe(false);
    expect(isChallengeable({ heldBack: [2, 2] })).toBe(true);
  });
});

describe('filing', () => {
  const state = withStudents(aClass({ lessonId: learningFromData.id, phase: 'live' }), 'Ada');
  const [student] = Object.keys(state.students);
  const none = { total: 0, ofStudent: () => 0 };
  const file = (given: Partial<Parameters<typeof refuseDrawing>[2]> = {}, at = state, counts = none) =>
    refuseDrawing(at, student!, { label: 0, pixels: ink, ...given }, null, counts)?.code ?? null;

  test('is refused where there is nothing, too much, or the wrong time', () => {
    expect(file()).toBeNull();
    expect(file({ label: 2 })).toBe('bad-request');
    expect(file({ pixels: new Uint8Array(783) })).toBe('bad-request');
    expect(file({ pixels: new Uint8Array(784) })).toBe('drawing-empty');
    expect(file({}, state, { total: 0, ofStudent: () => POOL.perStudent })).toBe('too-many-drawings');
    expect(file({}, state, { total: POOL.perClass, ofStudent: () => 0 })).toBe('pool-full');
    expect(file({}, { ...state, stepIndex: challengeAt })).toBe('pool-closed');
    expect(file({}, { ...state, phase: 'lobby' })).toBe('wrong-phase');
    expect(file({}, { ...state, lessonId: 'perceptron' })).toBe('no-pool');
    expect(isEmptyDrawing(ink)).toBe(false);
  });

  test('one’s own drawing alone can be taken back', () => {
    expect(refuseTakingBack(state, student!, { studentId: student! })).toBeNull();
    expect(refuseTakingBack(state, student!, { studentId: 'other' })?.code).toBe('unknown-drawing');
    expect(refuseTakingBack(state, student!, { studentId: null })?.code).toBe('unknown-drawing');
    expect(refuseTakingBack(state, student!, undefined)?.code).toBe('unknown-drawing');
    const later = { ...state, stepIndex: challengeAt };
    expect(refuseTakingBack(later, student!, { studentId: student! })?.code).toBe('pool-closed');
    expect(isCollecting(later)).toBe(false);
  });

  test('I4: the facts count, and tell nothing of anybody', () => {
    const drawings = [
      { label: 0, heldBack: false },
      { label: 1, heldBack: true },
      { label: 1, heldBack: false },
    ];
    expect(poolFacts(state, 'labels', ['a', 'b', 'c'], drawings, 'v')).toEqual({
      kind: 'labels',
      version: 'v',
      labels: ['a', 'b', 'c'],
      counts: [1, 2, 0],
      heldBack: [0, 1, 0],
      collecting: true,
    });
  });
});
