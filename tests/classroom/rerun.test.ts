import { describe, expect, it } from 'vitest';
import { decide } from '@/classroom/decide';
import type { Rerun } from '@/classroom/race-again';
import { dueRace } from '@/classroom/rerun';
import type { ClassState, VerifiedScore } from '@/classroom/state';
import { viewForReview, viewForScreen, viewForStudent, viewForTeacher } from '@/classroom/view';
import { aClass, aScore, context, decided, idOf, SERVER, TEACHER, withStudents } from './made-states';
import { rightsOf } from './rights-of';

const live = decided(withStudents(aClass(), 'Ada', 'Ben', 'Cem'), { type: 'class:begin' }, TEACHER);
const scored = (student: number, accuracy: number, given: Partial<VerifiedScore> = {}) =>
  aScore(student, accuracy, { right: rightsOf(accuracy, accuracy), ...given });
const endedWith = (...scores: VerifiedScore[]): ClassState =>
  decided({ ...live, scores }, { type: 'class:end' }, TEACHER);
const ended = endedWith(scored(1, 0.9), scored(2, 0.899), scored(3, 0.7));

function rerunFor(state: ClassState, wins = [600, 390, 10]): Rerun {
  const rows = dueRace(state)!.scoreIds.map((scoreId, at) => ({
    ...{ scoreId, first: at === 2 ? 3 : 1, last: at === 2 ? 3 : 2 },
    wins: wins[at]!,
  }));
  return { races: 1_000, rows };
}
const kept = decided(ended, { type: 'race:keep', rerun: rerunFor(ended) }, SERVER);
const shown = decided(kept, { type: 'race:again' }, TEACHER);
const codeOf = (state: ClassState) => {
  const decision = decide(state, { type: 'race:again' }, TEACHER, context());
  return decision.ok ? null : decision.code;
};

describe('the race of a class, run again', () => {
  it('is due once it has ended, with what is known of all, and not twice', () => {
    expect(dueRace({ ...live, scores: ended.scores })).toBeNull();
    expect(dueRace(ended)!.scoreIds).toEqual(ended.scores.map(({ id }) => id));
    expect(dueRace(ended)!.rights[0]).toEqual(rightsOf(0, 0.9).subarray(250));
    expect(dueRace(kept)).toBeNull();
    expect(dueRace(endedWith(scored(1, 0.9)))).toBeNull();
    expect(dueRace(endedWith(scored(1, 0.9), aScore(2, 0.8)))).toBeNull();
  });

  it('is run anew when somebody is off the board, and says nothing before', () => {
    const without = decided(shown, { type: 'student:ban', studentId: idOf(2) }, TEACHER);
    expect(viewForScreen(without).board).not.toHaveProperty('again');
    expect(viewForScreen(without).board!.rows[0]).not.toHaveProperty('could');
    expect(viewForScreen(without).shows.view).toBe('auto');
    // What was calculated of the board before is too late.
    expect(decided(without, { type: 'race:keep', rerun: rerunFor(ended) }, SERVER)).toBe(without);
    const anew = { races: 1_000, rows: rerunFor(without, [900, 100]).rows };
    const again = decided(without, { type: 'race:keep', rerun: anew }, SERVER);
    expect(viewForScreen(again).board!.rows.map(({ wins }) => wins)).toEqual([900, 100]);
  });

  it('says which places are possible at the end, and how often each has won once the teacher shows it', () => {
    for (const view of [viewForScreen(kept), viewForStudent(kept, idOf(1))!, viewForTeacher(kept)]) {
      expect(view.board!.rows.map(({ could }) => could)).toEqual([
        { first: 1, last: 2 },
        { first: 1, last: 2 },
        { first: 3, last: 3 },
      ]);
      expect(view.board!.again).toEqual({ races: 1_000, shownAt: null });
      expect(JSON.stringify(view)).not.toContain('"wins"');
    }
    expect(viewForReview(kept).board.rows.map(({ wins }) => wins)).toEqual([600, 390, 10]);
    const screen = viewForScreen(shown);
    expect(screen.shows).toEqual({ view: 'again', argument: null });
    expect(screen.board!.rows.map(({ wins }) => wins)).toEqual([600, 390, 10]);
    expect(screen.board!.again!.shownAt).toBe(context().now);
    const own = viewForStudent(shown, idOf(3))!;
    expect(own.ownRow!.wins).toBe(10);
    for (const view of [screen, own, viewForTeacher(shown)])
      expect(JSON.stringify(view)).not.toMatch(/"right"|"scoreId"/);
  });

  it('names nobody whom the board does not name, and is off with it', () => {
    const marks = decided(shown, { type: 'class:rank', ranking: 'anonymous' }, TEACHER);
    expect(viewForStudent(marks, idOf(1))!.board!.rows.every(({ nickname }) => nickname === null)).toBe(true);
    const off = decided(shown, { type: 'class:rank', ranking: 'off' }, TEACHER);
    expect(viewForScreen(off)).toMatchObject({ board: null, shows: { view: 'auto' } });
    expect(viewForStudent(off, idOf(1))!.board).toBeNull();
    const hidden = viewForStudent(off, idOf(1))!.ownRow!;
    expect(hidden).not.toHaveProperty('wins');
    expect(hidden).not.toHaveProperty('could');
  });

  it('holds the shared place, whatever the interval says', () => {
    const narrow = rerunFor(ended);
    const rerun = {
      ...narrow,
      rows: narrow.rows.map((row, at) => ({ ...row, first: at + 1, last: at + 1 })),
    };
    const view = viewForScreen(decided(ended, { type: 'race:keep', rerun }, SERVER));
    expect(view.board!.rows.map(({ place, could }) => [place, could])).toEqual([
      [
        { first: 1, last: 2 },
        { first: 1, last: 2 },
      ],
      [
        { first: 1, last: 2 },
        { first: 1, last: 2 },
      ],
      [
        { first: 3, last: 3 },
        { first: 3, last: 3 },
      ],
    ]);
  });

  it('is refused while the class goes on, and where there is none', () => {
    expect(codeOf(live)).toBe('wrong-phase');
    expect(codeOf(ended)).toBe('no-race');
    expect(codeOf(endedWith())).toBe('no-race');
    expect(codeOf({ ...kept, lessonId: 'perceptron' })).toBe('no-race');
    expect(codeOf(kept)).toBeNull();
  });
});
