import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RUN_STATES } from '@/protocol/run-state';
import { type Database, openDatabase } from '@/server/store/database';
import { foldedReads } from '@/server/store/folded-reads';
import { migrateDatabase } from '@/server/store/migrate';
import { openStore, openStoreThread } from '@/server/store/open-store';
import { PrismaStore } from '@/server/store/prisma-store';
import { StorageHealth } from '@/server/store/storage-health';
import type { RunToAttach, Store } from '@/server/store/store';
import { bundledProgram } from '@/tests/running/bundled';
import { aBatch, aClass, aRun, aStudent, newId, TEACHER, withStudents } from './made-things';
import { sqliteEnv } from './places';
import { addTeacher } from './teacher';

const ann = aStudent('Ann');
const bea = aStudent('Bea');

let env: ReturnType<typeof sqliteEnv>;
/** Another connection, which sees what is in the tables. */
let beside: Database;
let opened: (() => Promise<unknown>)[];
let classId: string;

beforeEach(async () => {
  env = sqliteEnv();
  await migrateDatabase(env);
  await addTeacher(env, TEACHER);
  opened = [];
  beside = await openDatabase(env);
  const store = await openStore(env, { inWorker: false });
  const state = aClass();
  classId = state.id;
  await store.createClass(state);
  await store.saveClass(state, withStudents(state, ann, bea));
  await store.close();
});
afterEach(async () => {
  for (const close of opened) await close();
  await beside.client.$disconnect();
  env.remove();
});

async function aStore(options: { keepsJournal?: boolean } = {}): Promise<PrismaStore> {
  const store = new PrismaStore(await openDatabase(env), options);
  opened.push(() => store.close());
  return store;
}

/** Runs of these students, attached. */
async function attach(store: Store, ...studentIds: string[]): Promise<RunToAttach[]> {
  const runs = studentIds.map((studentId) => aRun(classId, studentId));
  for (const run of runs) await store.attachRun(run, 1);
  return runs;
}

async function append(store: Store, { id }: RunToAttach, ...sequences: number[]): Promise<void> {
  for (const sequence of sequences)
    expect(await store.appendBatch(id, 1, aBatch(sequence), 2)).toEqual({
      kind: 'stored',
      highWater: sequence,
    });
}

const inJournal = () => beside.client.runJournal.count();
const inTables = (run: RunToAttach) => beside.client.runBatch.count({ where: { runId: run.id } });
const stepsOf = async (store: Store, { id }: RunToAttach) =>
  (await store.readRun(id))!.points.map(({ step }) => step);
/** Of batches 1 to this one. */
const steps = (batches: number) => Array.from({ length: batches * 2 }, (_, index) => index + 2);

