import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankClass } from '@/classroom/board';
import { decide } from '@/classroom/decide';
import { LINEAR_BASELINES } from '@/classroom/linear-baselines';
import { equalPlaces, leastOver } from '@/classroom/race-rules';
import { dueRace } from '@/classroom/rerun';
import { rank, scoredSubmission } from '@/classroom/scoring';
import { nextSitting } from '@/classroom/sittings';
import type { ClassState, VerifiedScore } from '@/classroom/state';
import { viewForScreen, viewForStudent, viewForTeacher } from '@/classroom/view';
import { EXPERIMENT } from '@/people/sample-run';
import { RACE_METRICS, type RaceRules, USUAL_RACE } from '@/protocol/race';
import { raceRulesSchema } from '@/protocol/race-schema';
import { limitsPassed, refuseByRules, spentOf } from '@/protocol/race-spent';
import { aClass, aScore, context, decided, idOf, NOW, SERVER, TEACHER, withStudents } from './made-states';
import { rightsOf } from './rights-of';

const live = decided(withStudents(aClass(), 'Ada', 'Ben', 'Cem', 'Dan'), { type: 'class:begin' }, TEACHER);
const withRules = (state: ClassState, rules: Partial<RaceRules>) =>
  decided(state, { type: 'race:set', rules: { ...USUAL_RACE, ...rules } }, TEACHER);
const limits = (given: Partial<RaceRules['limits']>) => ({ ...USUAL_RACE.limits, ...given });
/** A network with so many hidden units (of each 795 weights, and 10 biases), trained on so many pictures. */
const network = (units: number, examples = 1_000, updates: number | null = 100) => ({
  experiment: {
    ...EXPERIMENT,
    ...{ examples, network: { kind: 'dense' as const, hidden: [units], activation: 'relu' as const } },
  },
  ...(updates !== null && { updates }),
});
const weightsOf = (units: number) => 795 * units + 10;
const namesOf = (state: ClassState) =>
  rank(state).map(({ rank: place, student }) => [place, student.nickname]);

const rules: fc.Arbitrary<RaceRules> = fc.record({
  metric: fc.constantFrom(...RACE_METRICS),
  bar: fc.constantFrom(0.5, 0.7, 0.9),
  limits: fc.record({
    weights: fc.constantFrom(null, weightsOf(2), weightsOf(4)),
    updates: fc.constantFrom(null, 2, 4),
    examples: fc.constantFrom(null, 20, 40),
  }),
  baselines: fc.boolean(),
});
const few = fc.integer({ min: 1, max: 5 });
const share = fc.constantFrom(0.4, 0.5, 0.7, 0.8, 0.9, 0.95);
const scores: fc.Arbitrary<VerifiedScore[]> = fc
  .array(
    fc.record({
      student: fc.integer({ min: 1, max: 4 }),
      open: share,
      hidden: share,
      units: few,
      tens: few,
      updates: fc.option(few, { freq: 5 }),
      known: fc.boolean(),
    }),
    { maxLength: 14 },
  )
  .map((all) =>
    all.map(({ student, open, hidden, units, tens, updates, known }, index) =>
      aScore(student, open, {
        ...{ id: `score-${index}`, privateAccuracy: hidden, submittedAt: NOW + index },
        ...network(units, 10 * tens, updates),
        ...(known && { right: rightsOf(open, hidden), shownAccuracy: open }),
      }),
    ),
  );
const phase = fc.constantFrom('live', 'ended') as fc.Arbitrary<'live' | 'ended'>;

