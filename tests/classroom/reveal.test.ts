import { describe, expect, it } from 'vitest';
import type { ClassCommand } from '@/classroom/commands';
import { decide } from '@/classroom/decide';
import { bestToBeat } from '@/classroom/race';
import { canReveal } from '@/classroom/reveal';
import type { ClassState, VerifiedScore } from '@/classroom/state';
import { isUnrevealed } from '@/classroom/unrevealed';
import { viewForReview, viewForScreen, viewForStudent, viewForTeacher } from '@/classroom/view';
import type { RevealPhase } from '@/protocol/reveal';
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
import { rightsOf } from './rights-of';

const live = decided(withStudents(aClass(), 'Ada', 'Ben', 'Cem', 'Dana'), { type: 'class:begin' }, TEACHER);
const scored = (student: number, shown: number, hidden: number, given: Partial<VerifiedScore> = {}) =>
  aScore(student, shown, { privateAccuracy: hidden, right: rightsOf(shown, hidden), ...given });
/** By the public half Ada, Ben, Cem; by the hidden one Cem, Ada, Ben. Dana has handed nothing in. */
const raced: ClassState = {
  ...live,
  scores: [scored(1, 0.91, 0.711), scored(2, 0.85, 0.65), scored(3, 0.8, 0.7115)],
};
const begun = decided(raced, { type: 'reveal:begin' }, TEACHER);
const go = (state: ClassState, phase: RevealPhase, shown = 0) =>
  decided(state, { type: 'reveal:go', phase, shown }, TEACHER);
const codeOf = (state: ClassState, command: ClassCommand, actor = TEACHER) => {
  const decision = decide(state, command, actor, context());
  return decision.ok ? null : decision.code;
};
const marksOf = (state: ClassState, ...students: number[]) =>
  students.map((student) => state.students[idOf(student)]!.mark);

