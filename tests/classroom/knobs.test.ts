import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '@/classroom/decide';
import { dealtKnobs } from '@/classroom/knob-views';
import { dealtExperiment, knobRoundOf, knobsWithout, openKnob } from '@/classroom/knobs';
import type { ClassState, VerifiedScore } from '@/classroom/state';
import { viewForScreen, viewForStudent, viewForTeacher } from '@/classroom/view';
import { totalSteps } from '@/engine/training/schedule';
import { experimentSchema } from '@/protocol/experiment';
import { trainingSteps } from '@/protocol/experiment-steps';
import { KNOB_SETTINGS, KNOBS, type KnobSetting, knobExperiment } from '@/protocol/knob-settings';
import { LIMITS } from '@/protocol/limits';
import {
  aClass,
  aScore,
  asStudent,
  context,
  decided,
  idOf,
  join,
  NOW,
  TEACHER,
  withStudents,
} from './made-states';

const KNOB = idOf(900);
const ask = (setting: KnobSetting = 'learningRate', knobId = KNOB) =>
  ({ type: 'knob:ask', knobId, setting }) as const;
const deal = { type: 'knob:deal', knobId: KNOB } as const;
const next = { type: 'knob:next', knobId: KNOB } as const;
const close = { type: 'knob:close', knobId: KNOB } as const;
const expects = (percents: number[]) => ({ type: 'knob:expect', knobId: KNOB, expected: percents }) as const;
const flat = (percent: number, setting: KnobSetting = 'learningRate') =>
  KNOBS[setting].values.map(() => percent);

function live(count = 3): ClassState {
  const names = Array.from({ length: count }, (_, i) => `Student ${i + 1}`);
  return decided(withStudents(aClass(), ...names), { type: 'class:begin' }, TEACHER);
}
const codeOf = (...asked: Parameters<typeof decide>) => {
  const decision = decide(...asked);
  return decision.ok ? null : decision.code;
};
/** What student `index` hands in of what it was dealt, with this share right. */
function handedIn(
  state: ClassState,
  index: number,
  accuracy: number,
  given: Partial<VerifiedScore> = {},
): ClassState {
  const knob = openKnob(state)!;
  const { experiment } = dealtExperiment(knob, knobRoundOf(knob), idOf(index))!;
  const score = { ...aScore(index, accuracy), experiment, submittedAt: NOW + 10, ...given };
  return { ...state, scores: [...state.scores, score] };
}

describe('the settings that are dealt', () => {
  it('make trainings that may be run, in every value and the next', () => {
    for (const setting of KNOB_SETTINGS)
      for (const value of [...KNOBS[setting].values, ...(KNOBS[setting].next ? [KNOBS[setting].next] : [])])
        for (const dataset of ['digits', 'fashion'] as const) {
          const experiment = knobExperiment(setting, value, dataset, 7);
          expect(experimentSchema.safeParse(experiment).success).toBe(true);
          expect(trainingSteps(experiment)).toBe(totalSteps(experiment));
        }
  });

  it('differ in nothing but the value', () => {
    const [one, other] = [0.01, 1].map((rate) => knobExperiment('learningRate', rate, 'digits', 7));
    expect({ ...one, learningRate: 1 }).toEqual(other);
    const units = knobExperiment('hiddenUnits', 8, 'digits', 7);
    expect(units.network).toEqual({ kind: 'dense', hidden: [8], activation: 'relu' });
    expect(knobExperiment('seed', 3, 'digits', 7).seed).toBe(3);
  });
});

