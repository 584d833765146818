import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import type { RunReport } from '@/scripts/test-run.mjs';

/** Writes down what a run came to, for the last lines of `npm test` (scripts/test-run.mjs). */
export default class implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const report: RunReport = { passed: 0, failed: 0, skipped: 0, files: [] };
    for (const file of modules) {
      for (const test of file.children.allTests()) {
        const { state } = test.result();
        if (state !== 'pending') report[state] += 1;
      }
      const { setupDuration, collectDuration, duration } = file.diagnostic();
      report.files.push({
        file: file.relativeModuleId,
        seconds: (setupDuration + collectDuration + duration) / 1000,
      });
    }
    const file = process.env.RUN_REPORT;
    if (file) writeFileSync(file, JSON.stringify(report));
  }
}
