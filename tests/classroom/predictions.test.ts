import { describe, expect, it } from 'vitest';
import { decide } from '@/classroom/decide';
import type { ClassState } from '@/classroom/state';
import { viewForScreen, viewForStudent, viewForTeacher } from '@/classroom/view';
import { LESSONS } from '@/lessons/registry';
import { aClass, asStudent, context, decided, idOf, NOW, SERVER, TEACHER, withStudents } from './made-states';

const lesson = LESSONS.find(({ steps }) => steps.some(({ prediction }) => prediction !== undefined))!;
const step = lesson.steps.find(({ prediction }) => prediction !== undefined)!;
const plainStep = lesson.steps.find(({ prediction }) => prediction === undefined)!;
const choices = step.prediction!.choices;
const noCounts = new Array<number>(choices).fill(0);
const counts = (...at: number[]) =>
  noCounts.map((_, index) => at.filter((choice) => choice === index).length);

const live = decided(
  withStudents(aClass({ lessonId: lesson.id }), 'Ada', 'Ben', 'Cem'),
  { type: 'class:begin' },
  TEACHER,
);
const commit = (choice: number, stepId = step.id) => ({ type: 'prediction:commit', stepId, choice }) as const;
const outcome = (choice: number, stepId = step.id) =>
  ({ type: 'prediction:outcome', stepId, choice }) as const;
const codeOf = (
  state: ClassState,
  ...[command, actor]: [ReturnType<typeof commit | typeof outcome>, ReturnType<typeof asStudent>]
) => {
  const decision = decide(state, command, actor, context());
  return decision.ok ? null : decision.code;
};

describe('a guess', () => {
  it('is committed once a step; the same again is the same guess', () => {
    const guessed = decided(live, commit(1), asStudent(1), context({ now: NOW + 5 }));
    expect(Object.values(guessed.predictions)).toEqual([
      {
        studentId: idOf(1),
        stepId: step.id,
        choice: 1,
        committedAt: NOW + 5,
        outcome: null,
        cameTrueAt: null,
      },
    ]);
    expect(decided(guessed, commit(1), asStudent(1))).toBe(guessed);
    expect(codeOf(guessed, commit(0), asStudent(1))).toBe('already-predicted');
    expect(decided(guessed, commit(0), asStudent(2)).version).toBe(guessed.version + 1);
  });

  it('is one of the choices of a step that asks, in a live class, by a student that is in', () => {
    expect(codeOf(live, commit(choices), asStudent(1))).toBe('no-prediction');
    expect(codeOf(live, commit(0, plainStep.id), asStudent(1))).toBe('no-prediction');
    expect(codeOf(live, commit(0, 'nowhere'), asStudent(1))).toBe('no-prediction');
    expect(codeOf({ ...live, phase: 'lobby' }, commit(0), asStudent(1))).toBe('wrong-phase');
    expect(codeOf({ ...live, phase: 'ended' }, commit(0), asStudent(1))).toBe('class-ended');
    expect(codeOf(live, commit(0), asStudent(9))).toBe('unknown-student');
    expect(codeOf(live, commit(0), TEACHER as ReturnType<typeof asStudent>)).toBe('not-allowed');
    expect(codeOf(live, commit(0), SERVER as ReturnType<typeof asStudent>)).toBe('not-allowed');
  });

  it('has an outcome: after it, the first one stays', () => {
    expect(codeOf(live, outcome(0), asStudent(1))).toBe('no-prediction');
    const guessed = decided(live, commit(1), asStudent(1));
    const seen = decided(guessed, outcome(0), asStudent(1), context({ now: NOW + 9 }));
    expect(Object.values(seen.predictions)[0]).toMatchObject({ choice: 1, outcome: 0, cameTrueAt: NOW + 9 });
    expect(decided(seen, outcome(1), asStudent(1))).toBe(seen);
  });
});

describe('the class’s guesses', () => {
  const before = decided(live, commit(1), asStudent(1));
  const all = decided(decided(before, commit(0), asStudent(2)), outcome(0), asStudent(1));

  it('I4: are told to a student after the own guess, and counted alone', () => {
    expect(viewForStudent(all, idOf(3))!.predictions).toEqual([]);
    expect(viewForStudent(all, idOf(1))!.predictions).toEqual([
      { stepId: step.id, choice: 1, outcome: 0, guesses: counts(0, 1), outcomes: counts(0) },
    ]);
    expect(viewForStudent(all, idOf(2))!.predictions).toMatchObject([{ choice: 0, outcome: null }]);
  });

  it('are told to teacher and projector as counts', () => {
    const tally = { stepId: step.id, guesses: counts(0, 1), outcomes: counts(0) };
    expect(viewForTeacher(all).predictions).toEqual([tally]);
    expect(viewForScreen(all).predictions).toEqual([tally]);
    expect(viewForScreen(live).predictions).toEqual([]);
  });

  it('leave out who was removed', () => {
    const removed = decided(all, { type: 'student:remove', studentId: idOf(1) }, TEACHER);
    expect(viewForTeacher(removed).predictions).toEqual([
      { stepId: step.id, guesses: counts(0), outcomes: noCounts },
    ]);
    expect(viewForTeacher(all).predictions[0]!.guesses).toEqual(counts(0, 1));
  });
});