describe('what the class expects', () => {
  it('is asked in a class that goes on and trains pictures, a bounded number of times', () => {
    expect(codeOf({ ...live(), phase: 'ended' }, ask(), TEACHER, context())).toBe('wrong-phase');
    expect(codeOf({ ...live(), lessonId: 'perceptron' }, ask(), TEACHER, context())).toBe('no-knob');
    const asked = decided(live(), ask(), TEACHER);
    expect(asked.screenView).toBe('knob');
    expect(decided(asked, ask(), TEACHER)).toBe(asked);
    const many = { ...asked, knobs: Array.from({ length: LIMITS.knobsPerClass }, () => asked.knobs[0]!) };
    expect(codeOf(many, ask('seed', idOf(901)), TEACHER, context())).toBe('too-many-knobs');
  });

  it('is the last curve that each has drawn, one share for each value, until the values are dealt', () => {
    const asked = decided(live(), ask(), TEACHER);
    const drawn = decided(decided(asked, expects(flat(50)), asStudent(1)), expects(flat(60)), asStudent(1));
    expect(viewForStudent(drawn, idOf(1))!.knob!.expected).toEqual(flat(60));
    expect(decided(drawn, expects(flat(60)), asStudent(1))).toBe(drawn);
    expect(codeOf(asked, expects([50]), asStudent(1), context())).toBe('bad-request');
    const dealt = decided(drawn, deal, TEACHER);
    expect(codeOf(dealt, expects(flat(70)), asStudent(1), context())).toBe('knob-dealt');
    expect(codeOf(live(), expects(flat(50)), asStudent(1), context())).toBe('no-knob');
  });

  it('of others nothing is told before the values are dealt; then the middle, of nobody whose', () => {
    let state = decided(live(), ask(), TEACHER);
    [20, 40, 90].forEach((percent, i) => {
      state = decided(state, expects(flat(percent)), asStudent(i + 1));
    });
    for (const view of [viewForStudent(state, idOf(1))!.knob!, viewForScreen(state).knob!]) {
      expect(view.rounds[0]!.expected).toBeNull();
      expect(view.drawn).toBe(3);
    }
    const dealt = decided(state, deal, TEACHER);
    expect(viewForScreen(dealt).knob!.rounds[0]!.expected![0]).toEqual({ low: 0.3, middle: 0.4, high: 0.65 });
    expect(JSON.stringify(viewForScreen(dealt).knob)).not.toContain(idOf(1));
    expect(JSON.stringify(viewForStudent(dealt, idOf(2))!.knob)).not.toContain(idOf(1));
  });
});

describe('the values', () => {
  it('are dealt evenly, the same value with another seed each, and the first of each with the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.constantFrom(...KNOB_SETTINGS), (count, setting) => {
        const state = decided(decided(live(count), ask(setting), TEACHER), deal, TEACHER);
        const { dealt, values } = knobRoundOf(openKnob(state)!);
        const own = Object.values(dealt);
        expect(own).toHaveLength(count);
        const counts = values.map((_, at) => own.filter((one) => one.at === at));
        const sizes = counts.map(({ length }) => length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        for (const same of counts) expect(new Set(same.map(({ seed }) => seed)).size).toBe(same.length);
        const firsts = counts.flatMap(([first]) => (first ? [first.seed] : []));
        expect(new Set(firsts).size).toBe(1);
      }),
      { numRuns: 30 },
    );
  });

  it('whoever comes later is dealt one of those that fewest have; who leaves keeps the own', () => {
    const dealt = decided(decided(live(3), ask(), TEACHER), deal, TEACHER);
    const before = knobRoundOf(openKnob(dealt)!).dealt;
    const come = decided(dealt, join(4), { kind: 'newcomer' });
    const after = knobRoundOf(openKnob(come)!).dealt;
    expect(after).toMatchObject(before);
    expect(Object.values(before).map(({ at }) => at)).not.toContain(after[idOf(4)]!.at);
    const left = decided(come, { type: 'student:leave' }, asStudent(1));
    expect(knobRoundOf(openKnob(left)!).dealt[idOf(1)]).toEqual(before[idOf(1)]);
  });

  it('are not dealt twice, and to nobody who waits', () => {
    const dealt = decided(decided(live(), ask(), TEACHER), deal, TEACHER);
    expect(decided(dealt, deal, TEACHER)).toBe(dealt);
    expect(viewForStudent(dealt, idOf(1))!.knob!.own!.experiment.dataset).toBe('digits');
  });
});

