import type { Ensemble, EnsembleFound } from '@/protocol/ensemble';
import { LEAST_NETWORKS } from '@/protocol/ensemble-outcome';
import type { Experiment } from '@/protocol/experiment';
import { LIMITS } from '@/protocol/limits';
import { refuse } from '@/protocol/refusals';
import { datasetOf } from './dataset';
import { accept, type Decision } from './decision';
import { keepAnswer } from './keep-answer';
import { closeOpen, openNamed, openOne, withLast } from './open-one';
import { putOnScreen } from './put-on-screen';
import { refuseHandingIn } from './scoring';
import type { ClassState, VerifiedScore } from './state';

/** Under which name the guesses at a vote of networks are kept. */
export const ensembleQuestion = (ensembleId: string) => `ensemble ${ensembleId}`;

/** A network that votes: the best of its student of which the server still has the weights. */
export interface Voter {
  studentId: string;
  runId: string;
  experiment: Experiment;
}

/**
 * The networks of a class that can vote: one a student, the best by the public half (the earliest of equals). Of a run that was handed in again the server has
 * the last weights alone. Students who were sent out have no vote.
 */
export function votersOf(state: ClassState): Voter[] {
  const dataset = datasetOf(state);
  const last = new Map<string, VerifiedScore>();
  for (const score of state.scores) if (score.experiment.dataset === dataset) last.set(score.runId, score);
  const best = new Map<string, VerifiedScore>();
  for (const score of last.values()) {
    const membership = state.students[score.studentId]?.membership;
    if (membership === undefined || membership === 'removed' || membership === 'banned') continue;
    const before = best.get(score.studentId);
    if (!before || score.publicAccuracy > before.publicAccuracy) best.set(score.studentId, score);
  }
  return [...best.values()].map(({ studentId, runId, experiment }) => ({ studentId, runId, experiment }));
}

/** The vote of networks that is on; null: none is. */
export function openEnsemble({ ensembles }: Pick<ClassState, 'ensembles'>): Ensemble | null {
  return openOne(ensembles);
}

/** Asks the class what will come of the networks' vote, and puts that on the projector. The same vote again is the same vote. */
export function askEnsemble(
  state: ClassState,
  { ensembleId }: { ensembleId: string },
  now: number,
): Decision {
  if (state.ensembles.some(({ id }) => id === ensembleId)) return { ok: true, state };
  if (state.phase !== 'live') return refuse('wrong-phase');
  if (openEnsemble(state)?.found === null) return refuse('vote-going-on');
  if (votersOf(state).length < LEAST_NETWORKS) return refuse('too-few-networks');
  if (state.ensembles.length >= LIMITS.ensemblesPerClass) return refuse('too-many-votes');
  const next: Ensemble = { id: ensembleId, openedAt: now, countedAt: null, found: null, closedAt: null };
  const before = closeOpen(state.ensembles, now);
  return accept(state, {
    ensembles: [...before, next],
    ...putOnScreen('ensemble'),
  });
}

/** A student guesses; until it is counted another guess takes the place of the one before. */
export function guessEnsemble(
  state: ClassState,
  studentId: string,
  { ensembleId, choice }: { ensembleId: string; choice: number },
  now: number,
): Decision {
  const refusal = refuseHandingIn(state, studentId);
  if (refusal) return refusal;
  const ensemble = openNamed(state.ensembles, ensembleId);
  if (ensemble === null) return refuse('no-vote');
  if (ensemble.found !== null) return refuse('vote-not-taken');
  return keepAnswer(state, studentId, { question: ensembleQuestion(ensembleId), choice }, now);
}

/** What the server has counted: once. Of students who are not in the class any more nothing is kept. */
export function recordEnsemble(
  state: ClassState,
  { ensembleId, found }: { ensembleId: string; found: EnsembleFound },
  now: number,
): Decision {
  const ensemble = openNamed(state.ensembles, ensembleId);
  if (ensemble === null) return refuse('no-vote');
  if (ensemble.found !== null) return { ok: true, state };
  const alone = Object.fromEntries(Object.entries(found.alone).filter(([id]) => state.students[id]));
  const counted: Ensemble = { ...ensemble, countedAt: now, found: { ...found, alone } };
  return accept(state, { ensembles: withLast(state.ensembles, counted) });
}

/** Puts the vote of networks away; what was guessed and found is kept. */
export function closeEnsemble(
  state: ClassState,
  { ensembleId }: { ensembleId: string },
  now: number,
): Decision {
  if (openNamed(state.ensembles, ensembleId) === null) return refuse('no-vote');
  return accept(state, { ensembles: closeOpen(state.ensembles, now) });
}

/** After any change: with its step and its class a vote of networks is over; one that was never counted leaves nothing to show. */
export function ensemblesFollow(before: ClassState, after: ClassState, now: number): ClassState {
  const stays = before.stepIndex === after.stepIndex && after.phase === 'live';
  return openEnsemble(after) === null || stays
    ? after
    : { ...after, ensembles: closeOpen(after.ensembles, now) };
}

/** A student is forgotten: nothing in what was found says which pictures it alone had right. */
export function ensemblesWithout(ensembles: readonly Ensemble[], studentId: string): readonly Ensemble[] {
  if (!ensembles.some(({ found }) => found && studentId in found.alone)) return ensembles;
  return ensembles.map((ensemble) => {
    if (!ensemble.found) return ensemble;
    const { [studentId]: _gone, ...alone } = ensemble.found.alone;
    return { ...ensemble, found: { ...ensemble.found, alone } };
  });
}
