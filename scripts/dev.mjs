/**
 * `npm run dev`: pages with hot reload; the server starts again when one of its files changes. `-- --class N [--lesson NAME]`: on
 * throw-away data, with a class in progress in which N simulated students train.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildKernels } from './build-kernels.mjs';
import { generateClients } from './prisma-generate.mjs';
import { throwAwayPlace } from './throw-away-place.mjs';

/** Longer than the server takes to end. */
const PATIENCE_MS = 7_000;

const require = createRequire(import.meta.url);
const { values } = parseArgs({ options: { class: { type: 'string' }, lesson: { type: 'string' } } });
const withClass = values.class !== undefined;
if (values.lesson !== undefined && !withClass) {
  console.error('--lesson is the lesson of --class N.');
  process.exit(1);
}
const place = withClass ? await throwAwayPlace() : null;
generateClients();
spawnSync(process.execPath, [fileURLToPath(new URL('copy-wasm.mjs', import.meta.url))], { stdio: 'inherit' });
buildKernels();

const env = { ...process.env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1', ...place?.env };
const run = (args) => spawn(process.execPath, args, { stdio: 'inherit', env });
const programs = [run([require.resolve('tsx/cli'), 'watch', '--clear-screen=false', 'server/index.ts'])];
if (withClass)
  programs.push(run(['--import', 'tsx', 'scripts/demo/development-class.ts', ...process.argv.slice(2)]));

let running = programs.length;
let stopping = false;
let code = 0;
const stop = (signal) => {
  for (const program of programs) program.kill(signal);
};
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    stopping = true;
    // A terminal's Ctrl+C has reached them all; twice, and the server would be cut off instead of ending.
    const told = signal === 'SIGINT' && process.stdin.isTTY;
    setTimeout(() => stop(signal), told ? PATIENCE_MS : 0);
  });
for (const program of programs)
  program.on('exit', async (exitCode) => {
    // The first to end says how it ended; the other is wanted no more.
    if (running === programs.length && !stopping) code = exitCode ?? 1;
    running -= 1;
    // Told once: a second signal would cut it off.
    if (running > 0) {
      if (!stopping) stop('SIGTERM');
      return;
    }
    await place?.remove();
    process.exit(code);
  });