describe('the journal of runs', () => {
  it('has what was acknowledged, until somebody reads it or it is old enough', async () => {
    const store = await aStore();
    const [run, other] = await attach(store, ann.id, bea.id);
    await append(store, run!, 1, 2);
    await append(store, other!, 1);
    expect([await inJournal(), await inTables(run!), await inTables(other!)]).toEqual([3, 0, 0]);
    expect(await stepsOf(store, run!)).toEqual(steps(2));
    expect([await inTables(run!), await inTables(other!)]).toEqual([2, 0]);
    await expect.poll(() => inTables(other!), { timeout: 20_000 }).toBe(1);
    expect(await inJournal()).toBe(0);
  });

  it('I5, I6: is taken up by the next process, nothing lost and nothing twice, and goes on as it was', async () => {
    const runs = [newId(), newId()];
    const acknowledged = await appendAndKill(runs, 40);
    expect(await inJournal()).toBeGreaterThan(0);
    const store = await openStore(env, { inWorker: true });
    opened.push(() => store.close());
    await expect.poll(inJournal, { timeout: 20_000 }).toBe(0);
    for (const id of runs) {
      const { run, points } = (await store.readRun(id))!;
      expect(run.highWater).toBeGreaterThanOrEqual(acknowledged.get(id)!);
      expect(points.map(({ step }) => step)).toEqual(steps(run.highWater));
      expect(await store.appendBatch(id, 1, aBatch(run.highWater), 3)).toEqual({
        kind: 'stored',
        highWater: run.highWater,
      });
      expect((await store.appendBatch(id, 1, aBatch(run.highWater + 2), 3)).kind).toBe('gap');
      expect((await store.appendBatch(id, 2, aBatch(run.highWater + 1), 3)).kind).toBe('stale');
      expect((await store.appendBatch(id, 1, aBatch(run.highWater + 1, 'finished'), 3)).kind).toBe('stored');
      expect((await store.appendBatch(id, 1, aBatch(run.highWater + 2), 3)).kind).toBe('closed');
    }
  });

  it('may be left with some runs folded and others not: whoever comes then has each batch once', async () => {
    const left = await aStore();
    const [run, other] = await attach(left, ann.id, bea.id);
    // The row of the first append is still needed when the run of the second is folded.
    for (const sequence of [1, 2, 3]) {
      await append(left, other!, sequence);
      await append(left, run!, sequence);
    }
    await left.foldRuns({ runIds: [run!.id] });
    expect([await inJournal(), await inTables(run!), await inTables(other!)]).toEqual([6, 3, 0]);
    const store = await aStore();
    await append(store, run!, 4);
    await append(store, other!, 4);
    // And the first goes on, which has to notice that another has written.
    await append(left, run!, 5);
    for (const reader of [store, left])
      expect([await stepsOf(reader, run!), await stepsOf(reader, other!)]).toEqual([steps(5), steps(4)]);
    expect([await inTables(run!), await inTables(other!)]).toEqual([5, 4]);
  });

  it('takes a run up where its journal ends', async () => {
    const store = await aStore();
    const [run] = await attach(store, ann.id);
    await append(store, run!, 1, 2, 3);
    expect(await store.attachRun(run!, 5)).toMatchObject({
      epoch: 2,
      summary: { highWater: 3, pointCount: 6, last: { step: 7 } },
    });
    expect((await store.appendBatch(run!.id, 1, aBatch(4), 6)).kind).toBe('stale');
    expect((await store.appendBatch(run!.id, 2, aBatch(4), 6)).kind).toBe('stored');
  });

  it('holds nothing of a student who was deleted, and all of the others', async () => {
    const store = await aStore();
    const [run, other] = await attach(store, ann.id, bea.id);
    await Promise.all([append(store, run!, 1, 2), append(store, other!, 1, 2)]);
    expect(await inJournal()).toBeGreaterThan(0);
    await store.deleteStudent(classId, ann.id);
    expect(await inJournal()).toBe(0);
    expect(filesWith(run!.id)).toEqual([]);
    expect(await store.appendBatch(run!.id, 1, aBatch(3), 3)).toEqual({ kind: 'unknown', highWater: 0 });
    expect(await stepsOf(store, other!)).toEqual(steps(2));
  });

  it('lets go of runs that another connection has deleted', async () => {
    const store = await aStore();
    const [run, other] = await attach(store, ann.id, bea.id);
    await append(store, run!, 1);
    await append(store, other!, 1);
    await beside.client.student.deleteMany({ where: { id: ann.id } });
    expect((await store.appendBatch(run!.id, 1, aBatch(2), 3)).kind).toBe('unknown');
    await store.forgetDeleted();
    expect(await inJournal()).toBe(0);
    expect(filesWith(run!.id)).toEqual([]);
    expect(await stepsOf(store, other!)).toEqual(steps(1));
  });

  it('is folded before pages read by a connection of their own', async () => {
    const health = new StorageHealth();
    const store = await openStoreThread(env, health, { looks: true });
    const thread = await openStoreThread(env, health, { looks: false });
    opened.push(
      () => thread.close(),
      () => store.close(),
    );
    const pages = foldedReads(thread, store);
    const [run, other] = await attach(store, ann.id, ann.id);
    for (const sequence of [1, 2, 3]) {
      await append(store, run!, sequence);
      expect(await stepsOf(pages, run!)).toEqual(steps(sequence));
      await append(store, other!, sequence);
      expect((await pages.listRuns(classId, null)).map(({ highWater }) => highWater)).toEqual([
        sequence,
        sequence,
      ]);
      expect((await pages.readBatches(other!.id)).length).toBe(sequence);
      expect((await pages.readRuns([run!.id], 100)).map(({ of }) => of)).toEqual([sequence * 2]);
    }
  });

  it('stays as it is where it cannot be folded, and whoever reads meanwhile reads the rest', async () => {
    const store = await aStore();
    const [run] = await attach(store, ann.id);
    await append(store, run!, 1);
    expect(await stepsOf(store, run!)).toEqual(steps(1));
    await beside.client.$executeRawUnsafe(
      `CREATE TRIGGER "noRoom" BEFORE INSERT ON "RunBatch" BEGIN SELECT RAISE(ABORT, 'no room'); END`,
    );
    await append(store, run!, 2);
    expect(await stepsOf(store, run!)).toEqual(steps(1));
    await append(store, run!, 3);
    await beside.client.$executeRawUnsafe('DROP TRIGGER "noRoom"');
    expect(await stepsOf(store, run!)).toEqual(steps(3));
  });

  it('makes of any batches, in any groups and folded at any time, what writing them at once makes', async () => {
    const RUNS = 3;
    const batch = fc.record({
      run: fc.nat(RUNS - 1),
      state: fc.oneof(
        { weight: 9, arbitrary: fc.constant('training' as const) },
        { weight: 1, arbitrary: fc.constantFrom(...RUN_STATES) },
      ),
      points: fc.nat(2),
      seconds: fc.option(fc.nat(99)),
    });
    const turn = fc.oneof(
      { weight: 3, arbitrary: fc.array(batch, { minLength: 1, maxLength: 8 }) },
      { weight: 1, arbitrary: fc.subarray([...Array(RUNS).keys()]) },
    );
    const journal = await aStore();
    const direct = await aStore({ keepsJournal: false });
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { maxLength: 10 }), async (turns) => {
        const made: unknown[] = [];
        for (const store of [journal, direct]) {
          const runs = await attach(store, ...Array(RUNS).fill(ann.id));
          const next = Array(RUNS).fill(1);
          let now = 10;
          for (const what of turns) {
            if (typeof what[0] === 'object')
              await Promise.all(
                (
                  what as {
                    run: number;
                    state: (typeof RUN_STATES)[number];
                    points: number;
                    seconds: number | null;
                  }[]
                ).map(({ run, state, points, seconds }) => {
                  const { points: all, ...rest } = aBatch(next[run], state);
                  next[run] += 1;
                  now += 1;
                  const report = seconds === null ? null : { confusion: [], seconds };
                  return store.appendBatch(
                    runs[run]!.id,
                    1,
                    { ...rest, points: all.slice(0, points), report },
                    now,
                  );
                }),
              );
            else
              await (store as PrismaStore).foldRuns({
                runIds: (what as number[]).map((run) => runs[run]!.id),
              });
          }
          await store.foldRuns({ runIds: runs.map(({ id }) => id) });
          made.push(await rowsOf(runs));
        }
        expect(made[0]).toEqual(made[1]);
      }),
      { numRuns: 40 },
    );
  });
});

