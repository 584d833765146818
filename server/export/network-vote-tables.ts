import { countedEnsembles } from '@/classroom/ensemble-views';
import { ensembleQuestion } from '@/classroom/ensembles';
import { answerKey } from '@/classroom/kept';
import { ENSEMBLE_OUTCOMES, ensembleOutcome } from '@/protocol/ensemble-outcome';
import { type ExportSource, studentName } from './export-source';

const at = (time: number): string => new Date(time).toISOString();

/** Votes of the class's networks that were counted, one a row. How they grow with the number of voters is in `class.json`. */
export function* networkVotes({ state }: ExportSource) {
  for (const { id, countedAt, result } of countedEnsembles(state))
    yield {
      vote_id: id,
      counted_at: at(countedAt),
      dataset: result.dataset,
      pictures: result.pictures,
      networks: result.networks,
      left_out: result.leftOut,
      vote_accuracy: result.voted,
      best_accuracy: result.best,
      mean_accuracy: result.mean,
      outcome: ensembleOutcome(result),
      only_vote_right: result.onlyVote,
      only_best_right: result.onlyBest,
      more_than_luck: result.toldApart,
      only_one_right: result.onlyOne,
      nobody_right: result.nobody,
      outvoted: result.outvoted,
      averaged_networks: result.average?.networks ?? null,
      averaged_accuracy: result.average?.plain ?? null,
      aligned_accuracy: result.average?.aligned ?? null,
    };
}

export const NETWORK_VOTE_COLUMNS = [
  'vote_id',
  'counted_at',
  'dataset',
  'pictures',
  'networks',
  'left_out',
  'vote_accuracy',
  'best_accuracy',
  'mean_accuracy',
  'outcome',
  'only_vote_right',
  'only_best_right',
  'more_than_luck',
  'only_one_right',
  'nobody_right',
  'outvoted',
  'averaged_networks',
  'averaged_accuracy',
  'aligned_accuracy',
] as const;

/** Of each such vote who guessed what, and on how many pictures the own network alone was right; one a student and vote. */
export function* networkVoteStudents(source: ExportSource) {
  const { state } = source;
  for (const { id, result, alone } of countedEnsembles(state)) {
    const outcome = ensembleOutcome(result);
    for (const studentId of Object.keys(state.students)) {
      const answer = state.answers[answerKey(studentId, ensembleQuestion(id))];
      const guess = (answer && ENSEMBLE_OUTCOMES[answer.choice]) ?? null;
      const pictures = alone.find((one) => one.studentId === studentId)?.pictures ?? null;
      if (guess === null && pictures === null) continue;
      yield {
        vote_id: id,
        student_id: studentId,
        student: studentName(source, studentId),
        guess,
        right: guess === null ? null : guess === outcome,
        guessed_at: answer ? at(answer.answeredAt) : null,
        alone_right: pictures,
      };
    }
  }
}

export const NETWORK_VOTE_STUDENT_COLUMNS = [
  'vote_id',
  'student_id',
  'student',
  'guess',
  'right',
  'guessed_at',
  'alone_right',
] as const;
