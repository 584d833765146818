import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseEnv } from '@/server/store/database';
import { migrateDatabase } from '@/server/store/migrate';
import { openStore } from '@/server/store/open-store';
import { bundledProgram } from '@/tests/running/bundled';
import { aClass, aStudent, newId, TEACHER } from './made-things';
import { sqliteEnv } from './places';
import { addTeacher } from './teacher';

const KILLS = 5;
const RUNS = 8;

/** Appends until so many batches are acknowledged, kills without warning, and tells the highest acknowledged of each run. */
function appendAndKill(parameters: string[], batches: number): Promise<Map<string, number>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bundledProgram('append-until-killed'), ...parameters], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    let complaints = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaints += chunk.toString();
    });
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.split('\n').length > batches) child.kill('SIGKILL');
    });
    child.on('error', reject);
    // All that it wrote before it died has been read by then.
    child.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`ended by itself: ${complaints}`));
      const acknowledged = new Map<string, number>();
      for (const line of printed.split('\n').slice(0, -1)) {
        const [run, sequence] = line.split(' ');
        acknowledged.set(run!, Number(sequence));
      }
      resolve(acknowledged);
    });
  });
}

describe('what was acknowledged', () => {
  let env: DatabaseEnv;
  let remove = () => {};
  const student = aStudent('Ann');
  const state = aClass({ students: { [student.id]: student } });

  beforeAll(async () => {
    ({ remove, ...env } = sqliteEnv());
    await migrateDatabase(env);
    await addTeacher(env, TEACHER);
    const store = await openStore(env, { inWorker: false });
    await store.createClass(state);
    await store.close();
  });
  afterAll(() => remove());

  it('I5, I6: is there after the process was killed, whole and without gaps', async () => {
    const runs = Array.from({ length: RUNS }, newId);
    let total = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const acknowledged = await appendAndKill([env.dataDir, state.id, student.id, ...runs], 60 + kill * 37);
      total += acknowledged.size;
      const store = await openStore(env, { inWorker: false });
      for (const [runId, sequence] of acknowledged) {
        const { run, points } = (await store.readRun(runId))!;
        expect(run.highWater).toBeGreaterThanOrEqual(sequence);
        expect(run.pointCount).toBe(run.highWater * 2);
        expect(points.map(({ step }) => step)).toEqual(
          Array.from({ length: run.highWater * 2 }, (_, index) => index + 2),
        );
      }
      await store.close();
    }
    expect(total).toBeGreaterThan(KILLS);
  });
});
