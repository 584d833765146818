import { describe, expect, it } from 'vitest';
import { decide } from '@/classroom/decide';
import {
  awaited,
  closesAt,
  goingRounds,
  LEAST_ROUND_MS,
  ROUND_MS,
  refuseRoundWeights,
} from '@/classroom/round-due';
import { openRounds, roundsWithout } from '@/classroom/rounds';
import { heldRounds, ownRounds, roundsDesk, roundsOnScreen } from '@/classroom/rounds-views';
import { weightsInUse } from '@/classroom/set-ups';
import type { ClassState } from '@/classroom/state';
import { viewForScreen, viewForStudent, viewForTeacher } from '@/classroom/view';
import { LIMITS } from '@/protocol/limits';
import { roundsSchema } from '@/protocol/rounds';
import { ROUND_OUTCOMES, roundOutcome } from '@/protocol/rounds-outcome';
import { ROUNDS_PLANNED, type Saboteurs } from '@/protocol/rounds-settings';
import {
  aClass,
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
import { aRoundResult, someRounds } from './some-rounds';

const roundsId = idOf(600);
const NETWORK = 'b'.repeat(64);
const asking = (saboteurs: Saboteurs = 0) =>
  ({ type: 'rounds:ask', roundsId, rule: 'mean', each: 2, saboteurs, epochs: 1 }) as const;
const asked = (saboteurs: Saboteurs = 0) =>
  decided(
    withStudents(aClass({ phase: 'live' }), 'Ada', 'Ben', 'Cleo', 'Dan', 'Eve'),
    asking(saboteurs),
    TEACHER,
  );
const go = (state: ClassState, stage: 'going' | 'held' | 'over', now = NOW) =>
  decided(state, { type: 'rounds:go', roundsId, stage }, TEACHER, context({ now }));
const now = (state: ClassState) => openRounds(state)!;
const alone = (state: ClassState) =>
  decided(
    state,
    {
      type: 'rounds:alone',
      roundsId,
      alone: Object.fromEntries(
        [1, 2, 99].map((i) => [
          idOf(i),
          { right: 0.2, byLabel: Array.from({ length: 10 }, (_, label) => (label === i % 10 ? 1 : 0)) },
        ]),
      ),
    },
    SERVER,
  );
const record = (state: ClassState, round: number, right = 0.5) =>
  decided(
    state,
    { type: 'rounds:record', roundsId, network: NETWORK, result: aRoundResult(round, { right }) },
    SERVER,
  );
const refusedAs = (state: ClassState, command: Parameters<typeof decide>[1], actor = TEACHER) => {
  const decision = decide(state, command, actor, context());
  return decision.ok ? null : decision.code;
};

describe('asking a class to learn in rounds', () => {
  it('gives everybody a place of its own, also whoever comes later, and shows it', () => {
    const later = decided(asked(), join(6), { kind: 'newcomer' });
    expect(Object.values(now(later).dealt).sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(viewForScreen(later).shows.view).toBe('rounds');
    expect(roundsSchema.parse(now(later))).toEqual(now(later));
  });

  it('is the same when asked again, and is refused where there is nothing to train, or no room', () => {
    const state = asked();
    expect(decide(state, asking(), TEACHER, context())).toMatchObject({ state });
    const other = { ...asking(), roundsId: idOf(601) };
    expect(refusedAs(aClass(), other)).toBe('wrong-phase');
    expect(refusedAs(aClass({ phase: 'live', lessonId: 'perceptron' }), other)).toBe('no-rounds');
    const rounds = Array.from({ length: LIMITS.roundsPerClass }, (_, i) => ({ ...now(state), id: idOf(i) }));
    expect(refusedAs({ ...state, rounds }, other)).toBe('too-many-rounds');
  });

  it('takes guesses until they begin, and tells of others’ only how many until they are over', () => {
    let state = asked();
    const guess = (choice: number) => ({ type: 'rounds:guess', roundsId, choice }) as const;
    state = decided(state, guess(0), asStudent(1));
    state = decided(state, guess(3), asStudent(1));
    state = decided(state, guess(1), asStudent(2));
    expect(ownRounds(state, idOf(1))).toMatchObject({ guess: 3, guessed: 2, guesses: null });
    state = go(state, 'going');
    expect(refusedAs(state, guess(0), asStudent(3))).toBe('rounds-begun');
    expect(roundsOnScreen(state)!.guesses).toBeNull();
    expect(roundsOnScreen(go(state, 'over'))!.guesses).toEqual([0, 1, 0, 1]);
  });
});

describe('saboteurs', () => {
  it('are drawn when it begins, fewer than half, and nobody but they themselves hears of it before the end', () => {
    const going = go(asked(3), 'going');
    const { sabotaging } = now(going);
    expect(sabotaging).toHaveLength(2);
    for (const id of Object.keys(going.students)) {
      expect(ownRounds(going, id)!.saboteur).toBe(sabotaging.includes(id));
      expect(ownRounds(going, id)!.saboteurs).toBeNull();
    }
    const console = JSON.stringify(viewForTeacher(going).rounds);
    const wall = JSON.stringify(viewForScreen(going).rounds);
    for (const id of sabotaging) {
      expect(console).not.toContain(going.students[id]!.nickname);
      expect(wall).not.toContain(id);
    }
    const over = go(going, 'over');
    expect(roundsDesk(over)!.now!.whoSabotaged).toEqual(sabotaging.map((id) => over.students[id]!.nickname));
    expect(roundsOnScreen(over)).not.toHaveProperty('whoSabotaged');
    expect(roundsOnScreen(over)!.saboteurs).toBe(2);
  });

  it('are not drawn anew when it goes on after a hold, and of two there is none', () => {
    const going = go(asked(1), 'going');
    expect(now(go(go(going, 'held'), 'going')).sabotaging).toEqual(now(going).sabotaging);
    const two = decided(withStudents(aClass({ phase: 'live' }), 'Ada', 'Ben'), asking(3), TEACHER);
    expect(now(go(two, 'going')).sabotaging).toEqual([]);
  });

  it('hang on what only the server knows', () => {
    const drawn = Array.from({ length: 12 }, (_, i) => {
      const state = asked(1);
      const students = Object.fromEntries(
        Object.entries(state.students).map(([id, student]) => [id, { ...student, secretHash: `${i} ${id}` }]),
      );
      return now(go({ ...state, students }, 'going')).sabotaging[0];
    });
    expect(new Set(drawn).size).toBeGreaterThan(1);
  });
});

describe('rounds', () => {
  it('begin with networks that are trained alone, and end after the last', () => {
    let state = alone(go(asked(), 'going'));
    expect(now(state)).toMatchObject({ round: 1, network: null });
    // Of whoever is not in the class nothing is kept.
    expect(Object.keys(now(state).alone)).toEqual([idOf(1), idOf(2)]);
    expect(ownRounds(state, idOf(1))!.ownAlone!.right).toBe(0.2);
    expect(ownRounds(state, idOf(3))!.ownAlone).toBeNull();
    for (let round = 1; round <= ROUNDS_PLANNED; round++) {
      expect(now(state).stage).toBe('going');
      state = record(state, round, round / 100);
    }
    expect(now(state)).toMatchObject({ stage: 'over', roundAt: null, network: NETWORK });
    expect(now(state).done).toHaveLength(ROUNDS_PLANNED);
    expect(weightsInUse(state)).toEqual([NETWORK]);
    expect(weightsInUse(decided(state, { type: 'rounds:close', roundsId }, TEACHER))).toEqual([]);
  });

  it('are recorded once, also where two say so', () => {
    const state = record(alone(go(asked(), 'going')), 1);
    expect(record(state, 1)).toBe(state);
    expect(now(alone(state)).round).toBe(2);
    expect(now(record(go(state, 'held'), 2))).toMatchObject({ stage: 'held', roundAt: null, round: 3 });
  });

  it('wait for whoever is here and in, and no longer than to the deadline', () => {
    const state = go(asked(), 'going');
    const left = decided(state, { type: 'student:leave' }, asStudent(2));
    const isHere = (id: string) => id !== idOf(3);
    expect(awaited(left, now(left), isHere).sort()).toEqual([idOf(1), idOf(4), idOf(5)]);
    expect(closesAt(NOW, { arrived: 0, missing: 0 })).toBeNull();
    expect(closesAt(NOW, { arrived: 3, missing: 0 })).toBe(NOW + LEAST_ROUND_MS);
    expect(closesAt(NOW, { arrived: 1, missing: 2 })).toBe(NOW + ROUND_MS);
  });

  it('stand still while the class is paused, and then have their whole time again', () => {
    const state = go(asked(), 'going');
    const paused = decided(state, { type: 'class:pause' }, TEACHER);
    expect(goingRounds(state)).not.toBeNull();
    expect(goingRounds(paused)).toBeNull();
    const resumed = decided(paused, { type: 'class:resume' }, TEACHER, context({ now: NOW + 60_000 }));
    expect(now(resumed).roundAt).toBe(NOW + 60_000);
  });

  it('take weights of the round that is on, from those who were dealt pictures', () => {
    const state = alone(go(asked(), 'going'));
    const refusal = (given: Partial<{ roundsId: string; round: number }>, student = 1, of = state) =>
      refuseRoundWeights(of, idOf(student), { roundsId, round: 1, ...given })?.code ?? null;
    expect(refusal({})).toBeNull();
    expect(refusal({ round: 0 })).toBe('round-over');
    expect(refusal({ round: 2 })).toBe('round-over');
    expect(refusal({ roundsId: idOf(7) })).toBe('no-rounds');
    expect(refusal({}, 77)).toBe('unknown-student');
    expect(refusal({ round: 0 }, 1, asked())).toBe('no-rounds');
    expect(refusal({}, 1, go(state, 'over'))).toBe('round-over');
    expect(refusal({}, 1, go(state, 'held'))).toBeNull();
  });

  it('are over with the class, and end where they are put away', () => {
    const state = go(asked(), 'going');
    const ended = decided(state, { type: 'class:end' }, TEACHER);
    expect(ended.rounds[0]).toMatchObject({ stage: 'over', closedAt: NOW });
    expect(refusedAs(state, { type: 'rounds:go', roundsId: idOf(9), stage: 'going' })).toBe('no-rounds');
    expect(refusedAs(asked(), { type: 'rounds:go', roundsId, stage: 'held' })).toBe('no-rounds');
    expect(heldRounds(ended)).toHaveLength(1);
    expect(heldRounds(decided(asked(), { type: 'rounds:close', roundsId }, TEACHER))).toEqual([]);
  });

  it('tell no student whose network is which, and forget whoever is forgotten', () => {
    const state = record(alone(go(asked(1), 'going')), 1);
    const view = viewForStudent(state, idOf(1))!.rounds!;
    expect(JSON.stringify(view)).not.toContain(idOf(2));
    expect(view).not.toHaveProperty('networks');
    expect(JSON.stringify(roundsWithout([someRounds(roundsId, idOf(1), NOW)], idOf(1)))).not.toContain(
      idOf(1),
    );
  });
});

it('exactly one outcome comes true of every share', () => {
  const outcomes = [0, 0.2499, 0.25, 0.5, 0.7499, 0.75, 1].map(roundOutcome);
  expect(outcomes).toEqual([0, 0, 1, 2, 2, 3, 3]);
  expect(Math.max(...outcomes)).toBe(ROUND_OUTCOMES.length - 1);
});
