import { leadTo } from '@/people/lead-to';
import { ServerProcess } from '@/people/server-process';
import type { ClassCreated } from '@/protocol/classes';
import { readEnv } from '@/server/env';
import { migrateDatabase } from '@/server/store/migrate';
import { openStore } from '@/server/store/open-store';
import type { Store } from '@/server/store/store';
import { makeDataDir, TEACHER } from '@/tests/live/class-server';
import { knownTeacher } from '@/tests/live/known-teacher';
import { startThreeNodes } from '@/tests/nodes/three-nodes';
import { bundledProgram } from '@/tests/running/bundled';
import { addTeacher } from '@/tests/store/teacher';

/** Bundled (tests/running/threads.setup.ts): five hundred starts from TypeScript would be half an hour of the run. */
const command = () => [process.execPath, bundledProgram('server')];

/** A server that may be killed (tests/chaos/server.ts), on new data, with a class under way for each lesson. */
export interface Stage {
  server: ServerProcess;
  rooms: ClassCreated[];
}

/** What is killed while classes go on. */
export interface Rehearsed {
  url: string;
  rooms: ClassCreated[];
  /** Kills what has the first of the classes; resolves with the way to start it again. */
  kill(): Promise<() => Promise<void>>;
  /** Ends everything and opens what is left: the record. */
  record(): Promise<Store>;
  remove(): Promise<void>;
}

/** Sets a server up. `env`: variables for it. */
export async function setStage(
  lessonIds: readonly string[],
  env: Record<string, string> = {},
): Promise<Stage> {
  const { dataDir } = await makeDataDir();
  const server = await ServerProcess.start({
    command: command(),
    dataDir,
    hostname: '127.0.0.1',
    env,
    shown: true,
  });
  return { server, rooms: await openRooms(server.origin, lessonIds) };
}

/** One server, killed and started again on the same data. */
export async function oneServer(
  lessonIds: readonly string[],
  env: Record<string, string>,
): Promise<Rehearsed> {
  const { server, rooms } = await setStage(lessonIds, env);
  return {
    ...{ url: server.origin, rooms },
    kill: async () => {
      await server.kill();
      await server.run();
      return async () => undefined;
    },
    record: async () => {
      await server.kill();
      return openStore(readEnv({ DATA_DIR: server.dataDir }), { inWorker: false });
    },
    remove: () => server.remove(),
  };
}

/** Three nodes behind a proxy, of which the one is killed that has the first class, and started again once everybody is back. */
export async function threeNodes(
  lessonIds: readonly string[],
  env: Record<string, string>,
): Promise<Rehearsed> {
  const stage = await startThreeNodes({
    env,
    command: command(),
    prepare: async (databaseUrl) => {
      await migrateDatabase({ databaseUrl, dataDir: '' });
      await addTeacher({ databaseUrl, dataDir: '' }, TEACHER);
    },
  });
  const rooms = await openRooms(stage.url, lessonIds);
  return {
    ...{ url: stage.url, rooms },
    kill: async () => {
      const node = stage.nodes[(await stage.ownerOf(rooms[0]!.id)) ?? 0]!;
      await node.kill();
      return () => node.run();
    },
    record: async () => {
      await Promise.all(stage.nodes.map((node) => node.kill()));
      return openStore(readEnv({ DATABASE_URL: stage.databaseUrl }), { inWorker: false });
    },
    remove: () => stage.remove(),
  };
}

async function openRooms(url: string, lessonIds: readonly string[]): Promise<ClassCreated[]> {
  const teacher = knownTeacher(url);
  const rooms: ClassCreated[] = [];
  for (const lessonId of lessonIds) {
    const made = await teacher.createClass(lessonId);
    const console = await teacher.conduct(made.code);
    await leadTo(console, 0);
    console.close();
    rooms.push(made);
  }
  return rooms;
}
