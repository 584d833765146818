/** `npm start`: builds where needed, then serves what is built (scripts/supervise.mjs). */
import { buildIfNeeded } from './build.mjs';

try {
  await buildIfNeeded();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await import('./supervise.mjs');
