/**
 * `npm run demo -- --students 24`: a throw-away server with a class in progress. The students are simulated, but they join
 * over real sockets and really train. Everything is removed when it is stopped.
 */
import { setMaxListeners } from 'node:events';
import { parseArgs } from 'node:util';
import { startNodeBackend } from '@/engine/verify/start-node-backend';
import { findLesson } from '@/lessons/registry';
import { LIMITS } from '@/protocol/limits';
import { ServerProcess } from '../../tests/browser/server-process';
import { createTeacher } from '../../tests/browser/teacher-api';
import { buildIfNeeded } from '../build.mjs';
import { trial } from './experiments';
import { nicknameOf } from './names';
import { loadPictures } from './pictures';
import { openSignInDoor } from './sign-in-door';
import { SimulatedStudent } from './simulated-student';

const { values } = parseArgs({ options: { students: { type: 'string', default: '24' } } });
const count = Number(values.students);
if (!Number.isInteger(count) || count < 1 || count > LIMITS.studentsPerClass) {
  console.error(`--students takes a whole number from 1 to ${LIMITS.studentsPerClass}.`);
  process.exit(1);
}

await buildIfNeeded();
const server = await ServerProcess.start({ LOG_LEVEL: 'warn' });
const stop = new AbortController();
// Every student that waits listens to it.
setMaxListeners(0, stop.signal);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

/** Resolves after a while, or when the demo is stopped. */
const sleep = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(done, milliseconds);
    function done() {
      clearTimeout(timer);
      stop.signal.removeEventListener('abort', done);
      resolve();
    }
    stop.signal.addEventListener('abort', done);
  });

const teacher = await createTeacher(server.origin);
const lesson = findLesson('handwritten-digits');
if (!lesson?.experiment) throw new Error('The digits lesson has no experiment');
const base = lesson.experiment;
const { code } = await teacher.createClass(lesson.id);
const door = await openSignInDoor(teacher.cookie, `${server.origin}/teach/live/${code}`);
console.log(`
A class is in progress.
  Teacher's console, signed in:  ${door.url}
  Join as a student:             ${server.origin}/join/${code}
  Projector (after signing in):  ${server.origin}/screen/${code}
Stop with Ctrl+C: everything is removed then.
`);

await startNodeBackend();
const pictures = await loadPictures();
const conductor = await teacher.conduct(code);
const students = Array.from(
  { length: count },
  (_, index) => new SimulatedStudent(server.origin, code, nicknameOf(index), pictures, sleep),
);
for (const student of students) {
  if (stop.signal.aborted) break;
  await student.join();
}
await conductor.command({ type: 'class:begin' });
await conductor.command({ type: 'step:next' });

async function attend(student: SimulatedStudent, index: number): Promise<void> {
  await sleep(300 * index);
  for (let attempt = 0; !stop.signal.aborted && !student.isOver; attempt += 1) {
    await student.trainOnce(trial(base, index, attempt));
    await sleep(4_000 + 1_000 * (index % 5));
  }
}

const attending = students.map((student, index) =>
  attend(student, index).catch((error: Error) => {
    // A student that loses the server is no reason to end the class.
    if (!stop.signal.aborted) console.error(`${student.nickname}: ${error.message}`);
  }),
);
await new Promise<void>((resolve) => {
  if (stop.signal.aborted) resolve();
  else stop.signal.addEventListener('abort', () => resolve());
});
for (const student of students) student.leave();
await Promise.race([Promise.all(attending), new Promise((resolve) => setTimeout(resolve, 2_000))]);
conductor.close();
door.close();
await server.remove();
process.exit(0);
