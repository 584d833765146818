import type { Ensemble } from '@/protocol/ensemble';
import { ENSEMBLE_OUTCOMES } from '@/protocol/ensemble-outcome';
import type {
  CountedEnsemble,
  EnsembleConsole,
  EnsembleDesk,
  EnsembleOnScreen,
  EnsembleResult,
  OwnEnsemble,
} from '@/protocol/ensemble-views';
import { ensembleQuestion, openEnsemble, votersOf } from './ensembles';
import { answerKey } from './kept';
import type { ClassState } from './state';
import { differByMoreThanLuck } from './told-apart';

/** Students of whom the projector says that they alone were right. */
const ON_SCREEN = 4;

/** Made once a state: each of 300 students is shown it. */
const shownOf = new WeakMap<
  ClassState,
  { ensemble: Ensemble; guesses: number[]; result: EnsembleResult | null } | null
>();

/** The vote of networks that is on, or the last that was counted; null: there is none. */
function shown(state: ClassState) {
  const known = shownOf.get(state);
  if (known !== undefined) return known;
  const ensemble = openEnsemble(state) ?? state.ensembles.findLast(({ found }) => found !== null) ?? null;
  const made = ensemble && {
    ensemble,
    guesses: guessesAt(state, ensemble.id),
    result: ensembleResult(state, ensemble),
  };
  shownOf.set(state, made);
  return made;
}

/** What came of a vote of networks, with nobody in it; null: it was not counted. */
function ensembleResult(state: ClassState, { id, found }: Ensemble): EnsembleResult | null {
  if (found === null) return null;
  const { alone, ...rest } = found;
  return {
    ...rest,
    onlyOne: Object.values(alone).reduce((sum, pictures) => sum + pictures, 0),
    toldApart: differByMoreThanLuck(found.onlyVote, found.onlyBest),
    guesses: guessesAt(state, id),
  };
}

/** How often each outcome was guessed, by those who have not been sent out. */
function guessesAt(state: ClassState, ensembleId: string): number[] {
  const asked = ensembleQuestion(ensembleId);
  const guesses = ENSEMBLE_OUTCOMES.map(() => 0);
  for (const { studentId, question, choice } of Object.values(state.answers)) {
    if (question !== asked || choice >= guesses.length) continue;
    const membership = state.students[studentId]?.membership;
    if (membership === undefined || membership === 'removed' || membership === 'banned') continue;
    guesses[choice]! += 1;
  }
  return guesses;
}

/** Every vote of networks that was counted, in order. */
export function countedEnsembles(state: ClassState): CountedEnsemble[] {
  return state.ensembles.flatMap((ensemble) => {
    const result = ensembleResult(state, ensemble);
    const { id, countedAt } = ensemble;
    return result === null || countedAt === null
      ? []
      : [{ id, countedAt, result, alone: aloneOf(state, ensemble) }];
  });
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

/** A student's sight: while the vote is on, and after it was put away nothing. */
export function ownEnsemble(state: ClassState, studentId: string): OwnEnsemble | null {
  const now = shown(state);
  if (now === null || now.ensemble.closedAt !== null) return null;
  const { ensemble, result } = now;
  const guess = state.answers[answerKey(studentId, ensembleQuestion(ensemble.id))]?.choice ?? null;
  return { id: ensemble.id, open: true, result, guess, alone: ensemble.found?.alone[studentId] ?? null };
}

/** The teacher's. */
export function ensembleDesk(state: ClassState): EnsembleConsole {
  const now = shown(state);
  const desk: EnsembleDesk | null = now && {
    id: now.ensemble.id,
    open: now.ensemble.closedAt === null,
    result: now.result,
    guesses: now.guesses,
    guessed: sum(now.guesses),
    alone: aloneOf(state, now.ensemble),
  };
  return { networks: votersOf(state).length, now: desk };
}

/** And the projector's. @param named names of the board are shown on it */
export function ensembleOnScreen(state: ClassState, named: boolean): EnsembleOnScreen | null {
  const now = shown(state);
  if (now === null) return null;
  const { ensemble, guesses, result } = now;
  // Whoever is on no board is on none here.
  const alone = state.ranking === 'off' ? [] : aloneOf(state, ensemble).slice(0, ON_SCREEN);
  return {
    ...{ id: ensemble.id, open: ensemble.closedAt === null, result, guessed: sum(guesses) },
    alone: alone.map(({ studentId, pictures }) => {
      const { mark, nickname } = state.students[studentId]!;
      return { mark, nickname: named ? nickname : null, pictures };
    }),
  };
}

/** Who of those still in the class had pictures right that nobody else had, most first. */
function aloneOf({ students }: ClassState, { found }: Ensemble): { studentId: string; pictures: number }[] {
  return Object.entries(found?.alone ?? {})
    .filter(([id, pictures]) => {
      const membership = students[id]?.membership;
      return pictures > 0 && membership !== undefined && membership !== 'removed' && membership !== 'banned';
    })
    .map(([studentId, pictures]) => ({ studentId, pictures }))
    .sort((a, b) => b.pictures - a.pictures);
}
