import { quartilesOf } from '@/base/quartiles';
import { DATASETS } from '@/protocol/datasets';
import type { Knob, KnobRound } from '@/protocol/knob';
import { KNOBS } from '@/protocol/knob-settings';
import type {
  DealtKnob,
  KnobConsole,
  KnobDesk,
  KnobExpected,
  KnobNow,
  KnobPoint,
  OwnKnob,
} from '@/protocol/knob-views';
import { datasetOf } from './dataset';
import { lawOf } from './knob-law';
import { dealtExperiment, type KnobHandedIn, knobHandedIn, knobRoundOf, openKnob, shownKnob } from './knobs';
import { isSentOut } from './sent-out';
import type { ClassState, VerifiedScore } from './state';

interface Described {
  desk: KnobDesk;
  /** By student: what was handed in of what was dealt in the round that goes on. */
  handedIn: ReadonlyMap<string, KnobHandedIn>;
}

/** Made once a state: each of 300 students is shown it. */
const describedOf = new WeakMap<ClassState, Described | null>();

/** What the class was dealt and what came of it, with the students in it; null: there is nothing. */
function described(state: ClassState): Described | null {
  const known = describedOf.get(state);
  if (known !== undefined) return known;
  const knob = shownKnob(state);
  const made = knob && describe(state, knob);
  describedOf.set(state, made);
  return made;
}

function describe(state: ClassState, knob: Knob): Described {
  const counts = (studentId: string) => {
    const student = state.students[studentId];
    return student !== undefined && !isSentOut(student);
  };
  const own = new Map<string, VerifiedScore[]>();
  for (const score of state.scores) {
    const scores = own.get(score.studentId);
    if (scores) scores.push(score);
    else own.set(score.studentId, [score]);
  }
  const handedInOf = knob.rounds.map(
    (round) =>
      new Map(
        Object.keys(round.dealt)
          .filter(counts)
          .map((id) => [id, knobHandedIn(own.get(id) ?? [], knob, round, id)]),
      ),
  );
  const points = knob.rounds.flatMap((round, at) => pointsOf(round, at, handedInOf[at]!));
  const round = knobRoundOf(knob);
  const now = knob.rounds.length - 1;
  const { next } = KNOBS[knob.setting];
  const first = points.filter((point) => point.round === 0);
  const desk: KnobDesk = {
    id: knob.id,
    setting: knob.setting,
    dataset: knob.dataset,
    open: knob.closedAt === null,
    stage: round.dealtAt === null ? 'expecting' : 'training',
    drawn: Object.keys(round.expected).filter(counts).length,
    dealt: handedInOf[now]!.size,
    handedIn: points.filter((point) => point.round === now).length,
    rounds: knob.rounds.map((one, at) => ({
      values: one.values,
      results: one.values.map((value) =>
        points
          .filter((point) => point.round === at && point.value === value)
          .map(({ accuracy }) => accuracy)
          .sort((a, b) => a - b),
      ),
      expected: one.dealtAt === null ? null : expectedOf(one, counts),
    })),
    law:
      next === null
        ? null
        : lawOf(
            first.map(({ value, accuracy }) => ({ value, error: errorOf(accuracy, knob) })),
            next,
          ),
    points,
  };
  return { desk, handedIn: handedInOf[now]! };
}

/** Of so many pictures no share is surely nothing: half a picture stands for none. */
function errorOf(accuracy: number, { dataset }: Knob): number {
  return Math.max(1 - accuracy, 0.5 / DATASETS[dataset].hidden.half);
}

/** The networks that were handed in of what was dealt, in the order of the values. */
function pointsOf(
  { dealt, values }: KnobRound,
  at: number,
  handedIn: ReadonlyMap<string, KnobHandedIn>,
): KnobPoint[] {
  return [...handedIn]
    .flatMap(([studentId, { score }]) => {
      if (score === null) return [];
      const value = values[dealt[studentId]!.at]!;
      return [{ round: at, value, accuracy: score.publicAccuracy, studentId, runId: score.runId }];
    })
    .sort((a, b) => a.value - b.value || a.accuracy - b.accuracy);
}

/** The middle of what was drawn, value by value; null: nobody has drawn anything. */
function expectedOf(
  { values, expected }: KnobRound,
  counts: (studentId: string) => boolean,
): KnobExpected[] | null {
  const drawn = Object.entries(expected).flatMap(([studentId, percents]) =>
    counts(studentId) ? [percents] : [],
  );
  if (drawn.length === 0) return null;
  return values.map((_, at) => {
    const { low, middle, high } = quartilesOf(drawn.map((percents) => percents[at]!));
    return { low: low / 100, middle: middle / 100, high: high / 100 };
  });
}

/** A student's sight of the one that is on: while the class draws nothing of others' is told. */
export function ownKnob(state: ClassState, studentId: string): OwnKnob | null {
  const knob = openKnob(state);
  if (knob === null || state.students[studentId]?.membership === 'waiting') return null;
  const { desk, handedIn } = described(state)!;
  const round = knobRoundOf(knob);
  const own = handedIn.get(studentId);
  return {
    ...withoutPoints(desk),
    expected: round.expected[studentId] ?? null,
    own: dealtExperiment(knob, round, studentId),
    accuracy: own?.score?.publicAccuracy ?? null,
    early: own?.early ?? false,
  };
}

/** The teacher's; null: the class trains no pictures. */
export function knobDesk(state: ClassState): KnobConsole | null {
  return datasetOf(state) === null ? null : { now: described(state)?.desk ?? null };
}

/** And the projector's: of nobody whose a point is. */
export function knobOnScreen(state: ClassState): KnobNow | null {
  const made = described(state);
  return made && withoutPoints(made.desk);
}

const withoutPoints = ({ points: _points, ...now }: KnobDesk): KnobNow => now;

/** Everything that was dealt, in order, for the review. */
export function dealtKnobs(state: ClassState): DealtKnob[] {
  return state.knobs.flatMap((knob) => {
    const { dealtAt } = knob.rounds[0]!;
    return dealtAt === null ? [] : [{ ...describe(state, knob).desk, dealtAt }];
  });
}
