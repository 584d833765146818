/**
 * `npm test`: the checks of the code, then every test, the browser's too. Finds or installs what they need, builds what they
 * open, runs them all, a few that failed once more alone, and closes with the ten slowest files and one line of counts, in which each check
 * counts as a test.
 * Arguments go on to vitest, such as a file, `--project live` or `--shard 1/2`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfNeeded } from './build.mjs';
import { CODE_CHECKS, programOf, runChecks } from './checks.mjs';
import { generateClients } from './prisma-generate.mjs';
import { provideTestPrograms } from './programs.mjs';
import { checksBelong, closingLines, filesToRunAgain, withSecondLook } from './test-run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const given = process.argv.slice(2);

generateClients();
const checks = checksBelong(given) ? CODE_CHECKS : [];
const failedChecks = await runChecks(checks);
try {
  provideTestPrograms();
  await buildIfNeeded();
} catch (error) {
  console.error(error.message);
  console.log(closingLines({ checks: checks.length, failedChecks, report: null, ok: false }).join('\n'));
  process.exit(1);
}

/** Runs tests; what came of it, or null where that is not known. */
function runTests(args) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'perceptroom-test-'));
  const file = path.join(folder, 'report.json');
  const vitest = programOf('vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=./tests/running/run-report.ts'];
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, RUN_REPORT: file },
  });
  try {
    return { isGreen: status === 0, report: JSON.parse(readFileSync(file, 'utf8')) };
  } catch (error) {
    console.error(`No report of the tests: ${error.message}`);
    return { isGreen: false, report: null };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let { isGreen, report } = runTests(given);
const again = filesToRunAgain({ report, failedChecks });
if (again.length > 0) isGreen = true;
for (const file of again) {
  console.log(`Once more, with nothing beside: ${file}`);
  const second = runTests([file]);
  if (second.report) report = withSecondLook(report, second.report);
  isGreen &&= second.isGreen;
}
const ok = isGreen && failedChecks.length === 0 && (report?.passed ?? 0) > 0;
console.log(closingLines({ checks: checks.length, failedChecks, report, ok }).join('\n'));
process.exit(ok ? 0 : 1);
