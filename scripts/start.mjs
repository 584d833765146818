/** `npm start`: builds where needed, then keeps a server running: one that crashes is started again (server/supervisor.ts). */
import { fileURLToPath } from 'node:url';
import { buildIfNeeded } from './build.mjs';
import { sayServing } from './serving.mjs';

/** Of the server's main thread: a smaller heap than Node's own choice. What was given to this process comes after and counts. */
const MEMORY = ['--max-semi-space-size=8', '--max-old-space-size=1024'];

try {
  await buildIfNeeded();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
// Between a crash and the next start nothing may be built either.
sayServing();
process.env.NODE_ENV = 'production';
const { Supervisor } = await import('../dist/server/supervisor.mjs');
new Supervisor([...MEMORY, ...process.execArgv, fileURLToPath(new URL('serve.mjs', import.meta.url))]).run();
