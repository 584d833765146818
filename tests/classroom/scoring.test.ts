import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '@/classroom/decide';
import { rank, recordScore, refuseSubmission, scoredSubmission } from '@/classroom/scoring';
import type { ClassState } from '@/classroom/state';
import { stepsOf } from '@/classroom/steps';
import { shownOf } from '@/classroom/told';
import { viewForScreen, viewForStudent, viewForTeacher } from '@/classroom/view';
import { LIMITS } from '@/protocol/limits';
import {
  aClass,
  aScore,
  context,
  decided,
  idOf,
  join,
  NOW,
  SERVER,
  TEACHER,
  withStudents,
} from './made-states';
import { rightsOf } from './rights-of';

const live = decided(withStudents(aClass(), 'Ada', 'Ben', 'Cem'), { type: 'class:begin' }, TEACHER);
const withScores = (...scores: ClassState['scores']): ClassState => ({ ...live, scores });
const placesOf = (state: ClassState) =>
  rank(state).map(({ rank: place, student }) => [place, student.nickname]);

describe('the board', () => {
  it('ranks by the best public accuracy, shares ranks, and lets the earlier stand above', () => {
    const state = withScores(
      aScore(1, 0.5),
      aScore(2, 0.9, { submittedAt: NOW + 2 }),
      aScore(3, 0.9, { submittedAt: NOW + 1 }),
      aScore(1, 0.7, { submittedAt: NOW + 3 }),
      aScore(2, 0.1, { submittedAt: NOW + 4 }),
    );
    expect(placesOf(state)).toEqual([
      [1, 'Cem'],
      [1, 'Ben'],
      [3, 'Ada'],
    ]);
  });

  it('I4: reveals, at the end, the private half of the submission that stood on the board', () => {
    const state = withScores(
      aScore(1, 0.9, { privateAccuracy: 0.3 }),
      aScore(1, 0.8, { privateAccuracy: 0.99 }),
      aScore(2, 0.5, { privateAccuracy: 0.6 }),
    );
    expect(placesOf(state)).toEqual([
      [1, 'Ada'],
      [2, 'Ben'],
    ]);
    expect(
      JSON.stringify([viewForTeacher(state), viewForScreen(state), viewForStudent(state, idOf(1))]),
    ).not.toMatch(/0\.3\b|0\.99/);
    const ended = decided(state, { type: 'class:end' }, TEACHER);
    expect(rank(ended).map(({ best }) => best.privateAccuracy)).toEqual([0.6, 0.3]);
  });

  it('shares places that the pictures of the half that counts cannot tell apart, and never says which were right', () => {
    const state = withScores(
      aScore(1, 0.9, { privateAccuracy: 0.88, right: rightsOf(0.9, 0.88) }),
      aScore(2, 0.899, { privateAccuracy: 0.9, right: rightsOf(0.899, 0.9) }),
      aScore(3, 0.8, { privateAccuracy: 0.88, right: rightsOf(0.8, 0.88) }),
    );
    const shared = (so: ClassState) =>
      viewForScreen(so).board!.rows.map(({ rank: place, place: among }) => [
        place,
        among?.first,
        among?.last,
      ]);
    expect(shared(state)).toEqual([
      [1, 1, 2],
      [2, 1, 2],
      [3, 3, 3],
    ]);
    const ended = decided(state, { type: 'class:end' }, TEACHER);
    expect(shared(ended)).toEqual([
      [1, 1, 1],
      [2, 2, 3],
      [2, 2, 3],
    ]);
    for (const view of [viewForTeacher(ended), viewForScreen(ended), viewForStudent(ended, idOf(1))])
      expect(JSON.stringify(view)).not.toContain('"right"');
    expect(viewForScreen(withScores(aScore(1, 0.9))).board!.rows[0]).not.toHaveProperty('place');
  });

  it('tells a new number only where the best is bettered by more than luck', () => {
    const hand = (state: ClassState, accuracy: number, id: string) => {
      const score = aScore(1, accuracy, { id, right: rightsOf(accuracy, accuracy) });
      return decided(state, { type: 'score:record', score }, SERVER);
    };
    // Of two the better one has all that the other has: 6 more pictures of 2,000 are more than luck, 5 are not.
    let state = hand(live, 0.9, 'first');
    state = hand(state, 0.9025, 'five more');
    state = hand(state, 0.5, 'far worse');
    expect(state.scores.map(shownOf)).toEqual([0.9, 0.9, 0.9]);
    expect(state.scores.map(({ publicAccuracy }) => publicAccuracy)).toEqual([0.9, 0.9025, 0.5]);
    const told = (id: string) => scoredSubmission(state, idOf(1), id)!;
    expect(told('first')).toMatchObject({ accuracy: 0.9, best: true });
    expect(told('five more')).toMatchObject({ accuracy: 0.9, best: false });
    expect(told('far worse')).toMatchObject({ accuracy: 0.9, best: false });
    expect(rank(state)[0]!.best.id).toBe('first');
    for (const view of [viewForStudent(state, idOf(1)), viewForScreen(state), viewForTeacher(state)])
      expect(JSON.stringify(view)).not.toMatch(/0\.9025|shownAccuracy/);
    // Small steps together are one.
    state = hand(state, 0.903, 'six more');
    expect(shownOf(state.scores.at(-1)!)).toBe(0.903);
    expect(rank(state)[0]!.best.id).toBe('six more');
    expect(told('six more').best).toBe(true);
    // At the end the network that counted on the board counts, not one that nobody heard of.
    const ended = decided(state, { type: 'class:end' }, TEACHER);
    expect(rank(ended)[0]!.best.id).toBe('six more');
  });

  it('I4: is not for somebody who waits to be let in', () => {
    const state = decided({ ...withScores(aScore(1, 0.9)), approvalRequired: true }, join(4, 'Stranger'), {
      kind: 'newcomer',
    });
    expect(viewForStudent(state, idOf(4))).toMatchObject({ me: { membership: 'waiting' }, board: null });
    expect(JSON.stringify(viewForStudent(state, idOf(4)))).not.toContain('Ada');
    const admitted = decided(state, { type: 'student:admit', studentId: idOf(4) }, TEACHER);
    expect(viewForStudent(admitted, idOf(4))!.board!.rows[0]!.nickname).toBe('Ada');
  });

  it('leaves out removed and banned students, and keeps those who left', () => {
    let state = withScores(aScore(1, 0.9), aScore(2, 0.8), aScore(3, 0.7));
    state = decided(state, { type: 'student:remove', studentId: idOf(1) }, TEACHER);
    state = decided(state, { type: 'student:leave' }, { kind: 'student', studentId: idOf(3) });
    expect(placesOf(state)).toEqual([
      [1, 'Ben'],
      [2, 'Cem'],
    ]);
  });

  it('is in order and without holes, whatever was submitted', () => {
    const score = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 10 }), fc.nat(100))
      .map(([student, tenths, later]) => aScore(student, tenths / 10, { submittedAt: NOW + later }));
    fc.assert(
      fc.property(fc.array(score, { maxLength: 30 }), (scores) => {
        const standings = rank(withScores(...scores));
        expect(new Set(standings.map(({ student }) => student.id)).size).toBe(standings.length);
        for (const [index, { rank: place, best, student }] of standings.entries()) {
          const above = standings[index - 1];
          const all = scores.filter(({ studentId }) => studentId === student.id);
          expect(best.publicAccuracy).toBe(Math.max(...all.map(({ publicAccuracy }) => publicAccuracy)));
          if (above) expect(above.best.publicAccuracy).toBeGreaterThanOrEqual(best.publicAccuracy);
          const better = standings.filter((other) => other.best.publicAccuracy > best.publicAccuracy);
          expect(place).toBe(better.length + 1);
        }
      }),
    );
  });

  it('follows the ranking that the teacher chose; the own row is always there', () => {
    const state = withScores(aScore(1, 0.9), aScore(2, 0.8));
    const board = (ranking: ClassState['ranking'], more: Partial<ClassState> = {}) =>
      viewForStudent({ ...state, ranking, ...more }, idOf(2))!;
    expect(board('named').board!.rows.map(({ nickname }) => nickname)).toEqual(['Ada', 'Ben']);
    expect(board('anonymous').board!.rows.map(({ nickname }) => nickname)).toEqual([null, null]);
    expect(board('named', { anonymised: true }).board!.rows.map(({ nickname }) => nickname)).toEqual([
      null,
      null,
    ]);
    expect(board('off').board).toBeNull();
    for (const ranking of ['named', 'anonymous', 'off'] as const)
      expect(board(ranking).ownRow).toMatchObject({ rank: 2, nickname: 'Ben', runId: 'run-2' });
  });

  it('sends a student no more rows than the limit, and says how many there are', () => {
    const names = Array.from({ length: 30 }, (_, index) => `N${index} of all`);
    const many = withStudents(aClass(), ...names);
    const state = { ...many, scores: names.map((_, index) => aScore(index + 1, index / 100)) };
    const view = viewForStudent(state, idOf(1))!;
    expect(view.board).toMatchObject({ total: 30 });
    expect(view.board!.rows).toHaveLength(LIMITS.boardRows);
    expect(view.ownRow!.rank).toBe(30);
    expect(viewForTeacher(state).board.rows).toHaveLength(30);
  });
});

