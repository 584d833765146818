/** `npm run dev`: pages with hot reload; the server starts again when one of its files changes. */
import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { generateClients } from './prisma-generate.mjs';

const require = createRequire(import.meta.url);
generateClients();
spawnSync(process.execPath, [fileURLToPath(new URL('copy-wasm.mjs', import.meta.url))], { stdio: 'inherit' });
const child = spawn(
  process.execPath,
  [require.resolve('tsx/cli'), 'watch', '--clear-screen=false', 'server/index.ts'],
  {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' },
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 0));
