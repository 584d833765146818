import { describe, expect, test } from 'vitest';
import type { ClassCommand } from '@/classroom/commands';
import { decide } from '@/classroom/decide';
import { lastMoment } from '@/classroom/last-moment';
import { worksFor } from '@/classroom/set-ups';
import type { ClassState } from '@/classroom/state';
import { viewForScreen, viewForStudent } from '@/classroom/view';
import { findLesson } from '@/lessons/registry';
import { commandSchema } from '@/protocol/commands';
import { WORK } from '@/protocol/sight-bounds';
import { aClass, asStudent, context, decided, idOf, join, NOW, TEACHER, withStudents } from './made-states';

const live = () => withStudents(aClass({ lessonId: 'perceptron', phase: 'live' }), 'Mia', 'Ken', 'Zoe');
const [MIA, KEN, ZOE] = [idOf(1), idOf(2), idOf(3)] as const;
const STEPS = findLesson('perceptron')!.steps.map(({ id }) => id);
type Hand = Extract<ClassCommand, { type: 'setup:hand' }>;
const hand = (index: number, to: string[] | null, stepId = STEPS[0]!): Hand => ({
  type: 'setup:hand',
  setUpId: idOf(90 + index),
  stepId,
  to,
  works: [{ name: 'build', text: `{"at":${index}}` }],
});
const own = (state: ClassState, id: string) => viewForStudent(state, id)!.setUp?.id ?? null;
const refusalOf = (state: ClassState, command: Parameters<typeof decide>[1], actor = TEACHER) => {
  const decision = decide(state, command, actor, context());
  return decision.ok ? null : decision.code;
};

describe('a set-up', () => {
  test('for everybody reaches whoever joins while the class is at its step, and goes with the step', () => {
    const handed = decided(live(), hand(1, null), TEACHER, context({ now: NOW + 5 }));
    expect([MIA, KEN, ZOE].map((id) => own(handed, id))).toEqual([idOf(91), idOf(91), idOf(91)]);
    const joined = decided(handed, join(4, 'Ada'), { kind: 'newcomer' });
    expect(own(joined, idOf(4))).toBe(idOf(91));
    expect(worksFor(joined, idOf(4), idOf(91))).toEqual(hand(1, null).works);
    expect(lastMoment(handed)).toBe(NOW + 5);
    const next = decided(joined, { type: 'step:next' }, TEACHER);
    expect(own(next, MIA)).toBeNull();
    // Back at the step nothing is put there a second time.
    expect(own(decided(next, { type: 'step:previous' }, TEACHER), MIA)).toBeNull();
    expect(worksFor(next, MIA, idOf(91))).toBeNull();
  });

  test('for some reaches them alone, and takes for them the place of what was handed before', () => {
    const some = decided(decided(live(), hand(1, null), TEACHER), hand(2, [MIA]), TEACHER);
    expect([MIA, KEN].map((id) => own(some, id))).toEqual([idOf(92), idOf(91)]);
    const more = decided(some, hand(3, [MIA, ZOE]), TEACHER);
    expect([MIA, KEN, ZOE].map((id) => own(more, id))).toEqual([idOf(93), idOf(91), idOf(93)]);
    expect(more.setUps).toHaveLength(2);
    const joined = decided(more, join(4, 'Ada'), { kind: 'newcomer' });
    expect(own(joined, idOf(4))).toBe(idOf(91));
    const all = decided(more, hand(4, null), TEACHER);
    expect(all.setUps.map(({ id }) => id)).toEqual([idOf(94)]);
  });

  test('I4: what is in it is told to those whom it is for, and stands in no view', () => {
    const handed = decided(live(), hand(1, [MIA]), TEACHER);
    expect(worksFor(handed, MIA, idOf(91))).not.toBeNull();
    expect(worksFor(handed, KEN, idOf(91))).toBeNull();
    for (const view of [viewForStudent(handed, MIA), viewForStudent(handed, KEN), viewForScreen(handed)])
      expect(JSON.stringify(view)).not.toContain('build');
    expect(own(handed, KEN)).toBeNull();
  });

  test('stands once however often it is asked, and only so many at a time', () => {
    const handed = decided(live(), hand(1, null), TEACHER);
    expect(decided(handed, hand(1, null), TEACHER)).toBe(handed);
    let state = withStudents(
      aClass({ lessonId: 'perceptron', phase: 'live' }),
      ...Array.from({ length: 9 }, (_, i) => `S ${i}`),
    );
    state = decided(state, hand(0, null), TEACHER);
    for (let i = 1; i <= 9; i += 1) state = decided(state, hand(i, [idOf(i)]), TEACHER);
    expect(state.setUps.length).toBeLessThanOrEqual(5);
    expect(own(state, idOf(9))).toBe(idOf(99));
    expect(own(state, idOf(1))).toBe(idOf(90));
  });

  test('is refused where there is no such step or student, before and after the class, and to students', () => {
    expect(refusalOf(live(), hand(1, null, 'nowhere'))).toBe('no-such-step');
    expect(refusalOf(live(), hand(1, [idOf(8)]))).toBe('unknown-student');
    expect(refusalOf({ ...live(), phase: 'ended' }, hand(1, null))).toBe('class-ended');
    expect(refusalOf({ ...live(), phase: 'lobby' }, hand(1, null))).toBe('wrong-phase');
    expect(refusalOf(live(), hand(1, null), asStudent(1))).toBe('not-allowed');
  });

  test('I2: is bounded', () => {
    const sound = hand(1, null);
    expect(commandSchema.safeParse(sound).success).toBe(true);
    const long = 'x'.repeat(WORK.characters);
    for (const wrong of [
      { ...sound, works: [] },
      { ...sound, works: [{ name: 'a', text: `${long}x` }] },
      {
        ...sound,
        works: [
          { name: 'a', text: long },
          { name: 'b', text: long },
        ],
      },
      { ...sound, to: [] },
      { ...sound, to: ['nobody'] },
      { ...sound, setUpId: '1' },
      { ...sound, extra: 1 },
    ])
      expect(commandSchema.safeParse(wrong).success).toBe(false);
  });
});
