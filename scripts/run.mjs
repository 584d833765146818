/** Runs one of the project's TypeScript programs: `node scripts/run.mjs FILE [ARGUMENT …]`. */
import { spawn } from 'node:child_process';
import { generateClients } from './prisma-generate.mjs';

/** Runs Node with tsx on `args`, hands signals on, and ends as the program ended. */
export function runTypeScript(args, env = {}) {
  generateClients();
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

if (process.argv[1]?.endsWith('run.mjs')) runTypeScript(process.argv.slice(2));
