import { describe, expect, test } from 'vitest';
import type { ClassCommand } from '@/classroom/commands';
import { decide } from '@/classroom/decide';
import { lastMoment } from '@/classroom/last-moment';
import { studentInSpotlight } from '@/classroom/screen';
import type { ClassState } from '@/classroom/state';
import { viewForScreen, viewForStudent, viewForTeacher } from '@/classroom/view';
import { commandSchema } from '@/protocol/commands';
import { LIMITS } from '@/protocol/limits';
import { spotlightArgument, spotlightOf } from '@/protocol/screen';
import { aClass, asStudent, context, decided, idOf, NOW, SERVER, TEACHER, withStudents } from './made-states';

const live = () => withStudents(aClass({ phase: 'live' }), 'Mia', 'Ken');
const [MIA, KEN] = [idOf(1), idOf(2)] as const;
const sight = { stepId: 'train', works: [{ name: 'draft', text: '{"rate":1}' }] };
const take = (index: number, studentId: string = MIA): ClassCommand => ({
  type: 'snapshot:keep',
  snapshotId: idOf(90 + index),
  studentId,
  sight,
});
const taken = (...all: [index: number, studentId: string][]) =>
  all.reduce((state, [index, studentId]) => decided(state, take(index, studentId), SERVER), live());
const order = (state: ClassState) => viewForTeacher(state).snapshots.map(({ id }) => id);
const show = (view: 'spotlight' | 'snapshot', argument: string): ClassCommand => ({
  type: 'screen:show',
  view,
  argument,
  pinned: true,
});
const refusalOf = (state: ClassState, command: ClassCommand, actor = TEACHER) => {
  const decision = decide(state, command, actor, context());
  return decision.ok ? null : decision.code;
};

describe('a snapshot', () => {
  test('is kept with no name and no caption, once however often it is asked', () => {
    const state = decided(live(), take(1), SERVER, context({ now: NOW + 7 }));
    expect(viewForTeacher(state).snapshots).toEqual([
      { id: idOf(91), studentId: MIA, stepId: 'train', takenAt: NOW + 7, caption: '', named: false },
    ]);
    expect(state.snapshots[0]!.works).toEqual(sight.works);
    expect(decided(state, take(1), SERVER)).toBe(state);
    expect(lastMoment(state)).toBe(NOW + 7);
    expect(refusalOf(live(), take(1), TEACHER)).toBe('not-allowed');
    expect(refusalOf(live(), take(1, idOf(9)), SERVER)).toBe('unknown-student');
  });

  test('is put in an order, given a caption, and taken away', () => {
    const state = taken([1, MIA], [2, KEN], [3, MIA]);
    const move = (place: number): ClassCommand => ({ type: 'snapshot:move', snapshotId: idOf(93), place });
    expect(order(decided(state, move(0), TEACHER))).toEqual([93, 91, 92].map(idOf));
    expect(order(decided(state, move(1), TEACHER))).toEqual([91, 93, 92].map(idOf));
    expect(decided(state, move(40), TEACHER)).toBe(state);
    const change = {
      type: 'snapshot:change',
      snapshotId: idOf(92),
      caption: ' one  line ',
      named: true,
    } as const;
    expect(viewForTeacher(decided(state, change, TEACHER)).snapshots[1]).toMatchObject({
      caption: 'one line',
      named: true,
    });
    expect(order(decided(state, { type: 'snapshot:remove', snapshotId: idOf(92) }, TEACHER))).toEqual(
      [91, 93].map(idOf),
    );
    expect(refusalOf(state, { ...change, snapshotId: idOf(7) })).toBe('unknown-snapshot');
  });

  test('comes to an end', () => {
    let state = live();
    for (let i = 0; i < LIMITS.snapshotsPerClass; i += 1)
      state = decided(state, { ...take(0), snapshotId: idOf(1_000 + i) } as ClassCommand, SERVER);
    expect(refusalOf(state, take(1), SERVER)).toBe('too-many-snapshots');
  });

  test('I4: what is in it stands in no view, and the projector is told of the one that it shows alone', () => {
    const state = decided(taken([1, MIA], [2, KEN]), show('snapshot', idOf(92)), TEACHER);
    for (const view of [viewForTeacher(state), viewForScreen(state), viewForStudent(state, MIA)])
      expect(JSON.stringify(view)).not.toContain('rate');
    expect(viewForScreen(state).bench).toEqual({
      whose: null,
      snapshot: { id: idOf(92), stepId: 'train', caption: '', number: 2, count: 2 },
    });
    const told = JSON.stringify(viewForScreen(state));
    for (const text of [idOf(91), MIA, KEN, 'Ken']) expect(told).not.toContain(text);
    const named = decided(
      state,
      { type: 'snapshot:change', snapshotId: idOf(92), caption: '', named: true },
      TEACHER,
    );
    expect(viewForScreen(named).bench!.whose).toEqual({ mark: state.students[KEN]!.mark, nickname: 'Ken' });
    expect(viewForScreen({ ...named, anonymised: true }).bench!.whose!.nickname).toBeNull();
  });

  test('that is taken away goes from the projector, and one that is not there is not shown', () => {
    const state = decided(taken([1, MIA]), show('snapshot', idOf(91)), TEACHER);
    expect(viewForTeacher(state).screen.offered).toContain('snapshot');
    const gone = decided(state, { type: 'snapshot:remove', snapshotId: idOf(91) }, TEACHER);
    expect(viewForScreen(gone)).toMatchObject({ shows: { view: 'auto' }, bench: null });
    expect(refusalOf(gone, show('snapshot', idOf(91)))).toBe('nothing-to-show');
    expect(viewForTeacher(gone).screen.offered).not.toContain('snapshot');
  });
});

describe('the spotlight', () => {
  test('I4: says whose bench it is only where that is released, and never with an id', () => {
    const state = decided(live(), show('spotlight', MIA), TEACHER);
    expect(studentInSpotlight(state)).toBe(MIA);
    const view = viewForScreen(state);
    expect(view).toMatchObject({ shows: { view: 'spotlight', argument: null }, bench: { whose: null } });
    expect(JSON.stringify(view)).not.toContain(MIA);
    const named = decided(live(), show('spotlight', spotlightArgument(MIA, true)), TEACHER);
    expect(viewForScreen(named).bench).toEqual({
      whose: { mark: state.students[MIA]!.mark, nickname: 'Mia' },
      snapshot: null,
    });
    expect(JSON.stringify(viewForScreen(named))).not.toContain(MIA);
    expect(viewForScreen({ ...named, anonymised: true }).bench!.whose!.nickname).toBeNull();
  });

  test('is of somebody who is in, and ends when they are not', () => {
    expect(refusalOf(live(), show('spotlight', idOf(9)))).toBe('nothing-to-show');
    const state = decided(live(), show('spotlight', MIA), TEACHER);
    const left = decided(state, { type: 'student:leave' }, asStudent(1));
    expect(studentInSpotlight(left)).toBeNull();
    expect(viewForScreen(left).shows.view).toBe('auto');
  });

  test('I2: its argument is an id, and whether it is named', () => {
    expect(spotlightOf(spotlightArgument(MIA, true))).toEqual({ studentId: MIA, named: true });
    for (const argument of [MIA, `${MIA} named`])
      expect(commandSchema.safeParse(show('spotlight', argument)).success).toBe(true);
    for (const argument of ['', `${MIA} `, 'Mia', `${MIA} named too`, null])
      expect(commandSchema.safeParse({ ...show('spotlight', MIA), argument }).success, String(argument)).toBe(
        false,
      );
  });
});
