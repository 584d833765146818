/** The server that is built, in this very process: what `npm start` keeps running (scripts/supervise.mjs). */
import { sayServing } from './serving.mjs';

sayServing();
await import('../dist/server/index.mjs');
