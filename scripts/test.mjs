/**
 * `npm test`: the checks of the code, then every test, the browser's too. Finds or installs what they need, builds what they
 * open, runs them all, and closes with the ten slowest files and one line of counts, in which each check counts as a test.
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
import { checksBelong, closingLines } from './test-run.mjs';

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

const folder = mkdtempSync(path.join(os.tmpdir(), 'perceptroom-test-'));
const file = path.join(folder, 'report.json');
const done = spawnSync(
  process.execPath,
  [
    programOf('vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=./tests/running/run-report.ts',
    ...given,
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, RUN_REPORT: file },
  },
);

let report = null;
try {
  report = JSON.parse(readFileSync(file, 'utf8'));
} catch (error) {
  console.error(`No report of the tests: ${error.message}`);
}
rmSync(folder, { recursive: true, force: true });
const ok = done.status === 0 && failedChecks.length === 0 && (report?.passed ?? 0) > 0;
console.log(closingLines({ checks: checks.length, failedChecks, report, ok }).join('\n'));
process.exit(ok ? 0 : 1);
