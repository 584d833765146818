import { trainingSteps } from '@/protocol/experiment-steps';
import type { Knob, KnobRound } from '@/protocol/knob';
import { KNOBS, type KnobSetting, knobExperiment } from '@/protocol/knob-settings';
import { LIMITS } from '@/protocol/limits';
import { refuse } from '@/protocol/refusals';
import { isSameExperiment } from '@/protocol/same-experiment';
import { datasetOf } from './dataset';
import { dealSeed } from './deal';
import { accept, type Decision } from './decision';
import { closeOpen, openNamed, openOne, withLast } from './open-one';
import { putOnScreen } from './put-on-screen';
import { refuseHandingIn } from './scoring';
import type { ClassState, VerifiedScore } from './state';

/** The one that is on; null: none is. */
export function openKnob({ knobs }: Pick<ClassState, 'knobs'>): Knob | null {
  return openOne(knobs);
}

/** The one that is on, or the last that was dealt; null: there is none. */
export function shownKnob(state: Pick<ClassState, 'knobs'>): Knob | null {
  return openKnob(state) ?? state.knobs.findLast(({ rounds }) => rounds[0]!.dealtAt !== null) ?? null;
}

/** The round that goes on, or was the last. */
export const knobRoundOf = ({ rounds }: Knob): KnobRound => rounds.at(-1)!;

/** Asks the class what it expects of a setting, and puts that on the projector. The same again is the same. */
export function askKnob(
  state: ClassState,
  { knobId, setting }: { knobId: string; setting: KnobSetting },
  now: number,
): Decision {
  if (state.knobs.some(({ id }) => id === knobId)) return { ok: true, state };
  if (state.phase !== 'live') return refuse('wrong-phase');
  const dataset = datasetOf(state);
  if (dataset === null) return refuse('no-knob');
  if (state.knobs.length >= LIMITS.knobsPerClass) return refuse('too-many-knobs');
  const knob: Knob = {
    ...{ id: knobId, setting, dataset, closedAt: null },
    rounds: [newRound(KNOBS[setting].values, now)],
  };
  return accept(state, {
    knobs: [...closeOpen(state.knobs, now), knob],
    ...putOnScreen('knob'),
  });
}

/** Where a law lets the next value be foretold: asks the class for it, once. */
export function askNext(state: ClassState, { knobId }: { knobId: string }, now: number): Decision {
  const knob = named(state, knobId);
  if (knob === null) return refuse('no-knob');
  if (knob.rounds.length > 1) return { ok: true, state };
  const { next } = KNOBS[knob.setting];
  if (next === null || knobRoundOf(knob).dealtAt === null) return refuse('no-knob');
  return change(state, { ...knob, rounds: [...knob.rounds, newRound([next], now)] });
}

/** A student says what it expects; until the values are dealt another curve takes the place of the one before. */
export function expectOfKnob(
  state: ClassState,
  studentId: string,
  { knobId, expected }: { knobId: string; expected: readonly number[] },
): Decision {
  const refusal = refuseHandingIn(state, studentId);
  if (refusal) return refusal;
  const knob = named(state, knobId);
  if (knob === null) return refuse('no-knob');
  const round = knobRoundOf(knob);
  if (round.dealtAt !== null) return refuse('knob-dealt');
  if (expected.length !== round.values.length) return refuse('bad-request');
  const before = round.expected[studentId];
  if (before?.every((percent, at) => percent === expected[at])) return { ok: true, state };
  return change(
    state,
    withRound(knob, { ...round, expected: { ...round.expected, [studentId]: [...expected] } }),
  );
}

/** Deals the values to everybody who is in; whoever comes later is dealt one then (`knobsFollow`). */
export function dealKnob(state: ClassState, { knobId }: { knobId: string }, now: number): Decision {
  const knob = named(state, knobId);
  if (knob === null) return refuse('no-knob');
  const round = knobRoundOf(knob);
  if (round.dealtAt !== null) return { ok: true, state };
  return change(state, withRound(knob, { ...round, dealtAt: now }));
}

/** Puts it away; what was expected, dealt and found is kept. */
export function closeKnob(state: ClassState, { knobId }: { knobId: string }, now: number): Decision {
  if (named(state, knobId) === null) return refuse('no-knob');
  return accept(state, { knobs: closeOpen(state.knobs, now) });
}