describe('handing in', () => {
  const codeOf = (state: ClassState, pending = 0, now = NOW + 60_000, student = 1) =>
    refuseSubmission(state, idOf(student), pending, now)?.code ?? null;

  it('needs a student that is in and a class that is live', () => {
    expect(codeOf(live)).toBeNull();
    expect(codeOf(live, 0, NOW, 9)).toBe('unknown-student');
    expect(codeOf({ ...live, phase: 'lobby' })).toBe('wrong-phase');
    expect(codeOf({ ...live, phase: 'ended' })).toBe('class-ended');
    const as = (membership: 'waiting' | 'left' | 'removed' | 'banned') =>
      codeOf({ ...live, students: { [idOf(1)]: { ...live.students[idOf(1)]!, membership } } });
    expect([as('waiting'), as('removed'), as('banned')]).toEqual([
      'student-waiting',
      'student-removed',
      'student-banned',
    ]);
  });

  it('keeps a distance, one at a time, and a total', () => {
    const once = withScores(aScore(1, 0.5));
    expect(codeOf(once, 0, NOW + LIMITS.submissionIntervalMs - 1)).toBe('rate-limited');
    expect(codeOf(once, 0, NOW + LIMITS.submissionIntervalMs)).toBeNull();
    expect(codeOf(live, 1)).toBe('rate-limited');
    const all = withScores(
      ...Array.from({ length: LIMITS.submissionsPerStudent }, (_, index) =>
        aScore(1, 0.5, { id: `s${index}` }),
      ),
    );
    expect(codeOf(all)).toBe('too-many-submissions');
    expect(codeOf(all, 0, NOW + 60_000, 2)).toBeNull();
  });

  it('is over with the countdown of the challenge, until there is more time or none', () => {
    const challenge = stepsOf(live).findIndex(({ bench }) => bench === 'digits-challenge');
    const endsAt = NOW + 50_000;
    const raced = { ...live, stepIndex: challenge, countdown: { endsAt } };
    expect(codeOf(raced, 0, endsAt - 1)).toBeNull();
    expect(codeOf(raced, 0, endsAt)).toBe('time-is-up');
    expect(codeOf({ ...raced, countdown: { endsAt: endsAt + 60_000 } }, 0, endsAt)).toBeNull();
    expect(codeOf({ ...raced, countdown: null }, 0, endsAt)).toBeNull();
    // While the class is paused its time stands; and elsewhere a countdown is about something else.
    expect(codeOf({ ...raced, countdown: { left: 1 } }, 0, endsAt)).toBeNull();
    expect(codeOf({ ...raced, stepIndex: challenge - 1 }, 0, endsAt)).toBeNull();
    // What had arrived in time counts, whenever it is scored.
    expect(recordScore(raced, aScore(1, 0.5)).ok).toBe(true);
  });

  it('waits as long as the room says, and is over when the room says so', () => {
    const limited = decided(
      withScores(aScore(1, 0.5)),
      { type: 'class:limit-hand-ins', handIns: 2, coolDownSeconds: 60 },
      TEACHER,
    );
    expect(codeOf(limited, 0, NOW + LIMITS.submissionIntervalMs - 1)).toBe('rate-limited');
    expect(codeOf(limited, 0, NOW + LIMITS.submissionIntervalMs)).toBe('cooling-down');
    expect(codeOf(limited, 0, NOW + 59_999)).toBe('cooling-down');
    expect(codeOf(limited, 0, NOW + 60_000)).toBeNull();
    expect(codeOf(limited, 0, NOW, 2)).toBeNull();
    const failed = refuseSubmission(limited, idOf(2), 0, NOW + 30_000, { count: 1, at: NOW });
    expect(failed).toEqual({ ok: false, code: 'cooling-down' });
    const twice = { ...limited, scores: [...limited.scores, aScore(1, 0.4, { id: 'second' })] };
    expect(codeOf(twice)).toBe('too-many-submissions');
    expect(viewForStudent(limited, idOf(1))!.me.nextHandInAt).toBe(NOW + 60_000);
    expect(viewForStudent(limited, idOf(2))!.me.nextHandInAt).toBeNull();
    // Without one a page tries again by itself, and shows nothing.
    expect(viewForStudent(withScores(aScore(1, 0.5)), idOf(1))!.me.nextHandInAt).toBeNull();
    const ended = decided(limited, { type: 'class:end' }, TEACHER);
    const command = { type: 'class:limit-hand-ins', handIns: 5, coolDownSeconds: 3 } as const;
    expect(decide(ended, command, TEACHER, context())).toEqual({ ok: false, code: 'wrong-phase' });
  });

  it('counts the same submission once', () => {
    const score = aScore(1, 0.5);
    const once = recordScore(live, score);
    expect(once.ok && recordScore(once.state, score)).toEqual(once);
    expect(recordScore(live, aScore(9, 0.5))).toEqual({ ok: false, code: 'unknown-student' });
  });
});
