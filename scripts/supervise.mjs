/** Keeps the server that is built running: one that crashes is started again (server/supervisor.ts). What the image starts. */
import { fileURLToPath } from 'node:url';
import { sayServing } from './serving.mjs';

/** Of the server's main thread: a smaller heap than Node's own choice. What was given to this process comes after and counts. */
const MEMORY = ['--max-semi-space-size=8', '--max-old-space-size=1024'];

// Between a crash and the next start nothing may be built either.
sayServing();
process.env.NODE_ENV = 'production';
const { Supervisor } = await import('../dist/server/supervisor.mjs');
new Supervisor([...MEMORY, ...process.execArgv, fileURLToPath(new URL('serve.mjs', import.meta.url))]).run();
