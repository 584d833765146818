import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor, ClassCommand } from '@/classroom/commands';
import { decide } from '@/classroom/decide';
import { occupants } from '@/classroom/membership';
import type { ClassState } from '@/classroom/state';
import { viewForScreen, viewForStudent, viewForTeacher } from '@/classroom/view';
import { findLesson } from '@/lessons/registry';
import { REFUSAL_CODES } from '@/protocol/refusals';
import {
  aClass,
  aScore,
  asStudent,
  context,
  decided,
  idOf,
  join,
  NOW,
  SERVER,
  TEACHER,
  withStudents,
} from './made-states';

const begin: ClassCommand = { type: 'class:begin' };

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}

describe('conducting a class', () => {
  it('begins once, from the lobby, and notes when', () => {
    const live = decided(aClass(), begin, TEACHER);
    expect(live).toMatchObject({ phase: 'live', startedAt: NOW, version: 2 });
    expect(decide(live, begin, TEACHER, context())).toEqual({ ok: false, code: 'wrong-phase' });
  });

  it('ends from the lobby or live, and never again', () => {
    const paused = decided(decided(aClass(), begin, TEACHER), { type: 'class:pause' }, TEACHER);
    const ended = decided(paused, { type: 'class:end' }, TEACHER);
    expect(ended).toMatchObject({ phase: 'ended', endedAt: NOW, paused: false });
    for (const type of ['class:begin', 'class:end', 'class:pause', 'class:resume', 'step:next'] as const)
      expect(decide(ended, { type }, TEACHER, context())).toEqual({ ok: false, code: 'wrong-phase' });
  });

  it('moves only along the steps that the lesson has', () => {
    const steps = findLesson('handwritten-digits')!.steps.length;
    let state = decided(aClass(), begin, TEACHER);
    expect(decide(state, { type: 'step:previous' }, TEACHER, context())).toEqual({
      ok: false,
      code: 'no-such-step',
    });
    for (let step = 1; step < steps; step += 1) state = decided(state, { type: 'step:next' }, TEACHER);
    expect(state.stepIndex).toBe(steps - 1);
    expect(decide(state, { type: 'step:next' }, TEACHER, context())).toEqual({
      ok: false,
      code: 'no-such-step',
    });
  });

  it('returns the very same state where nothing changes, so that nothing is saved', () => {
    const live = decided(aClass(), begin, TEACHER);
    for (const command of [
      { type: 'class:resume' },
      { type: 'class:lock', locked: false },
      { type: 'class:rank', ranking: 'named' },
    ] as const) {
      const decision = decide(live, command, TEACHER, context());
      expect(decision.ok && decision.state).toBe(live);
    }
  });

  it('lets each do only what is theirs', () => {
    const state = withStudents(aClass(), 'Ada');
    const refused: [ClassCommand, Actor][] = [
      [begin, { kind: 'teacher', teacherId: 'another' }],
      [begin, asStudent(1)],
      [begin, { kind: 'newcomer' }],
      [{ type: 'student:ban', studentId: idOf(1) }, asStudent(1)],
      [{ type: 'student:leave' }, TEACHER],
      [join(2), TEACHER],
      [join(2), asStudent(2)],
      [{ type: 'score:record', score: aScore(1, 1) }, TEACHER],
      [{ type: 'score:record', score: aScore(1, 1) }, asStudent(1)],
    ];
    for (const [command, actor] of refused)
      expect(decide(state, command, actor, context())).toEqual({ ok: false, code: 'not-allowed' });
  });
});

