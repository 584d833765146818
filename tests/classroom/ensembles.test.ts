import { describe, expect, it } from 'vitest';
import { decide } from '@/classroom/decide';
import { countedEnsembles } from '@/classroom/ensemble-views';
import { ensemblesWithout, votersOf } from '@/classroom/ensembles';
import type { ClassState } from '@/classroom/state';
import { viewForScreen, viewForStudent, viewForTeacher } from '@/classroom/view';
import { LIMITS } from '@/protocol/limits';
import { foundOf } from './an-ensemble';
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

const ASKED = idOf(900);
const ask = (ensembleId = ASKED) => ({ type: 'ensemble:ask', ensembleId }) as const;
const guess = (choice: number, ensembleId = ASKED) =>
  ({ type: 'ensemble:guess', ensembleId, choice }) as const;
const record = (given = {}) =>
  ({ type: 'ensemble:record', ensembleId: ASKED, found: foundOf(idOf(1), given) }) as const;

/** Three students, two of whom have handed in. */
function handedIn(given: Partial<ClassState> = {}): ClassState {
  const joined = withStudents(aClass(), 'Ada', 'Ben', 'Cleo');
  const live = decided(joined, { type: 'class:begin' }, TEACHER);
  return { ...live, scores: [aScore(1, 0.8), aScore(2, 0.7)], ...given };
}
const codeOf = (...asked: Parameters<typeof decide>) => {
  const decision = decide(...asked);
  return decision.ok ? null : decision.code;
};

describe('which networks vote', () => {
  it('one a student: the best of those whose weights the server still has', () => {
    const state = handedIn({
      scores: [
        // Of run 1 the second hand-in has taken the weights' place, though it is worse.
        aScore(1, 0.9, { runId: 'run-1' }),
        aScore(1, 0.6, { runId: 'run-1', submittedAt: NOW + 1 }),
        aScore(1, 0.7, { runId: 'run-1b', submittedAt: NOW + 2 }),
        aScore(2, 0.7),
      ],
    });
    expect(votersOf(state).map(({ runId }) => runId)).toEqual(['run-1b', 'run-2']);
  });

  it('none of those who were sent out, and of those who left', () => {
    const sent = decided(handedIn(), { type: 'student:ban', studentId: idOf(2) }, TEACHER);
    expect(votersOf(sent).map(({ studentId }) => studentId)).toEqual([idOf(1)]);
    const left = decided(handedIn(), { type: 'student:leave' }, asStudent(2));
    expect(votersOf(left)).toHaveLength(2);
  });

  it('only those of the pictures that the class trains on', () => {
    const { experiment } = aScore(2, 0.7);
    const other = aScore(2, 0.7, { experiment: { ...experiment, dataset: 'fashion' } });
    expect(votersOf(handedIn({ scores: [aScore(1, 0.8), other] }))).toHaveLength(1);
  });
});