/** After any change: with the class it is over, and everybody who is in has been dealt a value. */
export function knobsFollow(before: ClassState, after: ClassState, now: number): ClassState {
  const knob = openKnob(after);
  if (knob === null) return after;
  if (after.phase !== 'live') return { ...after, knobs: closeOpen(after.knobs, now) };
  if (before.students === after.students && before.knobs === after.knobs) return after;
  const round = knobRoundOf(knob);
  if (round.dealtAt === null) return after;
  const without = Object.values(after.students).filter(
    ({ id, membership }) => membership === 'in' && round.dealt[id] === undefined,
  );
  if (without.length === 0) return after;
  const dealt = { ...round.dealt };
  for (const { id } of without) dealt[id] = nextDealt(Object.values(dealt), round, knob, after.id);
  return { ...after, knobs: withLast(after.knobs, withRound(knob, { ...round, dealt })) };
}

/**
 * The value that fewest have, the first of equals in an order drawn from the class and the round; with the seed of the how-many-th it is who has it: the
 * same value again is another training, and the first of each differ in nothing but the value.
 */
function nextDealt(
  dealt: readonly KnobRound['dealt'][string][],
  { values }: KnobRound,
  { rounds }: Knob,
  classId: string,
): KnobRound['dealt'][string] {
  const counts = values.map((_, at) => dealt.filter((one) => one.at === at).length);
  const fewest = Math.min(...counts);
  const base = dealSeed(`${classId} ${rounds.length}`);
  // Neighbours in the room are rarely neighbours in value: steps of a number that has no divisor in common with any count up to 16.
  const order = values.map((_, i) => (base + i * 17) % values.length);
  const at = order.find((place) => counts[place] === fewest)!;
  return { at, seed: (dealSeed(classId) + fewest) >>> 0 };
}

/** What a student trains in a round; null: nothing was dealt to it. */
export function dealtExperiment({ setting, dataset }: Knob, { dealt, values }: KnobRound, studentId: string) {
  const own = dealt[studentId];
  if (own === undefined) return null;
  const value = values[own.at]!;
  return { value, experiment: knobExperiment(setting, value, dataset, own.seed) };
}

/** What of a student's was handed in of what it was dealt, while it goes on. */
export interface KnobHandedIn {
  /** The first network whose training has come to its end; null: there is none. */
  score: VerifiedScore | null;
  /** Some was handed in before its end, and none after it. */
  early: boolean;
}

/**
 * What came of what a student was dealt in a round. Of whose training nobody has said how far it went, it went to its end.
 * @param scores the student's own
 */
export function knobHandedIn(
  scores: readonly VerifiedScore[],
  knob: Knob,
  round: KnobRound,
  studentId: string,
): KnobHandedIn {
  const own = dealtExperiment(knob, round, studentId);
  const { dealtAt } = round;
  if (own === null || dealtAt === null) return { score: null, early: false };
  const { experiment } = own;
  const until = knob.closedAt ?? Number.POSITIVE_INFINITY;
  const handedIn = scores.filter(
    (score) =>
      score.submittedAt >= dealtAt &&
      score.submittedAt <= until &&
      isSameExperiment(score.experiment, experiment),
  );
  const score =
    handedIn.find(({ updates }) => updates === undefined || updates >= trainingSteps(experiment)) ?? null;
  return { score, early: score === null && handedIn.length > 0 };
}

/** A student is forgotten: neither what it expected nor what it was dealt stands anywhere. */
export function knobsWithout(knobs: readonly Knob[], studentId: string): readonly Knob[] {
  const has = ({ expected, dealt }: KnobRound) => studentId in expected || studentId in dealt;
  if (!knobs.some(({ rounds }) => rounds.some(has))) return knobs;
  return knobs.map((knob) => ({
    ...knob,
    rounds: knob.rounds.map((round) => {
      const { [studentId]: _drawn, ...expected } = round.expected;
      const { [studentId]: _own, ...dealt } = round.dealt;
      return { ...round, expected, dealt };
    }),
  }));
}

const newRound = (values: readonly number[], now: number): KnobRound => ({
  ...{ values: [...values], openedAt: now, dealtAt: null },
  ...{ expected: {}, dealt: {} },
});

const named = ({ knobs }: ClassState, knobId: string) => openNamed(knobs, knobId);

const withRound = (knob: Knob, round: KnobRound): Knob => ({
  ...knob,
  rounds: withLast(knob.rounds, round),
});
const change = (state: ClassState, knob: Knob) => accept(state, { knobs: withLast(state.knobs, knob) });
