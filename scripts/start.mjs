/** `npm start`: builds where needed, then serves in this very process, so that signals reach the server. */
import { buildIfNeeded } from './build.mjs';
import { sayServing } from './serving.mjs';

try {
  await buildIfNeeded();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
sayServing();
process.env.NODE_ENV = 'production';
await import('../dist/server/index.mjs');
