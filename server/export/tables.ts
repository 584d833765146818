import { stepsOf } from '@/classroom/steps';
import type { ParquetTableName, TableName } from '@/protocol/exports';
import { finalAccuracy, trainingTime } from '@/protocol/run-figures';
import { QUIZ_COLUMNS, quiz, VOTE_COLUMNS, votes } from './answer-tables';
import { BOARD_COLUMNS, board } from './board-table';
import { BYTE_ORDER_MARK, type CsvCell, csvRow } from './csv';
import { experimentFields } from './experiment-fields';
import { type ExportSource, privateAccuracy, studentName } from './export-source';
import { FOOL_DRAWING_COLUMNS, foolDrawings } from './fool-tables';
import { GRADIENT_SUM_COLUMNS, gradientSums } from './gradient-sum-tables';
import { KNOB_VALUE_COLUMNS, knobValues } from './knob-tables';
import { NETWORK_AUDIT_COLUMNS, networkAudits } from './network-audit-tables';
import { NETWORK_AVERAGE_COLUMNS, networkAverages } from './network-average-tables';
import { NETWORK_ROUND_COLUMNS, networkRounds } from './network-round-tables';
import {
  NETWORK_VOTE_COLUMNS,
  NETWORK_VOTE_STUDENT_COLUMNS,
  networkVoteStudents,
  networkVotes,
} from './network-vote-tables';
import { type ColumnKind, parquetFile } from './parquet';
import { STUDENT_NETWORK_COLUMNS, studentNetworks } from './student-network-tables';
import { TEAM_BOARD_COLUMNS, teamBoardRows } from './team-tables';

/** Tidy tables: one thing a row, one fact a column; times in UTC, shares from 0 to 1, what is not known empty. */
type Row = Readonly<Record<string, CsvCell>>;
type Table = (source: ExportSource) => AsyncGenerator<Row> | Generator<Row>;

const at = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());

function* students(source: ExportSource): Generator<Row> {
  const { state, runs } = source;
  for (const { id, mark, membership, joinedAt } of Object.values(state.students)) {
    yield {
      student_id: id,
      student: studentName(source, id),
      mark_colour: mark.colour,
      mark_glyph: mark.glyph,
      membership,
      joined_at: at(joinedAt),
      runs: runs.filter(({ studentId }) => studentId === id).length,
      submissions: state.scores.filter(({ studentId }) => studentId === id).length,
    };
  }
}

/** What only some trainings have. */
const OF_SOME = { data_rule: null, noise: null, features: null, l1: null, start: null, setup: null };

function* runs(source: ExportSource): Generator<Row> {
  for (const run of source.runs) {
    const accuracy = finalAccuracy(run);
    yield {
      run_id: run.id,
      student_id: run.studentId,
      student: studentName(source, run.studentId),
      started_at: at(run.createdAt),
      state: run.state,
      backend: run.backend,
      ...OF_SOME,
      ...experimentFields(run.experiment),
      steps: run.last?.step ?? 0,
      epochs_done: run.last?.epoch ?? 0,
      seconds: trainingTime(run) / 1000,
      points: run.pointCount,
      loss: run.last?.loss ?? null,
      accuracy: accuracy.value,
      accuracy_measured_on: accuracy.measured,
      verified_accuracy: run.verifiedAccuracy,
    };
  }
}

async function* points(source: ExportSource): AsyncGenerator<Row> {
  for (const run of source.runs) {
    const student = studentName(source, run.studentId);
    for (const point of await source.pointsOf(run.id))
      yield {
        run_id: run.id,
        student_id: run.studentId,
        student,
        step: point.step,
        epoch: point.epoch,
        loss: point.loss,
        accuracy: point.accuracy,
        validation_loss: point.validationLoss,
        validation_accuracy: point.validationAccuracy,
        validation_examples: point.validationExamples ?? null,
        examples_per_second: point.examplesPerSecond,
      };
  }
}

function* submissions(source: ExportSource): Generator<Row> {
  for (const score of source.state.scores)
    yield {
      submission_id: score.id,
      run_id: score.runId,
      student_id: score.studentId,
      student: studentName(source, score.studentId),
      submitted_at: at(score.submittedAt),
      public_accuracy: score.publicAccuracy,
      private_accuracy: privateAccuracy(source, score.privateAccuracy),
      reproduced: score.reproduced ?? null,
    };
}

function* guesses(source: ExportSource): Generator<Row> {
  const order = stepsOf(source.state).map(({ id }) => id);
  for (const guess of Object.values(source.state.predictions))
    yield {
      student_id: guess.studentId,
      student: studentName(source, guess.studentId),
      step: order.indexOf(guess.stepId) + 1 || null,
      step_id: guess.stepId,
      choice: guess.choice,
      outcome: guess.outcome,
      right: guess.outcome === null ? null : guess.outcome === guess.choice,
      guessed_at: at(guess.committedAt),
      came_true_at: at(guess.cameTrueAt),
    };
}

function* challenge(source: ExportSource): Generator<Row> {
  for (const result of Object.values(source.state.results))
    yield {
      student_id: result.studentId,
      student: studentName(source, result.studentId),
      part: result.part,
      value: result.value,
      reached: result.reached,
      tries: result.tries,
      reached_at: at(result.at),
    };
}

