import { describe, expect, it } from 'vitest';
import type { ClassCommand } from '@/classroom/commands';
import { decide } from '@/classroom/decide';
import { farthestStep } from '@/classroom/pacing';
import { isCollecting, isJudging } from '@/classroom/pool';
import type { ClassState } from '@/classroom/state';
import { viewForScreen, viewForStudent } from '@/classroom/view';
import { findLesson } from '@/lessons/registry';
import { openSteps, type Pacing } from '@/protocol/pacing';
import { aClass, asStudent, context, decided, idOf, NOW, TEACHER, withStudents } from './made-states';

const COUNT = findLesson('handwritten-digits')!.steps.length;
const live = (given: Partial<ClassState> = {}) =>
  aClass({ phase: 'live', startedAt: NOW, lessonId: 'handwritten-digits', ...given });
const paced = (pacing: Pacing): ClassCommand => ({ type: 'class:pace', pacing });
const range = (first: number, last: number): Pacing => ({ mode: 'range', first, last });
const refusal = (state: ClassState, command: ClassCommand, actor = TEACHER) => {
  const decision = decide(state, command, actor, context());
  return decision.ok ? null : decision.code;
};

describe('pacing', () => {
  it('begins at the teacher’s pace, where the class’s step is the only one that is open', () => {
    expect(aClass().pacing).toEqual({ mode: 'teacher' });
    expect(openSteps(live({ stepIndex: 2 }), COUNT)).toEqual({ first: 2, last: 2 });
    expect(farthestStep(live({ stepIndex: 2 }))).toBe(2);
  });

  it('goes to any step that there is, and to no other', () => {
    expect(decided(live(), { type: 'step:go', index: 3 }, TEACHER)).toMatchObject({
      stepIndex: 3,
      version: 2,
    });
    const there = live({ stepIndex: 3 });
    expect(decided(there, { type: 'step:go', index: 3 }, TEACHER)).toBe(there);
    expect(refusal(live(), { type: 'step:go', index: COUNT })).toBe('no-such-step');
    expect(refusal(aClass(), { type: 'step:go', index: 1 })).toBe('wrong-phase');
    expect(refusal(live(), { type: 'step:go', index: 1 }, asStudent(1))).toBe('not-allowed');
  });

  it('opens a range, with the class’s own step in it', () => {
    expect(decided(live({ stepIndex: 0 }), paced(range(1, 2)), TEACHER)).toMatchObject({
      stepIndex: 1,
      pacing: range(1, 2),
    });
    expect(decided(live({ stepIndex: 4 }), paced(range(1, 2)), TEACHER).stepIndex).toBe(2);
    const opened = live({ pacing: range(1, 2), stepIndex: 2 });
    expect(openSteps(opened, COUNT)).toEqual({ first: 1, last: 2 });
    expect(decided(opened, paced(range(1, 2)), TEACHER)).toBe(opened);
    expect(refusal(live(), paced(range(2, 1)))).toBe('no-such-step');
    expect(refusal(live(), paced(range(0, COUNT)))).toBe('no-such-step');
    expect(refusal(live({ phase: 'ended' }), paced({ mode: 'free' }))).toBe('wrong-phase');
  });

  it('widens the range where the teacher takes the class out of it, and moves within it otherwise', () => {
    const opened = live({ pacing: range(1, 2), stepIndex: 2 });
    expect(decided(opened, { type: 'step:next' }, TEACHER)).toMatchObject({
      stepIndex: 3,
      pacing: range(1, 3),
    });
    expect(decided(opened, { type: 'step:go', index: 0 }, TEACHER)).toMatchObject({
      stepIndex: 0,
      pacing: range(0, 2),
    });
    expect(decided(opened, { type: 'step:previous' }, TEACHER).pacing).toBe(opened.pacing);
  });

  it('opens everything where it is free, may be said in the lobby, and comes back', () => {
    const free = decided(aClass(), paced({ mode: 'free' }), TEACHER);
    expect(openSteps(free, COUNT)).toEqual({ first: 0, last: COUNT - 1 });
    expect(decided(free, paced({ mode: 'teacher' }), TEACHER).pacing).toEqual({ mode: 'teacher' });
  });

  it('is told to students and to the projector', () => {
    const state = withStudents(live({ pacing: range(1, 2), stepIndex: 1 }), 'Ada');
    for (const view of [viewForStudent(state, idOf(1))!, viewForScreen(state)])
      expect(view.class).toMatchObject({ pacing: range(1, 2), stepIndex: 1 });
  });
});

describe('a pool of drawings where students are at different steps', () => {
  const steps = findLesson('learning-from-data')!.steps;
  const challenge = steps.findIndex(({ bench }) => bench === 'pool-challenge');
  const at = (given: Partial<ClassState>) => live({ lessonId: 'learning-from-data', ...given });

  it('is closed and judged by once all are at the challenge', () => {
    const before = at({ stepIndex: challenge - 1 });
    expect([isCollecting(before), isJudging(before)]).toEqual([true, false]);
    const there = at({ stepIndex: challenge });
    expect([isCollecting(there), isJudging(there)]).toEqual([false, true]);
    const opened = at({ pacing: range(challenge, challenge), stepIndex: challenge });
    expect([isCollecting(opened), isJudging(opened)]).toEqual([false, true]);
  });

  it('takes drawings and answers at once where the challenge is open beside other steps', () => {
    for (const pacing of [{ mode: 'free' } as const, range(1, challenge)]) {
      const free = at({ pacing, stepIndex: 1 });
      expect([isCollecting(free), isJudging(free)]).toEqual([true, true]);
    }
    const early = at({ pacing: range(0, challenge - 1) });
    expect([isCollecting(early), isJudging(early)]).toEqual([true, false]);
  });
});
