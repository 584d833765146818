import { describe, expect, it } from 'vitest';
import { decide } from '@/classroom/decide';
import { unitsOnScreen } from '@/classroom/merge-units';
import { averagedMerges, mergeDesk, mergeOnScreen, ownMerge } from '@/classroom/merge-views';
import { experimentInMerge, mergesWithout, openMerge } from '@/classroom/merges';
import type { ClassState } from '@/classroom/state';
import { viewForScreen, viewForStudent, viewForTeacher } from '@/classroom/view';
import { textToBytes } from '@/protocol/bytes-text';
import { LIMITS } from '@/protocol/limits';
import { mergeSchema, UNIT_PIXELS } from '@/protocol/merge';
import { MERGE_OUTCOMES, mergeOutcome } from '@/protocol/merge-outcome';
import type { MergeStart } from '@/protocol/merge-settings';
import { aMerge, mergeFoundOf } from './a-merge';
import {
  aClass,
  aScore,
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

const mergeId = idOf(500);
const begun = (start: MergeStart = 'own') =>
  decided(
    withStudents(aClass({ phase: 'live' }), 'Ada', 'Ben', 'Cleo'),
    { type: 'merge:ask', mergeId, start },
    TEACHER,
  );
const now = (state: ClassState) => openMerge(state)!;
const refusedAs = (state: ClassState, command: Parameters<typeof decide>[1], actor = TEACHER) => {
  const decision = decide(state, command, actor, context());
  return decision.ok ? null : decision.code;
};

/** With networks of what was dealt, each right on so much. */
function handedIn(state: ClassState, ...shares: number[]): ClassState {
  const scores = shares.map((share, i) =>
    aScore(i + 1, share, { experiment: experimentInMerge(now(state), idOf(i + 1))! }),
  );
  return { ...state, scores: [...state.scores, ...scores] };
}
const averaged = (state: ClassState) =>
  decided(state, { type: 'merge:record', mergeId, found: mergeFoundOf(idOf(2), idOf(902)) }, SERVER);
const gone = (state: ClassState, stage: 'align' | 'aligned') =>
  decided(state, { type: 'merge:go', mergeId, stage }, TEACHER);

describe('asking a class to average its networks', () => {
  it('deals everybody other pictures, from one start or from a start each, also to whoever comes later', () => {
    for (const start of ['same', 'own'] as const) {
      const later = decided(begun(start), join(4), { kind: 'newcomer' });
      const experiments = [1, 2, 3, 4].map((i) => experimentInMerge(now(later), idOf(i))!);
      expect(new Set(experiments.map(({ seed }) => seed)).size).toBe(4);
      const starts = new Set(experiments.map(({ startSeed, seed }) => startSeed ?? seed));
      expect(starts.size).toBe(start === 'same' ? 1 : 4);
      expect(viewForScreen(later).shows.view).toBe('merge');
      // Nobody is dealt what another had, also where that one has been forgotten.
      const without = {
        ...later,
        merges: mergesWithout(later.merges, idOf(2)),
        students: { ...later.students },
      };
      const fifth = decided(without, join(5), { kind: 'newcomer' });
      const seeds = Object.values(now(fifth).dealt);
      expect(new Set(seeds).size).toBe(seeds.length);
      expect(experiments[3]!.seed).not.toBe(now(fifth).dealt[idOf(5)]);
    }
  });

  it('is the same when asked again, takes the place of one that is on, and is refused where there is nothing to train', () => {
    const state = begun();
    expect(decide(state, { type: 'merge:ask', mergeId, start: 'same' }, TEACHER, context())).toMatchObject({
      state,
    });
    const second = decided(state, { type: 'merge:ask', mergeId: 'm2', start: 'same' }, TEACHER);
    expect(second.merges.map(({ closedAt }) => closedAt)).toEqual([NOW, null]);
    const ask = { type: 'merge:ask', mergeId: 'm3', start: 'own' } as const;
    expect(refusedAs(aClass(), ask)).toBe('wrong-phase');
    expect(refusedAs(aClass({ phase: 'live', lessonId: 'perceptron' }), ask)).toBe('no-merge');
    const full = {
      ...state,
      merges: Array.from({ length: LIMITS.mergesPerClass }, (_, i) => ({ ...now(state), id: `${i}` })),
    };
    expect(refusedAs(full, ask)).toBe('too-many-merges');
  });

  it('takes guesses until they are averaged, and tells of others’ only how many', () => {
    let state = begun();
    const guess = (choice: number) => ({ type: 'merge:guess', mergeId, choice }) as const;
    state = decided(state, guess(0), asStudent(1));
    state = decided(state, guess(3), asStudent(1));
    state = decided(state, guess(1), asStudent(2));
    expect(mergeDesk(state)!.now).toMatchObject({ guessed: 2, guesses: [0, 1, 0, 1] });
    expect(ownMerge(state, idOf(1))).toMatchObject({ guess: 3, guessed: 2, result: null });
    for (const view of [viewForStudent(state, idOf(1))!.merge, viewForScreen(state).merge])
      expect(JSON.stringify(view)).not.toContain('guesses');
    state = averaged(handedIn(state, 0.8, 0.7));
    expect(refusedAs(state, guess(0), asStudent(3))).toBe('merge-averaged');
    expect(mergeOnScreen(state)!.result!.guesses).toEqual([0, 1, 0, 1]);
  });
});

describe('what can be averaged', () => {
  it('is the best network of the class’s shape and start that each student has handed in', () => {
    const state = handedIn(begun('same'), 0.8, 0.7);
    const [ada] = state.scores;
    const more = {
      ...state,
      scores: [
        ...state.scores,
        aScore(1, 0.9, { runId: 'better', experiment: ada!.experiment }),
        // Another number of units; a start of its own; another set of pictures.
        aScore(2, 0.95, {
          runId: 'wide',
          experiment: { ...ada!.experiment, network: { kind: 'dense', hidden: [128], activation: 'relu' } },
        }),
        aScore(3, 0.9, { runId: 'elsewhere', experiment: { ...ada!.experiment, startSeed: 12345 } }),
      ],
    };
    expect(mergeDesk(more)!.now).toMatchObject({ handedIn: 2, leftOut: { shape: 0, start: 1 } });
    expect(ownMerge(more, idOf(1))!.accuracy).toBe(0.9);
    expect(ownMerge(more, idOf(2))).toMatchObject({ accuracy: 0.7, leftOut: null });
    expect(ownMerge(more, idOf(3))).toMatchObject({ accuracy: null, leftOut: 'start' });
    const wide = { ...more, scores: more.scores.filter(({ runId }) => runId === 'wide') };
    expect(ownMerge(wide, idOf(2))!.leftOut).toBe('shape');
  });

  it('is nothing of whoever was sent out, of before, or of another set of pictures', () => {
    const state = handedIn(begun(), 0.8, 0.7, 0.6);
    expect(
      mergeDesk(decided(state, { type: 'student:remove', studentId: idOf(1) }, TEACHER))!.now!.handedIn,
    ).toBe(2);
    const before = { ...state, scores: state.scores.map((score) => ({ ...score, submittedAt: NOW - 1 })) };
    expect(mergeDesk(before)!.now!.handedIn).toBe(0);
    const other = {
      ...state,
      scores: state.scores.map((score) => ({
        ...score,
        experiment: { ...score.experiment, dataset: 'fashion' as const },
      })),
    };
    expect(mergeDesk(other)!.now!.handedIn).toBe(0);
  });
});

describe('what came of it', () => {
  it('is told step by step, and what has not been shown is on no wire', () => {
    let state = averaged(handedIn(begun(), 0.8, 0.7));
    const told = () =>
      [
        viewForStudent(state, idOf(2))!.merge,
        viewForTeacher(state).merge!.now,
        viewForScreen(state).merge,
      ].map((view) => view!.result!);
    for (const result of told()) expect(result).toMatchObject({ plain: 0.3, moved: null, aligned: null });
    expect(JSON.stringify(viewForTeacher(state).merge)).not.toContain('0.84');
    expect(ownMerge(state, idOf(2))!.moved).toBeNull();
    // One step at a time, and to where: two who press at once go one.
    expect(refusedAs(state, { type: 'merge:go', mergeId, stage: 'aligned' })).toBe('no-merge');
    state = gone(gone(state, 'align'), 'align');
    for (const result of told())
      expect(result).toMatchObject({ moved: { units: 64, of: 128 }, aligned: null });
    expect(ownMerge(state, idOf(2))!.moved).toEqual({ units: 64, of: 64 });
    state = gone(state, 'aligned');
    for (const result of told()) expect(result.aligned).toBe(0.84);
    // What was seen stays seen.
    expect(gone(state, 'align')).toBe(state);
    expect(averagedMerges(state)[0]).toMatchObject({
      averagedAt: NOW,

      units: { own: null },
    });
    expect(mergeSchema.parse(now(state))).toEqual(now(state));
  });

  it('shows units in their own order until they change seats, and nobody whose they are', () => {
    const merge = aMerge(mergeId, idOf(2), idOf(902), NOW);
    const before = unitsOnScreen({ ...merge, stage: 'average' })!;
    expect(before.goes).toBeNull();
    expect(before.average.aligned).toBeNull();
    expect(before.rows[0]!.units).toEqual([...before.rows[0]!.units].sort((a, b) => a - b));
    expect(JSON.stringify(before)).not.toContain(idOf(2));
    const after = unitsOnScreen({ ...merge, stage: 'aligned' })!;
    expect(after.average.aligned).not.toBeNull();
    const { units, pictures } = merge.found!.shown[0]!;
    const [from, to] = [textToBytes(pictures)!, textToBytes(after.rows[0]!.pictures)!];
    // Each unit goes to the seat at which it was found, and takes its picture along.
    after.rows[0]!.units.forEach((unit, place) => {
      const seat = after.goes![0]![place]!;
      expect(units[seat]).toBe(unit);
      expect(to[place * UNIT_PIXELS]).toBe(from[seat * UNIT_PIXELS]);
    });
    expect(unitsOnScreen({ ...merge, found: null })).toBeNull();
  });

  it('keeps nothing of whoever is forgotten, and counts a network that comes late for nothing', () => {
    const state = averaged(handedIn(begun(), 0.8, 0.7));
    expect(JSON.stringify(mergesWithout(state.merges, idOf(2)))).not.toContain(idOf(2));
    expect(mergesWithout(state.merges, idOf(99))).toBe(state.merges);
    expect(ownMerge(state, idOf(1))!.leftOut).toBe('late');
    const nobody = { ...begun(), students: {}, merges: mergesWithout(begun().merges, idOf(2)) };
    const found = mergeFoundOf(idOf(2), idOf(902));
    const recorded = decided(nobody, { type: 'merge:record', mergeId, found }, SERVER);
    expect(JSON.stringify(recorded.merges)).not.toContain(idOf(2));
  });

  it('stands when it is recorded again, and is over when it is put away or the class ends', () => {
    const state = averaged(handedIn(begun(), 0.8, 0.7));
    expect(averaged(state)).toBe(state);
    const closed = decided(state, { type: 'merge:close', mergeId }, TEACHER);
    expect(ownMerge(closed, idOf(1))).toBeNull();
    expect(mergeDesk(closed)!.now).toMatchObject({ open: false, result: { plain: 0.3 } });
    for (const command of [
      { type: 'merge:go', mergeId, stage: 'align' },
      { type: 'merge:close', mergeId },
    ] as const)
      expect(refusedAs(closed, command)).toBe('no-merge');
    expect(refusedAs(begun(), { type: 'merge:go', mergeId, stage: 'align' })).toBe('no-merge');
    expect(openMerge(decided(state, { type: 'class:end' }, TEACHER))).toBeNull();
  });
});

it('exactly one outcome comes true', () => {
  const alone = { best: 0.8, worst: 0.7, chance: 0.1 };
  const outcomes = [0.81, 0.8, 0.7, 0.69, 0.2, 0.05].map((plain) => mergeOutcome({ plain, ...alone }));
  expect(outcomes).toEqual(['best', 'among', 'among', 'worse', 'chance', 'chance']);
  expect(new Set(outcomes)).toEqual(new Set(MERGE_OUTCOMES));
});