/** Every table and its columns, which are there though no row is. */
const TABLES = {
  students: {
    rows: students,
    columns: [
      'student_id',
      'student',
      'mark_colour',
      'mark_glyph',
      'membership',
      'joined_at',
      'runs',
      'submissions',
    ],
  },
  runs: {
    rows: runs,
    columns: [
      'run_id',
      'student_id',
      'student',
      'started_at',
      'state',
      'backend',
      'dataset',
      'examples',
      'data_rule',
      'noise',
      'features',
      'network',
      'filters',
      'kernel',
      'hidden',
      'activation',
      'loss_function',
      'optimizer',
      'learning_rate',
      'batch_size',
      'epochs',
      'l1',
      'l2',
      'start',
      'seed',
      'setup',
      'steps',
      'epochs_done',
      'seconds',
      'points',
      'loss',
      'accuracy',
      'accuracy_measured_on',
      'verified_accuracy',
    ],
  },
  points: {
    rows: points,
    columns: [
      'run_id',
      'student_id',
      'student',
      'step',
      'epoch',
      'loss',
      'accuracy',
      'validation_loss',
      'validation_accuracy',
      'validation_examples',
      'examples_per_second',
    ],
  },
  submissions: {
    rows: submissions,
    columns: [
      'submission_id',
      'run_id',
      'student_id',
      'student',
      'submitted_at',
      'public_accuracy',
      'private_accuracy',
      'reproduced',
    ],
  },
  guesses: {
    rows: guesses,
    columns: [
      'student_id',
      'student',
      'step',
      'step_id',
      'choice',
      'outcome',
      'right',
      'guessed_at',
      'came_true_at',
    ],
  },
  challenge: {
    rows: challenge,
    columns: ['student_id', 'student', 'part', 'value', 'reached', 'tries', 'reached_at'],
  },
  votes: { rows: votes, columns: VOTE_COLUMNS },
  quiz: { rows: quiz, columns: QUIZ_COLUMNS },
  board: { rows: board, columns: BOARD_COLUMNS },
  'team-board': { rows: teamBoardRows, columns: TEAM_BOARD_COLUMNS },
  'network-votes': { rows: networkVotes, columns: NETWORK_VOTE_COLUMNS },
  'network-averages': { rows: networkAverages, columns: NETWORK_AVERAGE_COLUMNS },
  'network-rounds': { rows: networkRounds, columns: NETWORK_ROUND_COLUMNS },
  'gradient-sums': { rows: gradientSums, columns: GRADIENT_SUM_COLUMNS },
  'student-networks': { rows: studentNetworks, columns: STUDENT_NETWORK_COLUMNS },
  'network-audits': { rows: networkAudits, columns: NETWORK_AUDIT_COLUMNS },
  'fool-drawings': { rows: foolDrawings, columns: FOOL_DRAWING_COLUMNS },
  'knob-values': { rows: knobValues, columns: KNOB_VALUE_COLUMNS },
  'network-vote-students': { rows: networkVoteStudents, columns: NETWORK_VOTE_STUDENT_COLUMNS },
} as const satisfies Record<TableName, { rows: Table; columns: readonly string[] }>;

/** A table as comma-separated values, in pieces. */
export async function* csvTable(name: TableName, source: ExportSource): AsyncGenerator<string> {
  const { rows, columns } = TABLES[name];
  yield BYTE_ORDER_MARK + csvRow(columns);
  for await (const row of rows(source) as AsyncIterable<Row>)
    yield csvRow(columns.map((column) => row[column]!));
}

/** What the columns hold of the tables that come as Parquet as well. */
const KINDS: {
  [Name in ParquetTableName]: Record<(typeof TABLES)[Name]['columns'][number], ColumnKind>;
} = {
  runs: {
    run_id: 'text',
    student_id: 'text',
    student: 'text',
    started_at: 'moment',
    state: 'text',
    backend: 'text',
    dataset: 'text',
    examples: 'whole',
    data_rule: 'text',
    noise: 'real',
    features: 'text',
    network: 'text',
    filters: 'text',
    kernel: 'whole',
    hidden: 'text',
    activation: 'text',
    loss_function: 'text',
    optimizer: 'text',
    learning_rate: 'real',
    batch_size: 'whole',
    epochs: 'whole',
    l1: 'real',
    l2: 'real',
    start: 'text',
    seed: 'whole',
    setup: 'text',
    steps: 'whole',
    epochs_done: 'real',
    seconds: 'real',
    points: 'whole',
    loss: 'real',
    accuracy: 'real',
    accuracy_measured_on: 'text',
    verified_accuracy: 'real',
  },
  points: {
    run_id: 'text',
    student_id: 'text',
    student: 'text',
    step: 'whole',
    epoch: 'real',
    loss: 'real',
    accuracy: 'real',
    validation_loss: 'real',
    validation_accuracy: 'real',
    validation_examples: 'whole',
    examples_per_second: 'real',
  },
};

/** The same table as a Parquet file, in pieces. */
export function parquetTable(name: ParquetTableName, source: ExportSource): AsyncGenerator<Uint8Array> {
  return parquetFile(KINDS[name], TABLES[name].rows(source) as AsyncIterable<Row>);
}