/** All that stands in the tables about these runs, but for their ids. */
async function rowsOf(runs: readonly RunToAttach[]): Promise<unknown> {
  const { client } = beside;
  const all: unknown[] = [];
  for (const { id } of runs) {
    const { id: _id, ...row } = (await client.run.findUnique({ where: { id } }))!;
    const batches = await client.runBatch.findMany({
      where: { runId: id },
      orderBy: { sequence: 'asc' },
      omit: { runId: true },
    });
    all.push({ row, batches });
  }
  return all;
}

const filesWith = (mark: string) =>
  readdirSync(env.dataDir).filter((file) =>
    readFileSync(path.join(env.dataDir, file)).toString('latin1').includes(mark),
  );

/** A process that appends to these runs until so many batches are acknowledged and it is killed: the highest of each. */
function appendAndKill(runs: readonly string[], batches: number): Promise<Map<string, number>> {
  return new Promise((resolve, reject) => {
    const parameters = [env.dataDir, classId, ann.id, ...runs];
    const child = spawn(process.execPath, [bundledProgram('append-until-killed'), ...parameters], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.split('\n').length > batches) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', () =>
      resolve(
        new Map(
          printed
            .split('\n')
            .slice(0, -1)
            .map((line) => line.split(' '))
            .map(([run, sequence]) => [run!, Number(sequence)]),
        ),
      ),
    );
  });
}
