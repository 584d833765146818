/** What a run came to, as tests/running/run-report.ts writes it down. */
export interface RunReport {
  passed: number;
  failed: number;
  skipped: number;
  files: { file: string; seconds: number }[];
}

export function checksBelong(args: readonly string[]): boolean;

export function closingLines(run: {
  /** So many checks were made besides the tests. */
  checks: number;
  failedChecks: readonly string[];
  report: RunReport | null;
  /** Whether nothing went wrong at all. */
  ok: boolean;
}): string[];
