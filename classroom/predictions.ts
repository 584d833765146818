import type { OwnPrediction, PredictionTally, StepPredictionCounts } from '@/protocol/prediction';
import { type Refusal, refuse } from '@/protocol/refusals';
import type { Decision } from './decision';
import { type CommittedPrediction, keep, predictionKey } from './kept';
import { refuseHandingIn } from './scoring';
import type { ClassState } from './state';
import { stepsOf } from './steps';

/** Commits a guess, once a step: the same one again is the same guess, another one is refused. */
export function commitPrediction(
  state: ClassState,
  studentId: string,
  { stepId, choice }: { stepId: string; choice: number },
  now: number,
): Decision {
  const refusal = refuseHandingIn(state, studentId) ?? refuseChoice(state, stepId, choice);
  if (refusal) return refusal;
  const before = state.predictions[predictionKey(studentId, stepId)];
  if (before) return before.choice === choice ? { ok: true, state } : refuse('already-predicted');
  return put(state, { studentId, stepId, choice, committedAt: now, outcome: null, cameTrueAt: null });
}

/** Notes what came true on a student's bench. It needs a guess, and the first outcome stays. */
export function notePredictionOutcome(
  state: ClassState,
  studentId: string,
  { stepId, choice }: { stepId: string; choice: number },
  now: number,
): Decision {
  const refusal = refuseHandingIn(state, studentId) ?? refuseChoice(state, stepId, choice);
  if (refusal) return refusal;
  const before = state.predictions[predictionKey(studentId, stepId)];
  if (!before) return refuse('no-prediction');
  return before.outcome === null
    ? put(state, { ...before, outcome: choice, cameTrueAt: now })
    : { ok: true, state };
}

/** By the predictions' own identity and the students', who may be removed. */
const talliesOf = new WeakMap<ClassState['predictions'], Map<ClassState['students'], PredictionTally[]>>();

/** The guesses of the class by step, in their order; steps at which nobody has guessed are left out. */
export function predictionTallies(state: ClassState): PredictionTally[] {
  const known = talliesOf.get(state.predictions)?.get(state.students);
  if (known) return known;
  const byStep = new Map<string, StepPredictionCounts>();
  for (const { studentId, stepId, choice, outcome } of Object.values(state.predictions)) {
    const membership = state.students[studentId]?.membership;
    if (membership === undefined || membership === 'removed' || membership === 'banned') continue;
    const counts = byStep.get(stepId) ?? noCounts(choicesAt(state, stepId));
    byStep.set(stepId, counts);
    if (choice < counts.guesses.length) counts.guesses[choice]! += 1;
    if (outcome !== null && outcome < counts.outcomes.length) counts.outcomes[outcome]! += 1;
  }
  const tallies = stepsOf(state).flatMap(({ id }) => {
    const counts = byStep.get(id);
    return counts ? [{ stepId: id, ...counts }] : [];
  });
  talliesOf.set(state.predictions, new Map([[state.students, tallies]]));
  return tallies;
}

/** A student's own guesses, each with the class's: none of those of a step at which the student has not guessed. */
export function ownPredictions(state: ClassState, studentId: string): OwnPrediction[] {
  return predictionTallies(state).flatMap((tally) => {
    const own = state.predictions[predictionKey(studentId, tally.stepId)];
    return own ? [{ ...tally, choice: own.choice, outcome: own.outcome }] : [];
  });
}

function refuseChoice(state: ClassState, stepId: string, choice: number): Refusal | null {
  return choice < choicesAt(state, stepId) ? null : refuse('no-prediction');
}

function choicesAt(state: ClassState, stepId: string): number {
  const step = stepsOf(state).find(({ id }) => id === stepId);
  return step?.prediction?.choices ?? 0;
}

function noCounts(choices: number): StepPredictionCounts {
  return { guesses: new Array<number>(choices).fill(0), outcomes: new Array<number>(choices).fill(0) };
}

function put(state: ClassState, prediction: CommittedPrediction): Decision {
  return { ok: true, state: keep(state, 'predictions', prediction) };
}
