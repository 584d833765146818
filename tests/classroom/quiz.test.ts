import { describe, expect, it } from 'vitest';
import { decide } from '@/classroom/decide';
import { sittingReport } from '@/classroom/sitting-report';
import type { ClassState } from '@/classroom/state';
import { viewForScreen, viewForStudent, viewForTeacher } from '@/classroom/view';
import { findLesson } from '@/lessons/registry';
import type { QuizChoices } from '@/protocol/quiz';
import type { QuizTime } from '@/protocol/quiz-times';
import { aClass, asStudent, context, decided, idOf, TEACHER, withStudents } from './made-states';

const { quiz } = findLesson('loss')!;
const NAMES = ['Ada', 'Ben', 'Cem', 'Dan', 'Eva', 'Fay'];
const lobby = withStudents(aClass({ lessonId: 'loss', quiz: true }), ...NAMES);
const live = decided(lobby, { type: 'class:begin' }, TEACHER);
const rightOf = (when: QuizTime): QuizChoices => [quiz[when][0].right, quiz[when][1].right];
const wrongOf = (when: QuizTime): QuizChoices => [
  (quiz[when][0].right + 1) % quiz[when][0].choices,
  (quiz[when][1].right + 1) % quiz[when][1].choices,
];
const give = (state: ClassState, student: number, when: QuizTime, choices: QuizChoices) =>
  decided(state, { type: 'quiz:answer', when, choices }, asStudent(student));
const codeOf = (state: ClassState, when: QuizTime, choices: QuizChoices) => {
  const decision = decide(state, { type: 'quiz:answer', when, choices }, asStudent(1), context());
  return decision.ok ? null : decision.code;
};

describe('the questions before and after a lesson', () => {
  it('are answered from the lobby on, those after it while the class goes on', () => {
    expect(viewForStudent(give(lobby, 1, 'before', [1, 2]), idOf(1))!.quiz).toEqual({
      ...{ before: [1, 2], after: null },
    });
    expect(codeOf(lobby, 'after', [0, 0])).toBe('wrong-phase');
    expect(codeOf(live, 'after', [0, 0])).toBeNull();
    expect(codeOf({ ...live, phase: 'ended' }, 'after', [0, 0])).toBe('class-ended');
  });

  it('are answered once; what was left open may be answered later', () => {
    const half = give(live, 1, 'before', [1, null]);
    expect(give(half, 1, 'before', [1, null])).toBe(half);
    expect(codeOf(half, 'before', [2, null])).toBe('already-answered');
    expect(viewForStudent(give(half, 1, 'before', [null, 0]), idOf(1))!.quiz?.before).toEqual([1, 0]);
    expect(codeOf(live, 'before', [9, 0])).toBe('no-question');
  });

  it('are asked only where the teacher has left them on', () => {
    const off = { ...live, quiz: false };
    expect(codeOf(off, 'before', [0, 0])).toBe('no-question');
    expect(viewForStudent(off, idOf(1))!.quiz).toBeNull();
    expect(viewForTeacher(off).quiz).toBeNull();
    expect(sittingReport({ state: off, runs: [], records: [] }).gain).toBeNull();
  });

  it('are counted for the teacher, and no business of the projector', () => {
    const state = give(give(live, 1, 'before', [0, 0]), 2, 'before', [null, 1]);
    expect(viewForTeacher(state).quiz).toEqual({ before: 2, after: 0 });
    expect(JSON.stringify(viewForScreen(state))).not.toContain('quiz');
    expect(viewForStudent(state, idOf(3))!.quiz).toEqual({ before: null, after: null });
  });

  it('give the class’s gain, of those who have answered all of them', () => {
    let state = live;
    for (let student = 1; student <= 5; student += 1) {
      state = give(state, student, 'before', student === 1 ? rightOf('before') : wrongOf('before'));
      state = give(state, student, 'after', rightOf('after'));
    }
    // Not both times, or not both questions: of these nothing is counted.
    state = give(state, 6, 'after', wrongOf('after'));
    const { gain } = sittingReport({ state, runs: [], records: [] });
    expect(gain).toEqual({ both: 5, shares: { before: 0.2, after: 1, gain: 1, interval: null } });
  });
});
