/**
 * The class of `npm run dev -- --class N` (scripts/dev.mjs): waits for the development server, brings simulated students into a class
 * that goes on at it, and lets them leave when it is stopped. `--lesson`: its id; default lesson 9.
 */
import { parseArgs } from 'node:util';
import { findLesson, LESSONS } from '@/lessons/registry';
import { ClassInProgress } from '@/people/class-in-progress';
import { serverAddresses } from '@/server/announce';
import { readEnv } from '@/server/env';
import { countStudents } from './count-students';
import { whenStopped } from './when-stopped';

const { values } = parseArgs({
  options: { class: { type: 'string', default: '' }, lesson: { type: 'string', default: 'training-loop' } },
});
const count = countStudents('--class', values.class);
const lesson = findLesson(values.lesson);
if (!lesson) {
  console.error(`--lesson takes one of ${LESSONS.map(({ id }) => id).join(', ')}.`);
  process.exit(1);
}
const env = readEnv();
const { local } = serverAddresses(env, env.port);
const stopped = whenStopped().then(() => null);
const held = await Promise.race([ready().then(() => ClassInProgress.open(local, lesson)), stopped]);
if (held) {
  console.log(held.announcement);
  await Promise.race([held.begin(count).then(() => stopped), stopped]);
  await held.close();
}
process.exit(0);

/** Resolves when the server answers; it may take its time to compile. */
async function ready(): Promise<void> {
  while (
    !(await fetch(`${local}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    ))
  )
    await new Promise((resolve) => setTimeout(resolve, 100));
}
