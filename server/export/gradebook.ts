import type { GroupReport, ReportStudent, SittingReport, StepStanding } from '@/protocol/report';
import { BYTE_ORDER_MARK, type CsvCell, csvRow } from './csv';

/** Tables for a spreadsheet that people read: a student a row, headed in their language. Times in minutes, shares from 0 to 1. */

/** What stands in the heads and in the cells. */
export interface GradebookWords {
  student: string;
  stepsDone: string;
  steps: string;
  best: string;
  bestOf: string;
  checked: string;
  runs: string;
  minutes: string;
  guesses: string;
  guessesRight: string;
  asked: string;
  offered: string;
  yes: string;
  no: string;
  standing: Readonly<Record<StepStanding, string>>;
}

/** Names students, or tells them by their places alone. */
type NameOf = (student: { nickname: string }, index: number) => string;

/** Students by the steps of a sitting. @param steps their titles, in order */
export function sittingGradebook(
  report: SittingReport,
  steps: readonly string[],
  words: GradebookWords,
  nameOf: NameOf,
): string {
  const heads = [
    words.student,
    ...steps.map((title, index) => `${index + 1}. ${title}`),
    ...[words.stepsDone, words.best, words.bestOf, words.checked, words.runs, words.minutes],
    ...[words.guesses, words.guessesRight, words.asked, words.offered],
  ];
  const rows = report.students.map((student, index): CsvCell[] => [
    nameOf(student, index),
    ...student.steps.map(({ standing }) => words.standing[standing]),
    student.steps.filter(({ standing }) => standing === 'done').length,
    ...bestCells(student.best),
    student.best === null ? null : student.best.checked ? words.yes : words.no,
    student.runs,
    Math.round(student.trained / 6_000) / 10,
    ...[student.guesses.made, student.guesses.right, student.help.asked, student.help.offered],
  ]);
  return table(heads, rows);
}

/** Students by the lessons of a group. @param lessons what they are called, in order; the same lesson may come twice */
export function groupGradebook(
  report: GroupReport,
  lessons: readonly string[],
  words: GradebookWords,
  nameOf: NameOf,
): string {
  const heads = [
    words.student,
    ...lessons.flatMap((title) =>
      [words.stepsDone, words.steps, words.best, words.bestOf].map((head) => `${title}: ${head}`),
    ),
  ];
  const rows = report.students.map((student, index): CsvCell[] => [
    nameOf(student, index),
    // Who was away has empty cells: no mark is not the mark 0.
    ...student.lessons.flatMap((mark) =>
      mark === null ? [null, null, null, null] : [mark.done, mark.of, ...bestCells(mark.best)],
    ),
  ]);
  return table(heads, rows);
}

function bestCells(best: ReportStudent['best']): [CsvCell, CsvCell] {
  if (best === null) return [null, null];
  const { kind, amount, of } = best.shown;
  return [amount, kind === 'share' ? 1 : of];
}

function table(heads: readonly string[], rows: readonly CsvCell[][]): string {
  return BYTE_ORDER_MARK + csvRow(heads) + rows.map(csvRow).join('');
}
