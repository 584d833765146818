import type { ClassState } from '@/classroom/state';
import { shownOf } from '@/classroom/told';
import { asRevealed } from '@/classroom/unrevealed';
import { epochsDone } from '@/engine/training/schedule';
import { readWeights } from '@/engine/verify/check-weights';
import type { Language } from '@/lessons/languages';
import { findLesson } from '@/lessons/registry';
import { textIn } from '@/lessons/written';
import { DATASETS } from '@/protocol/datasets';
import type { PictureRun, RunSummary } from '@/protocol/run';
import { shareOnDiagonal } from '@/protocol/run-figures';
import type { KeptWeights } from './kept-weights';
import type { Weighed } from './named-layers';

/** A share of right answers, 0 to 1, and on how many pictures it was counted. */
export interface Counted {
  share: number;
  pictures: number;
}

/** Who reads what is taken along, and where. */
export interface Reader {
  language: Language;
  /** Dates are told as there. */
  timeZone: string;
}

/** A network that is taken along, and all that its files tell of it. */
export interface TakenNetwork extends Weighed, Reader {
  run: PictureRun;
  /** Steps of training that the weights have behind them, as far as is known: a network may have gone on after it was handed in. */
  steps: number;
  /** The lesson's title in the reader's language; null where there is no such lesson any more. */
  lesson: string | null;
  /** Who trained it, where that is to be told. */
  student: string | null;
  /** By the server, on hidden pictures; of the submission whose weights these are. */
  verified: Counted | null;
  /** By the student's browser, on all validation pictures. */
  validated: Counted | null;
}

/**
 * A run with its kept weights, as it is taken along; null where they are no weights of its network.
 * @param named whether it is told whose it is
 */
export function takenNetwork(
  state: ClassState,
  run: PictureRun,
  { bytes, step }: KeptWeights,
  named: boolean,
  reader: Reader,
): TakenNetwork | null {
  const weights = readWeights(run.experiment, bytes);
  if (typeof weights === 'string') return null;
  const lesson = findLesson(state.lessonId);
  return {
    ...reader,
    architecture: run.experiment,
    weights,
    run,
    lesson: lesson && textIn(lesson, reader.language).title,
    student: (named && state.students[run.studentId]?.nickname) || null,
    steps: step ?? run.last?.step ?? 0,
    // A figure is told of the weights that it was measured with.
    verified: step === null ? verifiedOf(state, run) : null,
    validated: step === null || step === run.last?.step ? validatedOf(run) : null,
  };
}

/** The weights that are kept are those of the last submission. Once the class is over both halves of the hidden pictures count. */
function verifiedOf(state: ClassState, { id, experiment }: PictureRun): Counted | null {
  const { scores, phase } = asRevealed(state);
  const last = scores.findLast(({ runId }) => runId === id);
  if (!last) return null;
  const { half } = DATASETS[experiment.dataset].hidden;
  if (phase !== 'ended') return { share: shownOf(last), pictures: half };
  return { share: (last.publicAccuracy + last.privateAccuracy) / 2, pictures: 2 * half };
}

function validatedOf({ report }: RunSummary): Counted | null {
  const share = report && shareOnDiagonal(report.confusion);
  if (share === null) return null;
  return { share, pictures: report!.confusion.flat().reduce((sum, count) => sum + count, 0) };
}

/** How far a network was trained, for the words that say so. */
export function stepsDone({ steps, run }: Pick<TakenNetwork, 'steps' | 'run'>): {
  steps: number;
  epochs: number;
} {
  return { steps, epochs: epochsDone(run.experiment, steps) };
}