describe('a race with a bar', () => {
  it('ranks the smallest network that is over it, and nobody who has none', () => {
    const state = withRules(
      {
        ...live,
        scores: [
          aScore(1, 0.97, { ...network(64), submittedAt: NOW + 1 }),
          aScore(1, 0.9, { ...network(8), submittedAt: NOW + 2 }),
          aScore(2, 0.91, { ...network(8), submittedAt: NOW + 3 }),
          aScore(3, 0.895, { ...network(1), submittedAt: NOW + 4 }),
          aScore(4, 0.6, { submittedAt: NOW + 5 }),
        ],
      },
      { metric: 'weights', bar: 0.9 },
    );
    expect(namesOf(state)).toEqual([
      [1, 'Ada'],
      [1, 'Ben'],
    ]);
    const { board } = viewForScreen(state);
    expect(board).toMatchObject({ kind: 'weights', total: 2, revealed: false });
    expect(board!.rows.map(({ place, shown }) => [place, shown.kind, shown.amount])).toEqual([
      [{ first: 1, last: 2 }, 'weights', weightsOf(8)],
      [{ first: 1, last: 2 }, 'weights', weightsOf(8)],
    ]);
    // How far over it is is not told before the end: small networks could be tried out on it.
    for (const view of [viewForScreen(state), viewForTeacher(state), viewForStudent(state, idOf(2))])
      expect(JSON.stringify(view)).not.toMatch(/0\.91\b/);
    const told = (id: string) => scoredSubmission(state, idOf(1), id);
    const [large, small] = state.scores;
    expect(told(large!.id)).toMatchObject({ best: false, race: { figure: weightsOf(64), over: true } });
    expect(told(small!.id)).toMatchObject({ best: true, race: { figure: weightsOf(8), over: true } });
  });

  it('asks at the end for both halves, and falls back on the next network that is over the bar on both', () => {
    const state = withRules(
      {
        ...live,
        scores: [
          aScore(1, 0.92, { privateAccuracy: 0.93, ...network(32) }),
          aScore(1, 0.9, { privateAccuracy: 0.89, ...network(4) }),
          aScore(2, 0.95, { privateAccuracy: 0.95, ...network(16) }),
          aScore(3, 0.95, { privateAccuracy: 0.5, ...network(1) }),
        ],
      },
      { metric: 'weights', bar: 0.9 },
    );
    expect(namesOf(state).map(([, name]) => name)).toEqual(['Cem', 'Ada', 'Ben']);
    const ended = decided(state, { type: 'class:end' }, TEACHER);
    expect(namesOf(ended)).toEqual([
      [1, 'Ben'],
      [2, 'Ada'],
    ]);
    expect(
      viewForScreen(ended).board!.rows.map(({ accuracy, finalAccuracy }) => [accuracy, finalAccuracy]),
    ).toEqual([
      [0.95, 0.95],
      [0.92, 0.93],
    ]);
    // What ranks is exact: there is nothing to draw again.
    expect(dueRace(ended)).toBeNull();
  });

  it('counts training pictures in the same way', () => {
    const state = withRules(
      { ...live, scores: [aScore(1, 0.9, network(9, 2_000)), aScore(2, 0.9, network(99, 500))] },
      { metric: 'examples', bar: 0.8 },
    );
    expect(namesOf(state)).toEqual([
      [1, 'Ben'],
      [2, 'Ada'],
    ]);
  });
});

describe('limits', () => {
  it('refuse what has more, and what nobody knows', () => {
    const race = { ...USUAL_RACE, limits: limits({ weights: 10, updates: 20, examples: 30 }) };
    const spent = { weights: 10, updates: 20, examples: 30 };
    expect(refuseByRules(race, spent)).toBeNull();
    expect(refuseByRules(race, { ...spent, weights: 11 })).toBe('race-weights');
    expect(refuseByRules(race, { ...spent, updates: 21 })).toBe('race-updates');
    expect(refuseByRules(race, { ...spent, updates: null })).toBe('race-updates');
    expect(refuseByRules(race, { ...spent, examples: 31 })).toBe('race-examples');
    expect(refuseByRules(race, spent, false)).toBe('race-other-start');
    expect(refuseByRules({ ...USUAL_RACE, limits: limits({ weights: 10 }) }, spent, false)).toBeNull();
    expect(refuseByRules(USUAL_RACE, { ...spent, updates: null }, false)).toBeNull();
  });

  it('are asked again when a score comes, by the rules of that moment', () => {
    const score = aScore(1, 0.9, network(64));
    const state = withRules(live, { limits: limits({ weights: 8_000 }) });
    expect(decide(state, { type: 'score:record', score }, SERVER, context())).toEqual({
      ok: false,
      code: 'race-weights',
    });
  });

  it('that are set later leave the large networks off the board, and tell of a small one by itself', () => {
    const hand = (so: ClassState, id: string, accuracy: number, units: number) =>
      decided(
        so,
        {
          type: 'score:record',
          score: aScore(1, accuracy, { id, right: rightsOf(accuracy, accuracy), ...network(units) }),
        },
        SERVER,
      );
    const both = hand(hand(live, 'large', 0.97, 64), 'small', 0.91, 8);
    expect(scoredSubmission(both, idOf(1), 'small')).toMatchObject({ accuracy: 0.97, best: false });
    const limited = withRules(both, { limits: limits({ weights: 8_000 }) });
    expect(rank(limited)[0]!.best).toMatchObject({ id: 'small', shownAccuracy: 0.91 });
    expect(scoredSubmission(limited, idOf(1), 'small')).toMatchObject({ accuracy: 0.91, best: true });
    expect(scoredSubmission(limited, idOf(1), 'large')).toMatchObject({ accuracy: 0.97, best: false });
    // Under the limit the next one is compared with what counts there.
    const next = hand(limited, 'next', 0.93, 9);
    expect(rank(next)[0]!.best.id).toBe('next');
    expect(rank(withRules(next, {}))[0]!.best.id).toBe('large');
  });
});

