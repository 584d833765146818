import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrateDatabase } from '@/server/store/migrate';
import { RemoteStore } from '@/server/store/remote-store';
import { PATIENCE_MS } from '@/tests/patience';
import { bundledProgram } from '@/tests/running/bundled';
import { aBatch, aClass, aRun, aStudent, change, TEACHER } from './made-things';
import { sqliteEnv } from './places';
import { addTeacher } from './teacher';

const RUNS = 8;

describe('a store whose thread dies', () => {
  let env: ReturnType<typeof sqliteEnv>;
  let store: RemoteStore;
  const threads: Worker[] = [];
  /** Folders for the next threads, before the real one again. */
  const wrongFolders: string[] = [];
  const spawn = () => {
    const dataDir = wrongFolders.shift() ?? env.dataDir;
    const thread = new Worker(bundledProgram('mortal-store-worker'), {
      workerData: { databaseUrl: null, dataDir },
    });
    threads.push(thread);
    return thread;
  };
  beforeEach(async () => {
    env = sqliteEnv();
    await migrateDatabase(env);
    await addTeacher(env, TEACHER);
    store = await RemoteStore.open(spawn);
  });
  afterEach(async () => {
    await store.close();
    env.remove();
    threads.length = 0;
  });

  async function answers(): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (
      !(await store.ping().then(
        () => true,
        () => false,
      ))
    ) {
      if (Date.now() > end) throw new Error('the store never answered again');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  it('I5, I6: rejects what was under way, goes on in another thread, and has all that was acknowledged', async () => {
    const state = aClass();
    await store.createClass(state);
    const student = aStudent('Ann');
    await store.saveClass(state, change(state, { students: { [student.id]: student } }));
    const runs = Array.from({ length: RUNS }, () => aRun(state.id, student.id));
    const acknowledged = new Map<string, number>();
    for (let death = 0; death < 3; death += 1) {
      const streams = runs.map(async (run) => {
        const { epoch, summary } = (await store.attachRun(run, 1))!;
        for (let sequence = summary.highWater + 1; ; sequence += 1) {
          expect((await store.appendBatch(run.id, epoch, aBatch(sequence), 2)).kind).toBe('stored');
          acknowledged.set(run.id, sequence);
        }
      });
      const target = (acknowledged.get(runs[0]!.id) ?? 0) + 10;
      while ((acknowledged.get(runs[0]!.id) ?? 0) < target)
        await new Promise((resolve) => setTimeout(resolve, 2));
      threads.at(-1)!.postMessage('die');
      for (const end of await Promise.allSettled(streams)) expect(end.status).toBe('rejected');
      await answers();
      // On a loaded machine one may not open in time, and another is tried.
      expect(threads.length).toBeGreaterThanOrEqual(death + 2);
      for (const { id } of runs) {
        const { run, points } = (await store.readRun(id))!;
        expect(run.highWater).toBeGreaterThanOrEqual(acknowledged.get(id)!);
        expect(points).toHaveLength(run.highWater * 2);
      }
    }
  });

  it('is tried again where the new thread cannot open the database', async () => {
    const file = path.join(env.dataDir, 'no-folder');
    writeFileSync(file, '');
    wrongFolders.push(file, file);
    threads[0]!.postMessage('die');
    await new Promise((resolve) => threads[0]!.once('exit', resolve));
    await expect(store.ping()).rejects.toThrow();
    await answers();
    // On a loaded machine a further one may not open in time.
    expect(threads.length).toBeGreaterThanOrEqual(4);
    expect(wrongFolders).toEqual([]);
  });

  it('stays closed when it dies while it is being closed', async () => {
    const closing = store.close();
    threads[0]!.postMessage('die');
    await closing;
    await expect(store.ping()).rejects.toThrow('closed');
    expect(threads).toHaveLength(1);
  });
});