describe('a vote of networks', () => {
  it('needs two networks, a class that goes on, and no other that is on', () => {
    expect(codeOf(handedIn({ scores: [aScore(1, 0.8)] }), ask(), TEACHER, context())).toBe(
      'too-few-networks',
    );
    expect(codeOf({ ...handedIn(), phase: 'ended' }, ask(), TEACHER, context())).toBe('wrong-phase');
    const asked = decided(handedIn(), ask(), TEACHER);
    expect(decided(asked, ask(), TEACHER)).toBe(asked);
    expect(codeOf(asked, ask(idOf(901)), TEACHER, context())).toBe('vote-going-on');
    expect(asked.screenView).toBe('ensemble');
  });

  it('is bounded in number', () => {
    const before = Array.from({ length: LIMITS.ensemblesPerClass }, (_, i) => ({
      ...{ id: idOf(500 + i), openedAt: NOW, countedAt: null, found: null, closedAt: NOW },
    }));
    expect(codeOf(handedIn({ ensembles: before }), ask(), TEACHER, context())).toBe('too-many-votes');
  });

  it('takes guesses until it is counted, the last of each student', () => {
    let state = decided(handedIn(), ask(), TEACHER);
    state = decided(state, guess(0), asStudent(1));
    state = decided(state, guess(2), asStudent(1));
    expect(codeOf(state, guess(1, idOf(999)), asStudent(2), context())).toBe('no-vote');
    expect(viewForTeacher(state).ensemble.now).toMatchObject({
      guessed: 1,
      guesses: [0, 0, 1],
      result: null,
    });
    // Nothing of others' guesses before it is counted.
    expect(JSON.stringify(viewForStudent(state, idOf(2))!.ensemble)).toBe(
      JSON.stringify({ id: ASKED, open: true, result: null, guess: null, alone: null }),
    );
    expect(viewForScreen(state).ensemble).toEqual({
      id: ASKED,
      open: true,
      result: null,
      guessed: 1,
      alone: [],
    });
    state = decided(state, record(), SERVER);
    expect(codeOf(state, guess(1), asStudent(2), context())).toBe('vote-not-taken');
    expect(viewForStudent(state, idOf(1))!.ensemble).toMatchObject({ guess: 2, alone: 7 });
    expect(viewForStudent(state, idOf(2))!.ensemble).toMatchObject({ guess: null, alone: null });
  });

  it('is counted once, by the server alone, and only while it is on', () => {
    const asked = decided(handedIn(), ask(), TEACHER);
    for (const actor of [TEACHER, asStudent(1)])
      expect(codeOf(asked, record(), actor, context())).toBe('not-allowed');
    const counted = decided(asked, record(), SERVER);
    expect(decided(counted, record({ voted: 0.1 }), SERVER)).toBe(counted);
    const closed = decided(asked, { type: 'ensemble:close', ensembleId: ASKED }, TEACHER);
    expect(codeOf(closed, record(), SERVER, context())).toBe('no-vote');
  });

  it('is over with its step and its class, and stays to be read', () => {
    const counted = decided(decided(handedIn(), ask(), TEACHER), record(), SERVER);
    for (const type of ['step:next', 'class:end'] as const) {
      const after = decided(counted, { type }, TEACHER, context({ now: NOW + 5 }));
      expect(after.ensembles.at(-1)!.closedAt).toBe(NOW + 5);
      expect(viewForStudent(after, idOf(1))!.ensemble).toBeNull();
      expect(viewForTeacher(after).screen.offered).toContain('ensemble');
      expect(countedEnsembles(after)).toHaveLength(1);
    }
    const never = decided(decided(handedIn(), ask(), TEACHER), { type: 'step:next' }, TEACHER);
    expect(viewForTeacher(never).ensemble.now).toBeNull();
    expect(viewForTeacher(never).screen.offered).not.toContain('ensemble');
    expect(never.screenView).toBe('auto');
  });

  it('says whether luck may have decided', () => {
    const said = (onlyVote: number, onlyBest: number) => {
      const asked = decided(handedIn(), ask(), TEACHER);
      return viewForScreen(decided(asked, record({ onlyVote, onlyBest }), SERVER)).ensemble!.result!
        .toldApart;
    };
    expect(said(140, 40)).toBe(true);
    expect(said(50, 45)).toBe(false);
    expect(said(0, 0)).toBe(false);
  });

  it('names on the projector only where the board does, and nobody where nothing is ranked', () => {
    const counted = decided(decided(handedIn(), ask(), TEACHER), record(), SERVER);
    const alone = (given: Partial<ClassState>) => viewForScreen({ ...counted, ...given }).ensemble!.alone;
    expect(alone({})).toEqual([{ mark: expect.anything(), nickname: null, pictures: 7 }]);
    expect(alone({ namesOnScreen: true })).toMatchObject([{ nickname: 'Ada' }]);
    expect(alone({ namesOnScreen: true, anonymised: true })).toMatchObject([{ nickname: null }]);
    expect(alone({ namesOnScreen: true, ranking: 'anonymous' })).toMatchObject([{ nickname: null }]);
    expect(alone({ ranking: 'off' })).toEqual([]);
    // No id, and no label or number of a picture.
    expect(JSON.stringify(viewForScreen(counted).ensemble)).not.toContain(idOf(1));
  });

  it('keeps nothing of students who are not there, or are forgotten', () => {
    const asked = decided(handedIn(), ask(), TEACHER);
    const counted = decided(asked, record({ alone: { [idOf(1)]: 7, [idOf(77)]: 3 } }), SERVER);
    expect(counted.ensembles[0]!.found!.alone).toEqual({ [idOf(1)]: 7 });
    expect(ensemblesWithout(counted.ensembles, idOf(2))).toBe(counted.ensembles);
    expect(ensemblesWithout(counted.ensembles, idOf(1))[0]!.found!.alone).toEqual({});
  });
});
