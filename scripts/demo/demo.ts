/**
 * `npm run demo -- --students 24`: a throw-away server with a class in progress. The students are simulated, but they join
 * over real sockets and really train. Everything is removed when it is stopped.
 */
import { parseArgs } from 'node:util';
import { handwrittenDigits } from '@/lessons/handwritten-digits/lesson';
import { ClassInProgress } from '@/people/class-in-progress';
import { ServerProcess } from '@/people/server-process';
import { buildIfNeeded } from '@/scripts/build.mjs';
import { countStudents } from './count-students';
import { whenStopped } from './when-stopped';

const { values } = parseArgs({ options: { students: { type: 'string', default: '24' } } });
const count = countStudents('--students', values.students);
await buildIfNeeded();
const server = await ServerProcess.start({ env: { LOG_LEVEL: 'warn' } });
const stopped = whenStopped();
const held = await ClassInProgress.open(server.origin, handwrittenDigits);
console.log(held.announcement);
await Promise.race([held.begin(count).then(() => stopped), stopped]);
await held.close();
await server.remove();
process.exit(0);
