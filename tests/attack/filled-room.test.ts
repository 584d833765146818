import { describe, expect, it } from 'vitest';
import type { DecisionContext } from '@/classroom/commands';
import { decide } from '@/classroom/decide';
import { predictionKey } from '@/classroom/kept';
import { type ClassState, createClass } from '@/classroom/state';
import { LIMITS } from '@/protocol/limits';
import { FairTurns } from '@/server/live/fair-turns';

const id = (index: number) => index.toString(16).padStart(32, '0');
const TEACHER = { kind: 'teacher', teacherId: 'teacher' } as const;

function room(maxStudents: number): ClassState {
  const made = {
    id: id(0),
    code: 'ABCDEF',
    teacherId: 'teacher',
    lessonId: 'handwritten-digits',
    maxStudents,
  };
  return createClass(made, 0);
}

function join(state: ClassState, index: number, context: Partial<DecisionContext> = {}) {
  const command = {
    type: 'student:join',
    studentId: id(index),
    secretHash: 'a'.repeat(64),
    nickname: `Student ${index}`,
  } as const;
  return decide(state, command, { kind: 'newcomer' }, { now: index, isNicknameFit: () => true, ...context });
}

function filled(maxStudents: number, count = maxStudents): ClassState {
  let state = room(maxStudents);
  for (let index = 1; index <= count; index += 1) {
    const joined = join(state, index);
    if (!joined.ok) throw new Error(joined.code);
    state = joined.state;
  }
  return state;
}

const students = (here: (id: string) => boolean, worked: (id: string) => boolean = () => false) => ({
  students: { isHere: here, hasWorked: worked },
});

describe('a full room', () => {
  it('takes seats back from those who are away and never did anything, and from nobody else', () => {
    const state = {
      ...filled(4),
      predictions: {
        [predictionKey(id(2), 's')]: {
          studentId: id(2),
          stepId: 's',
          choice: 1,
          committedAt: 1,
          outcome: null,
          cameTrueAt: null,
        },
      },
    };
    expect(join(state, 9)).toMatchObject({ ok: false, code: 'class-full' });
    // 1 is here, 2 has guessed, 3 has trained, 4 is away.
    const joined = join(
      state,
      9,
      students(
        (who) => who === id(1),
        (who) => who === id(3),
      ),
    );
    expect(joined.ok && Object.keys(joined.state.students)).toEqual([id(1), id(2), id(3), id(9)]);
    // Where nobody can go, nobody goes.
    expect(
      join(
        state,
        9,
        students(() => true),
      ),
    ).toMatchObject({ ok: false, code: 'class-full' });
    expect(
      join(
        state,
        9,
        students(
          () => false,
          () => true,
        ),
      ),
    ).toMatchObject({ ok: false, code: 'class-full' });
  });

  it('forgets nobody while there is room', () => {
    const joined = join(
      filled(5, 4),
      9,
      students(() => false),
    );
    expect(joined.ok && Object.keys(joined.state.students)).toHaveLength(5);
  });

  it('gets identities back as well, but not those that are banned', () => {
    let state = filled(LIMITS.identitiesPerClass);
    const ban = decide(state, { type: 'student:ban', studentId: id(1) }, TEACHER, {
      now: 0,
      isNicknameFit: () => true,
    });
    if (!ban.ok) throw new Error(ban.code);
    state = ban.state;
    expect(join(state, 9_999)).toMatchObject({ ok: false, code: 'class-full' });
    const joined = join(
      state,
      9_999,
      students(() => false),
    );
    expect(joined.ok && Object.keys(joined.state.students)).toEqual([id(1), id(9_999)]);
  });
});

describe('removing newcomers', () => {
  const remove = (
    state: ClassState,
    since: number,
    context: Partial<DecisionContext> = students(() => true),
  ) =>
    decide(state, { type: 'newcomers:remove', since }, TEACHER, {
      now: 100,
      isNicknameFit: () => true,
      ...context,
    });

  it('sends out who came since then and did nothing, in one change, and leaves the others', () => {
    const state = filled(10);
    const removed = remove(
      state,
      6,
      students(
        () => true,
        (who) => who === id(7),
      ),
    );
    if (!removed.ok) throw new Error(removed.code);
    const gone = Object.values(removed.state.students).filter(({ membership }) => membership === 'removed');
    expect(gone.map((student) => student.id)).toEqual([6, 8, 9, 10].map(id));
    expect(removed.state.version).toBe(state.version + 1);
    // There is room again, and the names are free.
    expect(join(removed.state, 11).ok).toBe(true);
    expect(
      remove(
        removed.state,
        6,
        students(
          () => true,
          (who) => who === id(7),
        ),
      ),
    ).toEqual({ ok: true, state: removed.state });
  });

  it('is for the teacher alone', () => {
    const asked = { type: 'newcomers:remove', since: 0 } as const;
    for (const actor of [
      { kind: 'student', studentId: id(1) },
      { kind: 'newcomer' },
      { kind: 'teacher', teacherId: 'other' },
    ] as const)
      expect(decide(filled(3), asked, actor, { now: 0, isNicknameFit: () => true })).toMatchObject({
        code: 'not-allowed',
      });
  });
});

describe('turns to join', () => {
  const PACE = { rate: { perSecond: 100, burst: 3 }, patienceMs: 1_000, mostWaiting: 100 };

  it('let a burst in at once and the rest one after another; who comes in another browser is not behind a program', async () => {
    let now = 0;
    const turns = new FairTurns(PACE, () => now);
    const order: string[] = [];
    const come = (name: string, device: string) =>
      Promise.resolve(turns.admit('class school', device)).then((ok) =>
        order.push(ok ? name : `${name} refused`),
      );
    const first = Promise.all(['a', 'b', 'c'].map((name) => come(name, 'program')));
    await first;
    expect(order).toEqual(['a', 'b', 'c']);
    const waiting = [
      ...Array.from({ length: 6 }, (_, index) => come(`p${index}`, 'program')),
      come('student', 'browser'),
    ];
    while (order.length < 6) {
      now += 10;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(order.slice(3, 5)).toContain('student');
    now += 5_000;
    await Promise.all(waiting);
    expect(order.filter((name) => name.endsWith('refused')).length).toBeGreaterThan(0);
    // Another class, and another address, have lines of their own.
    expect(await turns.admit('other school', 'program')).toBe(true);
    expect(await turns.admit('class home', 'program')).toBe(true);
    turns.close();
  });
});