describe('any sequence of commands', () => {
  const student = fc.integer({ min: 1, max: 5 });
  const studentId = student.map(idOf);
  const nickname = fc.constantFrom('Ada', 'ada', 'Ben', 'Çem', 'rude', '', 'Дима', '🦊');
  const plain = (...types: string[]) => fc.constantFrom(...types).map((type) => ({ type }) as ClassCommand);
  const step: fc.Arbitrary<[ClassCommand, Actor]> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(student, nickname)
        .map(([n, name]) => [join(n, name), { kind: 'newcomer' }] as [ClassCommand, Actor]),
    },
    plain('class:begin', 'class:pause', 'class:resume', 'class:end', 'step:next', 'step:previous').map(
      (command) => [command, TEACHER] as [ClassCommand, Actor],
    ),
    fc
      .tuple(fc.constantFrom('student:admit', 'student:remove', 'student:ban', 'student:forgive'), studentId)
      .map(([type, id]) => [{ type, studentId: id } as ClassCommand, TEACHER] as [ClassCommand, Actor]),
    fc
      .tuple(studentId, nickname)
      .map(
        ([id, name]) =>
          [{ type: 'student:rename', studentId: id, nickname: name }, TEACHER] as [ClassCommand, Actor],
      ),
    fc
      .tuple(fc.constantFrom('student:leave', 'student:return'), student)
      .map(([type, n]) => [{ type } as ClassCommand, asStudent(n)] as [ClassCommand, Actor]),
    fc
      .boolean()
      .chain((on) =>
        fc
          .constantFrom<ClassCommand>(
            { type: 'class:lock', locked: on },
            { type: 'class:require-approval', required: on },
            { type: 'class:anonymise', anonymised: on },
            { type: 'class:show-names-on-screen', shown: on },
            { type: 'class:reproduce', asked: on },
          )
          .map((command) => [command, TEACHER] as [ClassCommand, Actor]),
      ),
    fc
      .tuple(student, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 9 }))
      .map(
        ([n, quarter, later]) =>
          [{ type: 'score:record', score: aScore(n, quarter / 4, { submittedAt: NOW + later }) }, SERVER] as [
            ClassCommand,
            Actor,
          ],
      ),
  );

  it('I3, I4: keeps every rule of a class, whatever is asked', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let state = freeze(aClass({ maxStudents: 3 }));
        for (const [command, actor] of steps) {
          const decision = decide(state, command, actor, context());
          if (!decision.ok) {
            expect(REFUSAL_CODES).toContain(decision.code);
            continue;
          }
          checkStep(state, decision.state, command);
          state = freeze(decision.state);
          checkState(state);
        }
      }),
      { numRuns: 150 },
    );
  });

  function checkStep(before: ClassState, next: ClassState, { type }: ClassCommand) {
    expect(next.version).toBe(next === before ? before.version : before.version + 1);
    for (const key of ['id', 'code', 'teacherId', 'lessonId', 'createdAt', 'maxStudents'] as const)
      expect(next[key]).toBe(before[key]);
    // Nobody vanishes, secrets and colours stay, scores are only ever added.
    for (const [id, was] of Object.entries(before.students)) {
      expect(next.students[id]).toMatchObject({
        secretHash: was.secretHash,
        mark: was.mark,
        joinedAt: was.joinedAt,
      });
      const { membership, sentOutFrom } = next.students[id]!;
      if (was.membership === 'banned' && type !== 'student:forgive') expect(membership).toBe('banned');
      expect(sentOutFrom !== null).toBe(membership === 'removed' || membership === 'banned');
    }
    expect(next.scores.slice(0, before.scores.length)).toEqual(before.scores);
  }

  function checkState(state: ClassState) {
    const here = occupants(state);
    expect(here.length).toBeLessThanOrEqual(state.maxStudents);
    expect(new Set(here.map(({ nicknameKey }) => nicknameKey)).size).toBe(here.length);
    expect(state.paused && state.phase !== 'live').toBe(false);
    const marks = Object.values(state.students).map(({ mark }) => `${mark.colour} ${mark.glyph}`);
    expect(new Set(marks).size).toBe(marks.length);
    checkViews(state);
  }

  function checkViews(state: ClassState) {
    const screen = JSON.stringify(viewForScreen(state));
    const teacher = JSON.stringify(viewForTeacher(state));
    for (const { id, secretHash, nickname } of Object.values(state.students)) {
      const mine = JSON.stringify(viewForStudent(state, id));
      for (const view of [screen, teacher, mine]) {
        expect(view).not.toContain(secretHash);
        expect(view).not.toMatch(/nicknameKey|privateAccuracy|secretHash/);
      }
      if (state.anonymised) expect(teacher).not.toContain(`"${nickname}"`);
      expect(screen).not.toContain(id);
      if (!state.namesOnScreen || state.anonymised) expect(screen).not.toContain(`"${nickname}"`);
      for (const other of Object.values(state.students)) {
        if (other.id === id) continue;
        expect(mine).not.toContain(other.id);
        expect(mine).not.toContain(`run-${Number.parseInt(other.id, 16)}"`);
        if (state.anonymised && other.nickname !== nickname)
          expect(mine).not.toContain(`"${other.nickname}"`);
      }
    }
  }
});
