import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBetter, rankResults, refuseAnswer, standingOf } from '@/classroom/challenge';
import { dealSeed } from '@/classroom/deal';
import { decide } from '@/classroom/decide';
import type { ClassState } from '@/classroom/state';
import { viewForScreen, viewForStudent, viewForTeacher } from '@/classroom/view';
import type { ChallengeResult } from '@/protocol/challenge';
import { LIMITS } from '@/protocol/limits';
import {
  aClass,
  aScore,
  asStudent,
  context,
  decided,
  idOf,
  NOW,
  SERVER,
  TEACHER,
  withStudents,
} from './made-states';

const live = decided(
  withStudents(aClass({ lessonId: 'perceptron' }), 'Ada', 'Ben', 'Cem'),
  { type: 'class:begin' },
  TEACHER,
);

function aResult(part: string, value: number, given: Partial<ChallengeResult> = {}): ChallengeResult {
  const reached = value === 1;
  return { part, value, reached, shown: { kind: 'count', amount: reached ? 4 : 3, of: 4 }, ...given };
}

function recorded(
  state: ClassState,
  student: number,
  result: ChallengeResult,
  later = 0,
  parts = 5,
): ClassState {
  const checked = { studentId: idOf(student), result, parts };
  return decided(state, { type: 'challenge:record', checked }, SERVER, context({ now: NOW + later }));
}

const placesOf = (state: ClassState) =>
  rankResults(state).map(({ rank, student, total }) => [rank, student.nickname, total]);

describe('results of a challenge', () => {
  it('I9: come from the server alone', () => {
    const checked = { studentId: idOf(1), result: aResult('and', 1), parts: 5 };
    for (const actor of [asStudent(1), TEACHER, { kind: 'newcomer' as const }])
      expect(decide(live, { type: 'challenge:record', checked }, actor, context())).toEqual({
        ok: false,
        code: 'not-allowed',
      });
  });

  it('keep the best of each part, its time, and how often it was tried', () => {
    let state = recorded(live, 1, aResult('and', 0), 1);
    state = recorded(state, 1, aResult('and', 1), 2);
    state = recorded(state, 1, aResult('and', 0), 3);
    state = recorded(state, 1, aResult('and', 1), 4);
    expect(Object.values(state.results)).toEqual([
      { ...aResult('and', 1), studentId: idOf(1), parts: 5, at: NOW + 2, tries: 4 },
    ]);
    expect(state.version).toBe(live.version + 4);
  });

  it('take a result that is said better for the same value, without being later', () => {
    let state = recorded(live, 1, aResult('and', 0, { shown: { kind: 'count', amount: 2, of: 4 } }), 1);
    state = recorded(state, 1, aResult('and', 0), 5);
    expect(Object.values(state.results)[0]).toMatchObject({ shown: { amount: 3 }, at: NOW + 1, tries: 2 });
    const steps = (amount: number) => aResult('all', 0.5, { shown: { kind: 'steps', amount, of: null } });
    expect(isBetter(steps(10), steps(20))).toBe(true);
    expect(isBetter(steps(20), steps(10))).toBe(false);
  });

  it('are taken from students that are in, while the class is live, in a lesson that has a challenge', () => {
    const codeOf = (state: ClassState, student = 1) => refuseAnswer(state, idOf(student))?.code ?? null;
    expect(codeOf(live)).toBeNull();
    expect(codeOf({ ...live, paused: true })).toBeNull();
    expect(codeOf({ ...live, phase: 'lobby' })).toBe('wrong-phase');
    expect(codeOf({ ...live, phase: 'ended' })).toBe('class-ended');
    expect(codeOf({ ...live, lessonId: 'handwritten-digits' })).toBe('no-challenge');
    expect(codeOf({ ...live, lessonId: 'nothing' })).toBe('no-challenge');
    expect(codeOf(live, 9)).toBe('unknown-student');
    expect(codeOf(decided(live, { type: 'student:remove', studentId: idOf(1) }, TEACHER))).toBe(
      'student-removed',
    );
    const [key, result] = Object.entries(recorded(live, 1, aResult('and', 1)).results)[0]!;
    const tired = { ...live, results: { [key]: { ...result, tries: LIMITS.answersPerStudent } } };
    expect(codeOf(tired)).toBe('too-many-answers');
    expect(codeOf(tired, 2)).toBeNull();
  });
});

