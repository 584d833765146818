import { LESSONS } from '@/lessons/registry';
import { ServerProcess } from '@/people/server-process';
import { createTeacher } from '@/people/teacher';
import { buildIfNeeded } from '@/scripts/build.mjs';
import { HeapReader, type Held } from './heap-of';
import { passHour } from './hour';
import { type Slope, slopeOf } from './slope';

/** The first hours, one of each lesson: code is compiled, caches fill up to their bounds. They are held, and do not count. */
const WARM_UP_HOURS = LESSONS.length;

export interface Endured {
  hours: number;
  students: number;
  /** Before the first hour, and after each. */
  held: Held[];
  /** MB that the main thread's heap rises by in an hour of lessons, after the warm-up. */
  heapMbAnHour: Slope;
  minutes: number;
}

/** Has the built server live through hours of lessons, one after another. @param leakBytes kept of each request and socket, as the control */
export async function endure(hours: number, students: number, leakBytes = 0): Promise<Endured> {
  await buildIfNeeded();
  const reader = new HeapReader();
  const server = await ServerProcess.start({
    env: { LOG_LEVEL: 'warn', ...reader.variables(leakBytes) },
    shown: true,
  });
  const began = performance.now();
  try {
    const teacher = await createTeacher(server.origin);
    const held = [await reader.of(server)];
    for (let hour = 0; hour < WARM_UP_HOURS + hours; hour += 1) {
      await passHour(teacher, LESSONS[hour % LESSONS.length]!, students);
      held.push(await reader.of(server));
    }
    const counted = held.slice(WARM_UP_HOURS).map(({ heapMb }) => heapMb);
    const minutes = Number(((performance.now() - began) / 60_000).toFixed(1));
    return { hours, students, held, heapMbAnHour: slopeOf(counted), minutes };
  } finally {
    await server.remove();
    reader.remove();
  }
}
