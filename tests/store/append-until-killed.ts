/**
 * A process for durability.test.ts to kill: appends to several runs at once, as the server does, and prints each
 * acknowledged batch (`run sequence`). Arguments: data folder, class, student, runs.
 */
import { writeSync } from 'node:fs';
import { openStore } from '@/server/store/open-store';
import { aBatch, EXPERIMENT } from './made-things';

const [dataDir, classId, studentId, ...runIds] = process.argv.slice(2) as [string, string, string];
const store = await openStore({ databaseUrl: null, dataDir }, { inWorker: true });

async function appendForever(id: string): Promise<never> {
  const attached = await store.attachRun(
    { id, classId, studentId, experiment: EXPERIMENT, backend: 'cpu', startedAt: 1 },
    1,
  );
  const { epoch, summary } = attached!;
  for (let sequence = summary.highWater + 1; ; sequence += 1) {
    const outcome = await store.appendBatch(id, epoch, aBatch(sequence), 2);
    if (outcome.kind !== 'stored') throw new Error(`${outcome.kind} at ${sequence}`);
    writeSync(1, `${id} ${sequence}\n`);
  }
}

await Promise.all(runIds.map(appendForever));
