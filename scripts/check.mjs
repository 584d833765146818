/** `npm run check`: format and lint, types, import rules and unit tests. Run it before every commit. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { generateClients } from './prisma-generate.mjs';

const require = createRequire(import.meta.url);
const bin = (name, file) => path.join(path.dirname(require.resolve(`${name}/package.json`)), file);

const CHECKS = [
  ['format and lint', [bin('@biomejs/biome', 'bin/biome'), 'ci', '--error-on-warnings', '.']],
  ['types', [bin('typescript', 'bin/tsc'), '--noEmit']],
  [
    'import rules and unit tests',
    [bin('vitest', 'vitest.mjs'), 'run', '--project', 'unit', '--reporter=dot'],
  ],
];

/** Runs one check and resolves to whether it passed; what it printed is shown only where it failed. */
function runCheck([label, args]) {
  return new Promise((resolve) => {
    const started = Date.now();
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
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

generateClients();
const results = await Promise.all(CHECKS.map(runCheck));
process.exit(results.every(Boolean) ? 0 : 1);