describe('the reveal of a race', () => {
  it('can be begun where a hidden half decides between networks on a board that is shown', () => {
    expect(canReveal(raced)).toBe(true);
    expect(canReveal({ ...raced, phase: 'ended' })).toBe(true);
    const nothing: readonly Partial<ClassState>[] = [
      { phase: 'lobby' },
      { ranking: 'off' },
      { lessonId: 'perceptron' },
      { race: { ...raced.race, metric: 'weights' } },
      { scores: raced.scores.slice(0, 1) },
    ];
    for (const given of nothing)
      expect(codeOf({ ...raced, ...given }, { type: 'reveal:begin' })).toBe('nothing-to-reveal');
    expect(codeOf(raced, { type: 'reveal:go', phase: 'half', shown: 1 })).toBe('wrong-phase');
  });

  it('ends the class, and puts the board on the wall that everybody has seen', () => {
    expect(begun).toMatchObject({ phase: 'ended', screenView: 'reveal', endedAt: NOW });
    expect(viewForTeacher(begun).reveal.now!.stops).toEqual([
      { phase: 'board', shown: 0 },
      { phase: 'half', shown: 1 },
      { phase: 'half', shown: 2 },
      { phase: 'half', shown: 3 },
      { phase: 'moved', shown: 0 },
      { phase: 'picture', shown: 0 },
    ]);
    // Begun again it goes on.
    expect(decided(go(begun, 'half', 2), { type: 'reveal:begin' }, TEACHER).reveal!.at.shown).toBe(2);
  });

  it('hands nothing of what is not revealed on to the next sitting of the group', () => {
    const earlier = { dataset: 'digits', accuracy: 0.6, weights: 100, examples: 50 } as const;
    expect(bestToBeat(begun)).toBeNull();
    expect(bestToBeat(go({ ...begun, lastBest: earlier }, 'half', 2))).toEqual(earlier);
    expect(bestToBeat(go(begun, 'moved'))!.accuracy).toBe(0.7115);
  });

  it('I4: tells nobody but those who lead of what is not revealed', () => {
    const secret = (state: ClassState, accuracy: number) => {
      const says = (view: object | null) => new RegExp(`:${accuracy}[,}]`).test(JSON.stringify(view));
      return {
        wall: says(viewForScreen(state)),
        ada: says(viewForStudent(state, idOf(1))),
        cem: says(viewForStudent(state, idOf(3))),
      };
    };
    const nobody = { wall: false, ada: false, cem: false };
    const all = { wall: true, ada: true, cem: true };
    for (const accuracy of [0.711, 0.65, 0.7115]) expect(secret(begun, accuracy)).toEqual(nobody);
    const one = go(begun, 'half', 1);
    expect([secret(one, 0.7115), secret(one, 0.65), secret(one, 0.711)]).toEqual([all, nobody, nobody]);
    expect(viewForStudent(one, idOf(3))!.ownRow).toMatchObject({ rank: 3, finalAccuracy: 0.7115 });
    expect(viewForStudent(one, idOf(1))!.ownRow).toMatchObject({ rank: 1, finalAccuracy: null });
    const two = go(one, 'half', 2);
    expect(secret(two, 0.65)).toEqual(all);
    // Neither the board nor anything else says who will have won.
    for (const state of [begun, one, two, go(two, 'half', 3)])
      for (const view of [viewForScreen(state), viewForStudent(state, idOf(2))!]) {
        expect(view.board!.rows.map(({ mark }) => mark)).toEqual(marksOf(state, 1, 2, 3));
        expect(view.board!.rows.every(({ finalAccuracy }) => finalAccuracy === null)).toBe(true);
        expect(view.board!.revealed).toBe(false);
        expect(JSON.stringify(view)).not.toMatch(/"could"|"wins"|"final"|"evidence"|"right"|"scoreId"/);
      }
    expect(viewForTeacher(begun).board.rows.map(({ finalAccuracy }) => finalAccuracy)).toEqual([
      0.7115, 0.711, 0.65,
    ]);
  });

  it('shows what moved once all rows are shown, and then the final board to everybody', () => {
    const moved = go(go(begun, 'half', 3), 'moved');
    const screen = viewForScreen(moved);
    expect(screen.reveal!.rows.map(({ mark }) => mark)).toEqual(marksOf(moved, 3, 1, 2));
    expect(screen.reveal!.rows.map(({ rank, final }) => [rank, final!.rank])).toEqual([
      [3, 1],
      [1, 2],
      [2, 3],
    ]);
    // Cem and Ada answer one picture differently, Ben a hundred.
    expect(screen.reveal!.moves).toEqual({ networks: 3, changed: 3, most: 2, within: null, alike: 1 });
    expect(screen.board!.revealed).toBe(true);
    expect(viewForStudent(moved, idOf(2))!.ownRow).toMatchObject({ rank: 3, finalAccuracy: 0.65 });
  });

  it('takes the ranges when the race has been run again, those of this very race alone', () => {
    const moved = go(begun, 'moved');
    const rows = [3, 1, 2].map((student, at) => ({
      ...{ scoreId: moved.scores[student - 1]!.id, wins: 1 },
      ...(at === 2 ? { first: 3, last: 3 } : { first: 1, last: 1 }),
    }));
    const ranged = decided(moved, { type: 'race:keep', rerun: { races: 1_000, rows } }, SERVER);
    const { moves, rows: shown } = viewForScreen(ranged).reveal!;
    // The first two share their places, whatever the range says; of those who moved Ada alone was at a place that is open to it.
    expect(shown.map(({ final }) => final!.could)).toEqual([
      { first: 1, last: 2 },
      { first: 1, last: 2 },
      { first: 3, last: 3 },
    ]);
    expect(moves).toMatchObject({ changed: 3, within: 1 });
  });

  it('goes on and back, two who press at once one stop, and what has been seen stays known', () => {
    const two = go(go(begun, 'half', 1), 'half', 2);
    expect(decided(two, { type: 'reveal:go', phase: 'half', shown: 2 }, TEACHER)).toBe(two);
    const back = go(two, 'board');
    expect(back.reveal).toMatchObject({ at: { phase: 'board' }, furthest: { phase: 'half', shown: 2 } });
    expect(viewForScreen(back).reveal!.rows.every(({ finalAccuracy }) => finalAccuracy === null)).toBe(true);
    expect(viewForStudent(back, idOf(2))!.ownRow!.finalAccuracy).toBe(0.65);
    expect(viewForStudent(back, idOf(1))!.ownRow!.finalAccuracy).toBeNull();
    // More awards than there are: as far as there is something.
    expect(go(two, 'awards', 5).reveal!.at).toEqual({ phase: 'moved', shown: 0 });
    expect(go(two, 'half', 99).reveal!.at).toEqual({ phase: 'half', shown: 3 });
  });

  it('shows those beneath the wall’s rows all at once', () => {
    const many = decided(
      withStudents(aClass(), ...Array.from({ length: 20 }, (_, index) => `S${index}`)),
      { type: 'class:begin' },
      TEACHER,
    );
    const scores = Array.from({ length: 20 }, (_, index) => scored(index + 1, 0.9 - index / 100, 0.8));
    const state = decided({ ...many, scores }, { type: 'reveal:begin' }, TEACHER);
    const { stops } = viewForTeacher(state).reveal.now!;
    expect(stops.filter(({ phase }) => phase === 'half').map(({ shown }) => shown)).toEqual([
      12, 13, 14, 15, 16, 17, 18, 19, 20,
    ]);
    const rows = viewForScreen(go(state, 'half', 12)).reveal!.rows;
    expect(rows.map(({ finalAccuracy }) => finalAccuracy !== null)).toEqual(
      Array.from({ length: 20 }, (_, index) => index >= 8),
    );
  });

  it('moves nobody when somebody is sent out, deleted or scored late', () => {
    const two = go(begun, 'half', 2);
    const without = decided(two, { type: 'student:ban', studentId: idOf(2) }, TEACHER);
    const late = decided(without, { type: 'score:record', score: scored(4, 0.99, 0.99) }, SERVER);
    const { rows, total } = viewForScreen(late).reveal!;
    expect(rows.map(({ mark, rank, finalAccuracy }) => [mark, rank, finalAccuracy])).toEqual([
      [marksOf(late, 1)[0], 1, 0.711],
      [marksOf(late, 3)[0], 3, 0.7115],
    ]);
    expect(total).toBe(2);
    const back = decided(late, { type: 'student:forgive', studentId: idOf(2) }, TEACHER);
    expect(viewForScreen(back).reveal!.rows.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    const moved = viewForScreen(go(late, 'moved')).reveal!;
    expect(moved.rows.map(({ final }) => final!.rank)).toEqual([1, 2]);
    expect(moved.moves!.networks).toBe(2);
  });

  it('knows the own row of each, wherever it stands, and of whoever handed nothing in says nothing', () => {
    const own = viewForStudent(go(begun, 'half', 1), idOf(3))!.reveal!;
    expect(own.rows.map(({ own: mine }) => mine ?? false)).toEqual([false, false, true]);
    const none = viewForStudent(begun, idOf(4))!;
    expect(none.ownRow).toBeNull();
    expect(none.reveal!.rows).toHaveLength(3);
    expect(none.reveal!.guess).toEqual({ mayGuess: false, guess: null });
  });

  it('is named as the board is, and off with it', () => {
    const half = go(begun, 'half', 3);
    expect(viewForStudent(half, idOf(1))!.reveal!.rows.map(({ nickname }) => nickname)).toEqual([
      'Ada',
      'Ben',
      'Cem',
    ]);
    const nameless = (state: ClassState) =>
      [viewForScreen(state), viewForStudent(state, idOf(1))!].every((view) =>
        view.reveal!.rows.every(({ nickname }) => nickname === null),
      );
    expect(viewForScreen(half).reveal!.rows[0]!.nickname).toBeNull();
    expect(nameless(decided(half, { type: 'class:rank', ranking: 'anonymous' }, TEACHER))).toBe(true);
    expect(nameless(decided(half, { type: 'class:anonymise', anonymised: true }, TEACHER))).toBe(true);
    const off = decided(half, { type: 'class:rank', ranking: 'off' }, TEACHER);
    expect([viewForScreen(off).reveal, viewForStudent(off, idOf(1))!.reveal]).toEqual([null, null]);
    expect(viewForStudent(off, idOf(1))!.ownRow!.finalAccuracy).toBe(0.711);
  });

  it('asks everybody who has a network what it will have right, until the first hidden result', () => {
    const guess = (state: ClassState, student: number, value: number) =>
      decided(state, { type: 'reveal:guess', guess: value }, asStudent(student));
    const guessed = guess(guess(begun, 1, 700), 1, 712);
    expect(viewForStudent(guessed, idOf(1))!.reveal!.guess).toEqual({ mayGuess: true, guess: 712 });
    expect(viewForScreen(guessed).reveal!.guesses).toBe(1);
    const command = { type: 'reveal:guess', guess: 1 } as const;
    expect(codeOf(begun, command, asStudent(4))).toBe('no-guess-now');
    expect(codeOf(go(guessed, 'half', 1), command, asStudent(1))).toBe('no-guess-now');
    expect(codeOf(go(go(guessed, 'half', 1), 'board'), command, asStudent(1))).toBe('no-guess-now');
    expect(codeOf(raced, command, asStudent(1))).toBe('no-guess-now');
  });

  it('keeps from the wall what would say who has won', () => {
    const show = (view: 'podium' | 'again' | 'board') =>
      ({ type: 'screen:show', view, argument: null, pinned: false }) as const;
    for (const state of [begun, go(begun, 'half', 3)]) {
      expect(codeOf(state, show('podium'))).toBe('nothing-to-show');
      expect(codeOf(state, { type: 'race:again' })).toBe('wrong-phase');
      expect(codeOf(state, show('board'))).toBeNull();
    }
    expect(codeOf(go(begun, 'moved'), show('podium'))).toBeNull();
  });
});

describe('awards of a reveal', () => {
  const guessed = [1, 2, 3].reduce(
    (state, student) => decided(state, { type: 'reveal:guess', guess: 705 + student }, asStudent(student)),
    begun,
  );
  const moved = go(guessed, 'moved');
  const kinds = (state: ClassState) =>
    viewForScreen(state).reveal!.awards.map(({ evidence }) => evidence.kind);

  it('are shown one by one, and before that to those who lead alone', () => {
    expect(
      viewForTeacher(moved).reveal.now!.awards.map(({ evidence, shown }) => [evidence.kind, shown]),
    ).toEqual([['predicted', false]]);
    expect(JSON.stringify(viewForScreen(moved))).not.toContain('predicted');
    const one = go(moved, 'awards', 1);
    expect(kinds(one)).toEqual(['predicted']);
    expect(viewForStudent(one, idOf(3))!.reveal!.awards[0]).toMatchObject({
      own: true,
      evidence: { guess: 0.708, accuracy: 0.7115 },
    });
  });

  it('can be withheld until somebody has seen them', () => {
    const withhold = (withheld: boolean) =>
      ({ type: 'reveal:withhold', award: 'predicted', withheld }) as const;
    const without = decided(moved, withhold(true), TEACHER);
    expect(viewForTeacher(without).reveal.now!.stops.some(({ phase }) => phase === 'awards')).toBe(false);
    expect(kinds(go(without, 'picture'))).toEqual([]);
    expect(codeOf(go(without, 'picture'), withhold(false))).toBe('award-shown');
    const given = decided(without, withhold(false), TEACHER);
    expect(kinds(go(given, 'awards', 1))).toEqual(['predicted']);
    expect(codeOf(go(given, 'awards', 1), withhold(true))).toBe('award-shown');
    expect(codeOf(go(go(given, 'awards', 1), 'moved'), withhold(true))).toBe('award-shown');
    expect(codeOf(begun, withhold(true))).toBe('wrong-phase');
  });

  it('go with who is deleted, and are told in the review', () => {
    const shown = go(moved, 'picture');
    expect(viewForReview(shown).reveal.now!.awards).toHaveLength(1);
    expect(kinds(decided(shown, { type: 'student:ban', studentId: idOf(3) }, TEACHER))).toEqual([]);
  });
});

describe('the picture without a winner', () => {
  it('shows all networks that have raced, and which are on the front', () => {
    const small = { ...raced.scores[1]!, experiment: { ...raced.scores[1]!.experiment, examples: 100 } };
    const state = go(
      decided(
        { ...raced, scores: [raced.scores[0]!, small, raced.scores[2]!] },
        { type: 'reveal:begin' },
        TEACHER,
      ),
      'picture',
    );
    const { picture } = viewForScreen(state).reveal!;
    expect(picture!.map(({ accuracy, examples, front }) => [accuracy, examples, front])).toEqual([
      [0.711, 1000, false],
      [0.65, 100, true],
      [0.7115, 1000, true],
    ]);
    expect(picture![0]!.weights).toBe(784 * 8 + 8 + 8 * 10 + 10);
  });
});

describe('the plain way out', () => {
  it('shows everything at once from any stop, and the server may take it for whoever has left', () => {
    const end = { type: 'reveal:go', phase: 'picture', shown: 0 } as const;
    for (const actor of [TEACHER, SERVER]) {
      const over = decided(begun, end, actor);
      expect(isUnrevealed(over)).toBe(false);
      expect(over.reveal).toMatchObject({ furthest: { phase: 'picture' } });
      expect(over.reveal!.race!.networks).toHaveLength(3);
    }
    expect(isUnrevealed(begun)).toBe(true);
  });
});