describe('the board of a challenge', () => {
  it('ranks by the mean over all parts, and the earlier of two equals stands above', () => {
    let state = recorded(live, 1, aResult('and', 1), 1);
    state = recorded(state, 2, aResult('or', 1), 2);
    state = recorded(state, 2, aResult('and', 1), 3);
    state = recorded(state, 3, aResult('nand', 1), 4);
    expect(placesOf(state)).toEqual([
      [1, 'Ben', 0.4],
      [2, 'Ada', 0.2],
      [3, 'Cem', 0.2],
    ]);
    // A later try that betters nothing moves nobody.
    state = recorded(state, 1, aResult('and', 1), 50);
    expect(placesOf(state).map(([, name]) => name)).toEqual(['Ben', 'Ada', 'Cem']);
    const removed = decided(state, { type: 'student:remove', studentId: idOf(2) }, TEACHER);
    expect(placesOf(removed)).toEqual([
      [1, 'Ada', 0.2],
      [2, 'Cem', 0.2],
    ]);
  });

  it('says how many parts are reached, or the one part’s own result', () => {
    let state = recorded(live, 1, aResult('and', 1));
    state = recorded(state, 1, aResult('or', 0));
    expect(viewForTeacher(state).board).toMatchObject({
      kind: 'parts',
      revealed: false,
      rows: [{ accuracy: 0.2, finalAccuracy: null, shown: { kind: 'count', amount: 1, of: 5 } }],
    });
    const spiral = recorded(
      live,
      1,
      aResult('all', 0.9, { shown: { kind: 'share', amount: 0.9, of: null } }),
      0,
      1,
    );
    expect(viewForTeacher(spiral).board).toMatchObject({
      kind: 'result',
      rows: [{ accuracy: 0.9, shown: { kind: 'share', amount: 0.9 } }],
    });
    const ended = decided(spiral, { type: 'class:end' }, TEACHER);
    expect(viewForTeacher(ended).board).toMatchObject({ revealed: false, rows: [{ finalAccuracy: null }] });
  });

  it('says how far the class has got, and of whom it cannot be told', () => {
    let state = recorded(live, 1, aResult('and', 1), 1, 2);
    state = recorded(state, 1, aResult('or', 1), 2, 2);
    state = recorded(state, 2, aResult('and', 1), 3, 2);
    state = recorded(state, 3, aResult('and', 0), 4, 2);
    const progress = {
      answered: 3,
      finished: 1,
      meanTotal: 0.5,
      spread: [1, 0, 0, 0, 0, 1, 0, 0, 0, 1],
    };
    expect(viewForScreen({ ...state, ranking: 'off' })).toMatchObject({ board: null, progress });
    expect(viewForTeacher(state).progress).toEqual(progress);
    expect(viewForScreen(live).progress).toMatchObject({ answered: 0, meanTotal: null });
    expect(viewForScreen({ ...state, lessonId: 'handwritten-digits' }).progress).toBeNull();
  });

  it('leaves weights out, and a lesson of weights leaves results out', () => {
    const both = { ...recorded(live, 1, aResult('and', 1)), scores: [aScore(2, 0.9)] };
    expect(viewForTeacher(both).board.rows.map(({ nickname }) => nickname)).toEqual(['Ada']);
    const digits = { ...both, lessonId: 'handwritten-digits' };
    expect(viewForTeacher(digits).board).toMatchObject({ kind: 'accuracy', rows: [{ nickname: 'Ben' }] });
  });

  it('I4: tells a student the own standing and nobody else’s parts', () => {
    let state = recorded(live, 1, aResult('and', 1), 1);
    state = recorded(state, 1, aResult('or', 0), 2);
    state = recorded(state, 2, aResult('majority-3', 1), 3);
    const view = viewForStudent(state, idOf(1))!;
    expect(view.standing).toEqual({ ...aResult('or', 0), total: 0.2, reachedParts: ['and'] });
    expect(view.me.submissions).toBe(2);
    expect(JSON.stringify(view)).not.toContain('majority-3');
    expect(viewForStudent(state, idOf(3))!.standing).toBeNull();
    expect(standingOf(live, idOf(1))).toBeNull();
    expect(JSON.stringify([view, viewForScreen(state)])).not.toMatch(/studentId":"0/);
  });

  it('is in order and without holes, whatever was handed in', () => {
    const answer = fc.record({
      student: fc.integer({ min: 1, max: 3 }),
      part: fc.constantFrom('a', 'b', 'c'),
      tenths: fc.integer({ min: 0, max: 10 }),
    });
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 25 }), (answers) => {
        let state = live;
        const best = new Map<string, number>();
        for (const [index, { student, part, tenths }] of answers.entries()) {
          state = recorded(state, student, aResult(part, tenths / 10), index, 3);
          const key = `${student} ${part}`;
          best.set(key, Math.max(best.get(key) ?? 0, tenths / 10));
        }
        const places = rankResults(state);
        expect(places).toHaveLength(new Set(answers.map(({ student }) => student)).size);
        for (const [index, place] of places.entries()) {
          const own = [...best].filter(([key]) => idOf(Number(key[0])) === place.student.id);
          expect(place.total).toBeCloseTo(own.reduce((sum, [, value]) => sum + value, 0) / 3, 12);
          expect(place.rank).toBe(index + 1);
          const above = places[index - 1];
          if (!above) continue;
          expect(above.total).toBeGreaterThanOrEqual(place.total);
          if (above.total === place.total) expect(above.at).toBeLessThan(place.at);
        }
        const tries = Object.values(state.results).reduce((sum, result) => sum + result.tries, 0);
        expect(tries).toBe(answers.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what a class is dealt', () => {
  it('follows from its id, differs from class to class, and is 32 bits', () => {
    const seeds = Array.from({ length: 2000 }, (_, index) => dealSeed(idOf(index)));
    expect(new Set(seeds).size).toBe(2000);
    for (const seed of seeds) expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32).toBe(true);
    // Half of the bits of neighbours differ, about.
    const bits = (value: number) => value.toString(2).replaceAll('0', '').length;
    const differing = seeds.slice(1).map((seed, index) => bits((seed ^ seeds[index]!) >>> 0));
    const mean = differing.reduce((sum, count) => sum + count, 0) / differing.length;
    expect(mean).toBeGreaterThan(15);
    expect(mean).toBeLessThan(17);
    expect(viewForScreen(live).class.dealSeed).toBe(dealSeed(live.id));
  });
});