describe('every race', () => {
  it('ranks by its rules alone, and shares places between equals alone', () => {
    fc.assert(
      fc.property(rules, scores, phase, (race, all, at) => {
        const state: ClassState = { ...live, phase: at, race, scores: all };
        const standings = rank(state);
        const counts = (score: VerifiedScore) =>
          limitsPassed(race, spentOf(score)).length === 0 &&
          (race.metric === 'accuracy' || leastOver(race, [score], at === 'ended') !== null);
        const students = new Set(all.filter(counts).map(({ studentId }) => studentId));
        expect(new Set(standings.map(({ student }) => student.id))).toEqual(students);
        const { metric } = race;
        const value = ({ best }: (typeof standings)[number]) =>
          metric !== 'accuracy'
            ? spentOf(best)[metric]
            : -(at === 'ended' ? best.privateAccuracy : best.publicAccuracy);
        for (const [index, standing] of standings.entries()) {
          expect(counts(standing.best)).toBe(true);
          const better = standings.filter((other) => value(other) < value(standing)).length;
          expect(standing.rank).toBe(better + 1);
          if (index > 0) expect(value(standings[index - 1]!)).toBeLessThanOrEqual(value(standing));
          if (metric === 'accuracy') continue;
          const equal = standings.filter((other) => value(other) === value(standing)).length;
          expect(standing.place).toEqual({ first: better + 1, last: better + equal });
          const own = all.filter((one) => one.studentId === standing.student.id && counts(one));
          expect(value(standing)).toBe(Math.min(...own.map((one) => spentOf(one)[metric])));
        }
      }),
    );
  });

  it('has one board, whatever rules were tried before, and nobody’s going moves the others', () => {
    fc.assert(
      fc.property(rules, rules, scores, fc.integer({ min: 1, max: 4 }), (race, other, all, gone) => {
        const state = { ...live, scores: all };
        const board = namesOf(withRules(state, race));
        expect(namesOf(withRules(withRules(state, other), race))).toEqual(board);
        const without = decided(state, { type: 'student:ban', studentId: idOf(gone) }, TEACHER);
        const name = state.students[idOf(gone)]!.nickname;
        expect(namesOf(withRules(without, race)).map(([, who]) => who)).toEqual(
          board.map(([, who]) => who).filter((who) => who !== name),
        );
      }),
    );
  });

  it('shares exact places', () => {
    expect(equalPlaces([3, 4, 4, 9])).toEqual([
      { first: 1, last: 1 },
      { first: 2, last: 3 },
      { first: 2, last: 3 },
      { first: 4, last: 4 },
    ]);
  });
});

