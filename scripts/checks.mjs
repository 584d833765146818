/** What is checked of the code without running it: format and lint, types, and what nobody uses. `npm run check` and `npm test` both begin with these. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A program of a package, as a file that Node runs. */
export const programOf = (name, file) => path.join(root, 'node_modules', name, file);

/** A name and the arguments to Node. They need the database clients (`generateClients`), and nothing that is built. */
export const CODE_CHECKS = [
  ['format and lint', [programOf('@biomejs/biome', 'bin/biome'), 'ci', '--error-on-warnings', '.']],
  ['types', [programOf('typescript', 'bin/tsc'), '--noEmit']],
  // What nobody uses: files, exports, dependencies.
  ['unused code', [programOf('knip', 'bin/knip.js'), '--no-progress', '--no-config-hints']],
];

/** Runs one check and resolves to whether it passed; what it printed is shown only where it failed. */
function runCheck([label, args]) {
  return new Promise((resolve) => {
    const started = Date.now();
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => output.push(data));
    child.on('close', (code) => {
      console.log(
        `${code === 0 ? 'ok    ' : 'FAILED'} ${label} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
      );
      if (code !== 0) process.stdout.write(Buffer.concat(output));
      resolve(code === 0);
    });
  });
}

/** Runs checks side by side; resolves to the labels of those that failed. */
export async function runChecks(checks) {
  const passed = await Promise.all(checks.map(runCheck));
  return checks.filter((_, index) => !passed[index]).map(([label]) => label);
}
