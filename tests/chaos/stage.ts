import { leadTo } from '@/people/lead-to';
import { ServerProcess } from '@/people/server-process';
import type { ClassCreated } from '@/protocol/classes';
import { makeDataDir } from '@/tests/live/class-server';
import { knownTeacher } from '@/tests/live/known-teacher';

/** A server that may be killed (tests/chaos/server.ts), on new data, with a class under way for each lesson. */
export interface Stage {
  server: ServerProcess;
  rooms: ClassCreated[];
}

/** Sets it up. `env`: variables for the server. */
export async function setStage(
  lessonIds: readonly string[],
  env: Record<string, string> = {},
): Promise<Stage> {
  const { dataDir } = await makeDataDir();
  const server = await ServerProcess.start({
    command: [process.execPath, '--import', 'tsx', 'tests/chaos/server.ts'],
    dataDir,
    hostname: '127.0.0.1',
    env,
    shown: true,
  });
  const teacher = knownTeacher(server.origin);
  const rooms: ClassCreated[] = [];
  for (const lessonId of lessonIds) {
    const made = await teacher.createClass(lessonId);
    const console = await teacher.conduct(made.code);
    await leadTo(console, 0);
    console.close();
    rooms.push(made);
  }
  return { server, rooms };
}
