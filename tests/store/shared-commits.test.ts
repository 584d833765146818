import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { migrateDatabase } from '@/server/store/migrate';
import { openStore } from '@/server/store/open-store';
import { RemoteStore } from '@/server/store/remote-store';
import type { RunToAttach, Store } from '@/server/store/store';
import { aBatch, aClass, aRun, aStudent, TEACHER } from './made-things';
import { sqliteEnv } from './places';
import { addTeacher } from './teacher';

const RUNS = 20;
const BATCHES = 10;

describe('batches that come at the same time', () => {
  let env: ReturnType<typeof sqliteEnv>;
  let store: Store;
  let runs: RunToAttach[];
  beforeEach(async () => {
    env = sqliteEnv();
    await migrateDatabase(env);
    await addTeacher(env, TEACHER);
    store = await openStore(env, { inWorker: true });
    const student = aStudent('Ann');
    const state = aClass({ students: { [student.id]: student } });
    await store.createClass(state);
    runs = Array.from({ length: RUNS }, () => aRun(state.id, student.id));
    await Promise.all(runs.map((run) => store.attachRun(run, 1)));
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await store.close();
    env.remove();
  });

  /** Each run's batches in their order, nobody waiting for anybody. */
  const appendAll = () =>
    runs.flatMap(({ id }) =>
      Array.from({ length: BATCHES }, (_, index) => store.appendBatch(id, 1, aBatch(index + 1), 2)),
    );

  it('go to the thread as one message, and each has an outcome of its own', async () => {
    const asked = vi.spyOn(RemoteStore.prototype, 'appendBatches');
    const outcomes = await Promise.all([...appendAll(), store.appendBatch('f'.repeat(32), 1, aBatch(1), 2)]);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(outcomes.slice(0, -1).map(({ kind }) => kind)).toEqual(Array(RUNS * BATCHES).fill('stored'));
    expect(outcomes.at(-1)!.kind).toBe('unknown');
    for (const { id } of runs) expect((await store.readRun(id))!.points).toHaveLength(2 * BATCHES);
  });

  it('are stored before the store closes, though nobody waited for them', async () => {
    const appended = Promise.all(appendAll());
    await store.close();
    expect(new Set((await appended).map(({ kind }) => kind))).toEqual(new Set(['stored']));
    store = await openStore(env, { inWorker: true });
    for (const { id } of runs) expect((await store.readRun(id))!.run.highWater).toBe(BATCHES);
  });

  it('are refused together with what they wait for, and none is lost that is sent again', async () => {
    const broken = vi
      .spyOn(RemoteStore.prototype, 'appendBatches')
      .mockRejectedValueOnce(new Error('a fault that nobody knows'));
    const refused = await Promise.allSettled(appendAll());
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set(['rejected']));
    broken.mockRestore();
    const again = await Promise.all(appendAll());
    expect(new Set(again.map(({ kind }) => kind))).toEqual(new Set(['stored']));
  });
});
