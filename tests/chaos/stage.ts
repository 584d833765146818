/** The data and the server of a rehearsal. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createClass } from '@/classroom/state';
import { LIMITS } from '@/protocol/limits';
import { drawRoomCode } from '@/protocol/room-code';
import { readEnv } from '@/server/env';
import { newId, unforeseeable } from '@/server/live/credentials';
import { migrateDatabase } from '@/server/store/migrate';
import { openStore } from '@/server/store/open-store';
import { TEACHER } from '@/tests/live/class-server';
import { addTeacher } from '@/tests/store/teacher';

export interface Room {
  id: string;
  code: string;
}

/** A new database with a class in progress for each lesson. */
export async function prepareRooms(dataDir: string, lessonIds: readonly string[]): Promise<Room[]> {
  const env = readEnv({ DATA_DIR: dataDir });
  await migrateDatabase(env);
  await addTeacher(env, TEACHER);
  const store = await openStore(env, { inWorker: false });
  const rooms: Room[] = [];
  for (const lessonId of lessonIds) {
    const made = {
      id: newId(),
      code: drawRoomCode(unforeseeable),
      teacherId: TEACHER,
      lessonId,
      maxStudents: LIMITS.studentsPerClass,
    };
    await store.createClass({ ...createClass(made, Date.now()), phase: 'live', startedAt: Date.now() });
    rooms.push({ id: made.id, code: made.code });
  }
  await store.close();
  return rooms;
}

/** Starts the server of this folder on the data. `port`: 0 for any. */
export async function startServerProcess(
  dataDir: string,
  port: number,
  variables: Record<string, string>,
): Promise<{ child: ChildProcess; port: number }> {
  const program = fileURLToPath(new URL('server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1', ...variables },
  });
  const first = (await Promise.race([
    once(child, 'message').then(([message]) => message),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the server did not start (${code})`))),
  ])) as { port: number };
  return { child, port: first.port };
}
