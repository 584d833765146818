import { describe, expect, it } from 'vitest';
import { decide } from '@/classroom/decide';
import { viewForScreen, viewForStudent, viewForTeacher } from '@/classroom/view';
import { DEVICES_SHOWN, DEVICES_SHOWN_TO_STUDENTS, type Measurement } from '@/protocol/measurement';
import { aClass, asStudent, context, decided, idOf, NOW, SERVER, TEACHER, withStudents } from './made-states';

const named = Array.from({ length: 3 }, (_, i) => `Student ${i + 1}`);
const lobby = withStudents(aClass({ lessonId: 'gpu' }), ...named);
const live = decided(lobby, { type: 'class:begin' }, TEACHER);

const device = (times: number, software = false): Measurement => ({
  software,
  figures: [
    { task: 'matrix-product', backend: 'javascript', size: 512, ms: 100 },
    { task: 'matrix-product', backend: 'webgl', size: 512, ms: 100 / times },
  ],
});
const report = (measurement: Measurement) => ({ type: 'measurement:report', ...measurement }) as const;

describe('what a device measured', () => {
  it('is kept a student, the newest alone', () => {
    const first = decided(live, report(device(2)), asStudent(1));
    const second = decided(first, report(device(40)), asStudent(1), context({ now: NOW + 9 }));
    expect(second.measurements).toEqual({
      [idOf(1)]: { studentId: idOf(1), measuredAt: NOW + 9, ...device(40) },
    });
    expect(second.version).toBe(first.version + 1);
  });

  it('is taken from students that are in, while the class is live, in a lesson that measures', () => {
    const codeOf = (state: typeof live, actor = asStudent(1)) => {
      const decision = decide(state, report(device(2)), actor, context());
      return decision.ok ? null : decision.code;
    };
    expect(codeOf(live)).toBeNull();
    expect(codeOf(lobby)).toBe('wrong-phase');
    expect(codeOf(decided(live, { type: 'class:end' }, TEACHER))).toBe('class-ended');
    expect(codeOf(live, asStudent(9))).toBe('unknown-student');
    expect(codeOf(live, TEACHER)).toBe('not-allowed');
    expect(codeOf(live, SERVER)).toBe('not-allowed');
    expect(codeOf({ ...live, lessonId: 'perceptron' })).toBe('not-allowed');
  });

  it('I4: is shown to everybody as speed-ups without names, the fastest first; to its student as the own', () => {
    const one = decided(live, report(device(3, true)), asStudent(1));
    const state = decided(one, report(device(40)), asStudent(2));
    const shown = { total: 2, devices: [expect.anything(), expect.anything()] };
    for (const view of [viewForTeacher(state), viewForScreen(state), viewForStudent(state, idOf(3))!]) {
      expect(view.devices).toEqual(shown);
      const told = JSON.stringify(view.devices);
      for (const index of [1, 2]) expect(told).not.toContain(idOf(index));
      expect(told).not.toContain('"ms"');
      const at = view.devices!.devices.map(({ tasks }) => tasks['matrix-product'].webgl?.[6]);
      expect(at).toEqual([40, 3]);
    }
    expect(viewForStudent(state, idOf(1))!.ownDevice).toMatchObject({ software: true });
    expect(viewForStudent(state, idOf(3))!.ownDevice).toBeNull();
  });

  it('goes from the picture with a student that is removed, and stays with one that left', () => {
    const state = decided(decided(live, report(device(3)), asStudent(1)), report(device(4)), asStudent(2));
    const left = decided(state, { type: 'student:leave' }, asStudent(1));
    expect(viewForTeacher(left).devices?.total).toBe(2);
    const removed = decided(left, { type: 'student:remove', studentId: idOf(2) }, TEACHER);
    expect(viewForTeacher(removed).devices?.total).toBe(1);
  });

  it('is null in a lesson that measures none', () => {
    const other = aClass({ lessonId: 'perceptron' });
    expect(viewForTeacher(other).devices).toBeNull();
    expect(viewForScreen(other).devices).toBeNull();
  });

  it('of a large class is thinned out evenly from the fastest to the slowest', () => {
    const many = DEVICES_SHOWN * 2;
    const names = Array.from({ length: many }, (_, i) => `S ${i}`);
    let state = decided(
      withStudents(aClass({ lessonId: 'gpu', maxStudents: 400 }), ...names),
      { type: 'class:begin' },
      TEACHER,
    );
    for (let i = 1; i <= many; i++) state = decided(state, report(device(i)), asStudent(i));
    const { total, devices } = viewForScreen(state).devices!;
    expect([total, devices.length]).toEqual([many, DEVICES_SHOWN]);
    // Three hundred of these are sent at once.
    expect(viewForStudent(state, idOf(1))?.devices?.devices.length).toBe(DEVICES_SHOWN_TO_STUDENTS);
    const times = devices.map(({ tasks }) => tasks['matrix-product'].webgl![6]!);
    expect(times[0]).toBe(many);
    expect(times.at(-1)).toBe(2);
  });
});
