/**
 * `npm test`: every test, the browser's too. Finds or installs what they need, builds what they open, runs them all and
 * closes with one line of counts. Arguments go on to vitest, such as a file or `--project live`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfNeeded } from './build.mjs';
import { findChromium, findPostgres, provideTestPrograms } from './programs.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);

try {
  provideTestPrograms();
  await buildIfNeeded();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'perceptroom-test-'));
const report = path.join(folder, 'report.json');
const done = spawnSync(
  process.execPath,
  [
    path.join(path.dirname(require.resolve('vitest/package.json')), 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CHROME_PATH: findChromium(), POSTGRES_BIN: findPostgres() },
  },
);

let counts = null;
try {
  counts = JSON.parse(readFileSync(report, 'utf8'));
} catch (error) {
  console.error(`No report of the tests: ${error.message}`);
}
rmSync(folder, { recursive: true, force: true });
const {
  numPassedTests: passed = 0,
  numFailedTests: failed = 1,
  numPendingTests: pending = 0,
  numTodoTests: todo = 0,
  success = false,
} = counts ?? {};
// A file that does not load fails without a failed test: it must not look like a success.
const failures = failed === 0 && (!success || done.status !== 0) ? 1 : failed;
console.log(`${passed} passed, ${failures} failed${pending + todo > 0 ? `, ${pending + todo} skipped` : ''}`);
process.exit(failures === 0 && passed > 0 ? 0 : 1);
