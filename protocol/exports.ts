import { z } from 'zod';

const CSV = 'text/csv; charset=utf-8';
const PARQUET = 'application/vnd.apache.parquet';

/** The files into which a class can be taken along. */
export const EXPORTS = {
  students: { file: 'students.csv', contentType: CSV },
  runs: { file: 'runs.csv', contentType: CSV },
  points: { file: 'points.csv', contentType: CSV },
  submissions: { file: 'submissions.csv', contentType: CSV },
  guesses: { file: 'guesses.csv', contentType: CSV },
  challenge: { file: 'challenge.csv', contentType: CSV },
  votes: { file: 'votes.csv', contentType: CSV },
  quiz: { file: 'quiz.csv', contentType: CSV },
  board: { file: 'board.csv', contentType: CSV },
  'team-board': { file: 'team-board.csv', contentType: CSV },
  'network-votes': { file: 'network-votes.csv', contentType: CSV },
  'network-averages': { file: 'network-averages.csv', contentType: CSV },
  'network-rounds': { file: 'network-rounds.csv', contentType: CSV },
  'gradient-sums': { file: 'gradient-sums.csv', contentType: CSV },
  'student-networks': { file: 'student-networks.csv', contentType: CSV },
  'network-audits': { file: 'network-audits.csv', contentType: CSV },
  'fool-drawings': { file: 'fool-drawings.csv', contentType: CSV },
  'knob-values': { file: 'knob-values.csv', contentType: CSV },
  'network-vote-students': { file: 'network-vote-students.csv', contentType: CSV },
  'runs-parquet': { file: 'runs.parquet', contentType: PARQUET },
  'points-parquet': { file: 'points.parquet', contentType: PARQUET },
  class: { file: 'class.json', contentType: 'application/json; charset=utf-8' },
  dataset: { file: 'pictures.zip', contentType: 'application/zip' },
  tensorboard: { file: 'tensorboard.zip', contentType: 'application/zip' },
} as const satisfies Record<string, { file: string; contentType: string }>;

export type ExportName = keyof typeof EXPORTS;
export const EXPORT_NAMES = Object.keys(EXPORTS) as ExportName[];

/** Those that are tables of comma-separated values. */
export type TableName = Exclude<ExportName, 'class' | 'dataset' | 'tensorboard' | `${string}-parquet`>;
/** Those that are Parquet files, too. */
export type ParquetTableName = 'runs' | 'points';

/** What is asked of `GET /api/classes/ID/export/NAME`: `names=no` tells students by their places alone. */
export const exportQuery = {
  name: z.enum(EXPORT_NAMES),
  names: z.enum(['yes', 'no']).default('yes'),
};

/** The address of an export. */
export function exportPath(classId: string, name: ExportName, named: boolean): string {
  return `/api/classes/${classId}/export/${name}${named ? '' : '?names=no'}`;
}