describe('what comes of them', () => {
  const dealt = () => decided(decided(live(), ask(), TEACHER), deal, TEACHER);

  it('is the first network of that very training that is handed in while it goes on', () => {
    const state = handedIn(handedIn(dealt(), 1, 0.8), 1, 0.9, { id: idOf(77), submittedAt: NOW + 20 });
    expect(viewForStudent(state, idOf(1))!.knob!.accuracy).toBe(0.8);
    const other = handedIn(dealt(), 1, 0.8);
    const changed = other.scores.map((score) => ({
      ...score,
      experiment: { ...score.experiment, epochs: score.experiment.epochs + 1 },
    }));
    expect(viewForStudent({ ...other, scores: changed }, idOf(1))!.knob!.accuracy).toBeNull();
    const before = handedIn(dealt(), 1, 0.8, { submittedAt: NOW - 1 });
    expect(viewForStudent(before, idOf(1))!.knob!.accuracy).toBeNull();
  });

  it('counts once its training has come to its end', () => {
    const { experiment } = viewForStudent(dealt(), idOf(1))!.knob!.own!;
    expect(trainingSteps(experiment)).toBe(totalSteps(experiment));
    const early = handedIn(dealt(), 1, 0.4, { updates: trainingSteps(experiment) - 1 });
    expect(viewForStudent(early, idOf(1))!.knob).toMatchObject({ accuracy: null, early: true });
    expect(viewForScreen(early).knob!.rounds[0]!.results.flat()).toEqual([]);
    const whole = handedIn(early, 1, 0.8, { id: idOf(77), updates: trainingSteps(experiment) });
    expect(viewForStudent(whole, idOf(1))!.knob).toMatchObject({ accuracy: 0.8, early: false });
  });

  it('stands in the picture of all, and with its run on the teacher’s', () => {
    const state = handedIn(handedIn(dealt(), 1, 0.8), 2, 0.5);
    const teacher = viewForTeacher(state).knob!.now!;
    expect(teacher.points.map(({ studentId }) => studentId).toSorted()).toEqual([idOf(1), idOf(2)]);
    expect(teacher).toMatchObject({ dealt: 3, handedIn: 2 });
    expect(viewForScreen(state).knob!.rounds[0]!.results.flat().toSorted()).toEqual([0.5, 0.8]);
    const banned = decided(state, { type: 'student:ban', studentId: idOf(2) }, TEACHER);
    expect(viewForScreen(banned).knob!.rounds[0]!.results.flat()).toEqual([0.8]);
  });

  it('the next value is asked for where a law foretells it, and dealt to all', () => {
    expect(codeOf(dealt(), next, TEACHER, context())).toBe('no-knob');
    const asked = decided(live(), ask('examples'), TEACHER);
    expect(codeOf(asked, next, TEACHER, context())).toBe('no-knob');
    const further = decided(decided(asked, deal, TEACHER), next, TEACHER);
    expect(knobRoundOf(openKnob(further)!)).toMatchObject({ values: [6_000], dealtAt: null });
    const drawn = decided(further, expects([90]), asStudent(1));
    const tested = decided(drawn, deal, TEACHER);
    expect(viewForStudent(tested, idOf(3))!.knob!.own!.value).toBe(6_000);
    expect(viewForScreen(tested).knob!.rounds[1]!.expected![0]!.middle).toBe(0.9);
  });

  it('is kept when it is put away, and when the class ends; nothing is dealt any more', () => {
    const state = handedIn(dealt(), 1, 0.8);
    const put = decided(state, close, TEACHER, { ...context(), now: NOW + 20 });
    expect(viewForStudent(put, idOf(1))!.knob).toBeNull();
    expect(viewForScreen(put).knob!.open).toBe(false);
    expect(dealtKnobs(put)[0]!.points).toHaveLength(1);
    const ended = decided(state, { type: 'class:end' }, TEACHER);
    expect(openKnob(ended)).toBeNull();
    expect(dealtKnobs(ended)).toHaveLength(1);
    expect(dealtKnobs(decided(decided(live(), ask(), TEACHER), close, TEACHER))).toEqual([]);
  });

  it('says nothing of a student who is forgotten', () => {
    const drawn = decided(decided(live(), ask(), TEACHER), expects(flat(50)), asStudent(1));
    const state = decided(drawn, deal, TEACHER);
    expect(JSON.stringify(state.knobs)).toContain(idOf(1));
    expect(JSON.stringify(knobsWithout(state.knobs, idOf(1)))).not.toContain(idOf(1));
    expect(knobsWithout(state.knobs, idOf(50))).toBe(state.knobs);
  });
});