describe('setting a race up', () => {
  const set = (state: ClassState, given: Partial<RaceRules>) =>
    decide(state, { type: 'race:set', rules: { ...USUAL_RACE, ...given } }, TEACHER, context());

  it('is told to everybody, changes nothing where it is the same, and is refused after the end and where nobody trains', () => {
    const state = withRules(live, { metric: 'weights', bar: 0.95 });
    for (const view of [viewForScreen(state), viewForTeacher(state), viewForStudent(state, idOf(1))!])
      expect(view.class.race).toMatchObject({ metric: 'weights', bar: 0.95 });
    expect(set(live, {})).toEqual({ ok: true, state: live });
    // Where accuracy ranks there is no bar.
    expect(set(live, { bar: 0.5 })).toEqual({ ok: true, state: live });
    expect(set({ ...live, phase: 'ended' }, { metric: 'weights' })).toMatchObject({ code: 'wrong-phase' });
    expect(set({ ...live, lessonId: 'perceptron' }, { metric: 'weights' })).toMatchObject({
      code: 'no-race',
    });
  });

  it('takes no rules that mean nothing', () => {
    const taken = (given: object) => raceRulesSchema.safeParse({ ...USUAL_RACE, ...given }).success;
    expect(taken({})).toBe(true);
    for (const bad of [
      { bar: 0 },
      { bar: 1 },
      { metric: 'seconds' },
      { limits: limits({ weights: 0 }) },
      { more: 1 },
    ])
      expect(taken(bad)).toBe(false);
  });
});

describe('what stands below the board', () => {
  it('is nothing unless the race asks for it, and never ranks', () => {
    const scored = { ...live, scores: [aScore(1, 0.3)] };
    expect(viewForScreen(scored).board).not.toHaveProperty('baselines');
    const state = withRules(scored, { baselines: true });
    expect(viewForScreen(state).board).toMatchObject({
      total: 1,
      baselines: [
        { id: 'linear', accuracy: LINEAR_BASELINES.digits.publicAccuracy, figure: null },
        { id: 'chance', accuracy: 0.1, figure: null },
      ],
    });
    expect(rankClass(state).places).toHaveLength(1);
    const ended = decided(state, { type: 'class:end' }, TEACHER);
    expect(viewForScreen(ended).board!.baselines![0]!.accuracy).toBe(LINEAR_BASELINES.digits.drawnAccuracy);
  });

  it('says of a race with a bar whether a linear network is over it', () => {
    const figure = (bar: number) =>
      viewForScreen(withRules(live, { metric: 'weights', bar, baselines: true })).board!.baselines;
    expect(figure(0.8)).toEqual([{ id: 'linear', accuracy: 0.8455, figure: 7_850 }]);
    expect(figure(0.9)).toEqual([{ id: 'linear', accuracy: 0.8455, figure: null }]);
  });

  it('has the first of the group’s last sitting on the same pictures, with no name', () => {
    const group = { id: 'g', code: 'ABCDEF', name: 'Group', teacherId: 'teacher', coOwners: [] };
    const made = { id: 'next', lessonId: 'handwritten-digits', maxStudents: 40 };
    const sitting = (last: ClassState, given: object = {}) =>
      nextSitting({ ...group, createdAt: NOW, archivedAt: null } as never, { ...made, ...given }, last, NOW);
    const last = {
      ...live,
      scores: [
        aScore(1, 0.9, { privateAccuracy: 0.88, ...network(8, 600) }),
        aScore(2, 0.95, { privateAccuracy: 0.7 }),
      ],
    };
    const next = sitting(last);
    expect(next.lastBest).toEqual({
      dataset: 'digits',
      accuracy: 0.88,
      weights: weightsOf(8),
      examples: 600,
    });
    const compared = (state: ClassState) =>
      viewForScreen(withRules(state, { baselines: true })).board!.baselines!;
    expect(compared(next).map(({ id }) => id)).toEqual(['linear', 'last', 'chance']);
    expect(JSON.stringify(compared(next))).not.toContain('Ada');
    // A sitting without a race hands on what it was given; other pictures are no comparison.
    expect(sitting(sitting(next, { lessonId: 'loss' })).lastBest).toEqual(next.lastBest);
    expect(compared(sitting(last, { dataset: 'fashion' })).map(({ id }) => id)).toEqual(['linear', 'chance']);
  });
});
