/** What a run came to, as tests/running/run-report.ts writes it down. */
export interface RunReport {
  passed: number;
  failed: number;
  skipped: number;
  /** What went wrong outside of any test. */
  errors: StrayError[];
  files: FileReport[];
  /** Files that failed beside the others and passed when they were run again alone. */
  unsteady?: string[];
}

export interface StrayError {
  /** The file that the worker ran then, which in a worker that has run others need not be the one at fault; null: not known. */
  file: string | null;
  message: string;
}

export interface FileReport {
  file: string;
  project: string;
  seconds: number;
  passed: number;
  failed: number;
  skipped: number;
  /** Each failure: the test, and what it said. */
  failures: string[];
  /** Whether nothing in it failed: a file whose preparation fails has no failed test. */
  ok: boolean;
}

export function checksBelong(args: readonly string[]): boolean;

export function filesToRunAgain(run: { report: RunReport | null; failedChecks: readonly string[] }): string[];

export function withSecondLook(first: RunReport, second: RunReport): RunReport;

export function closingLines(run: {
  /** So many checks were made besides the tests. */
  checks: number;
  failedChecks: readonly string[];
  report: RunReport | null;
  /** Whether nothing went wrong at all. */
  ok: boolean;
}): string[];
