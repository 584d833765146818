import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';
import type { FileReport, RunReport, StrayError } from '@/scripts/test-run.mjs';

/** Writes down what a run came to, for the last lines of `npm test` (scripts/test-run.mjs). */
export default class implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const report: RunReport = {
      ...{ passed: 0, failed: 0, skipped: 0 },
      errors: errors.map(strayError),
      files: modules.map(fileReport),
    };
    for (const { passed, failed, skipped } of report.files) {
      report.passed += passed;
      report.failed += failed;
      report.skipped += skipped;
    }
    const file = process.env.RUN_REPORT;
    if (file) writeFileSync(file, JSON.stringify(report));
  }
}

function strayError({ message, VITEST_TEST_PATH: at }: SerializedError): StrayError {
  return {
    file: typeof at === 'string' ? path.relative(process.cwd(), at).replaceAll('\\', '/') : null,
    message: firstLine(message),
  };
}

function fileReport(file: TestModule): FileReport {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const failures = file.errors().map(({ message }) => firstLine(message));
  for (const test of file.children.allTests()) {
    const { state, errors = [] } = test.result();
    if (state !== 'pending') counts[state] += 1;
    if (state === 'failed') failures.push(`${test.fullName}: ${firstLine(errors[0]?.message)}`);
  }
  const { setupDuration, collectDuration, duration } = file.diagnostic();
  return {
    file: file.relativeModuleId,
    project: file.project.name,
    seconds: (setupDuration + collectDuration + duration) / 1000,
    ...counts,
    failures,
    ok: file.ok(),
  };
}

/** As much of what a test says as fits a line. */
function firstLine(message = ''): string {
  return stripVTControlCharacters(message).split('\n', 1)[0]!.slice(0, 300);
}
