import { describe, expect, it } from 'vitest';
import type { ClassState } from '@/classroom/state';
import type { Store } from '@/server/store/store';
import { aBatch, aClass, aRun, aStudent, change } from './made-things';
import type { Subject } from './store-contract';

const BATCHES = 40;

/** Saves a class again and again while batches of a run in it are appended, several at a time. */
async function writeALot(store: Store): Promise<{ runId: string; state: ClassState }> {
  const student = aStudent('Ann');
  let state = aClass({ students: { [student.id]: student } });
  await store.createClass(state);
  const run = aRun(state.id, student.id);
  await store.attachRun(run, 1);
  for (let sequence = 1; sequence <= BATCHES; sequence += 2) {
    const next = change(state, { stepIndex: sequence });
    const [saved, ...outcomes] = await Promise.all([
      store.saveClass(state, next),
      store.appendBatch(run.id, 1, aBatch(sequence), 2),
      store.appendBatch(run.id, 1, aBatch(sequence + 1), 2),
      store.loadClass(state.id),
    ]);
    expect(saved).toBe('saved');
    expect(outcomes.slice(0, 2)).toEqual([
      { kind: 'stored', highWater: sequence },
      { kind: 'stored', highWater: sequence + 1 },
    ]);
    state = next;
  }
  return { runId: run.id, state };
}

export function describeSeveralWriters(subject: Subject): void {
  describe('several stores on one database', () => {
    it('write at the same time without getting in each other’s way', async () => {
      const stores = [subject.store, await subject.openAnother(), await subject.openAnother()];
      const written = await Promise.all(stores.map(writeALot));
      for (const { runId, state } of written) {
        expect((await subject.store.readRun(runId))!.points).toHaveLength(BATCHES * 2);
        expect(await subject.store.loadClass(state.id)).toEqual(state);
      }
    });

    it('store each batch of one run once when all of them send it', async () => {
      const stores = [subject.store, await subject.openAnother()];
      const student = aStudent('Ann');
      const state = aClass({ students: { [student.id]: student } });
      await subject.store.createClass(state);
      const run = aRun(state.id, student.id);
      await subject.store.attachRun(run, 1);
      for (let sequence = 1; sequence <= 20; sequence += 1) {
        const outcomes = await Promise.all(
          stores.map((store) => store.appendBatch(run.id, 1, aBatch(sequence), 2)),
        );
        expect(outcomes).toEqual(stores.map(() => ({ kind: 'stored', highWater: sequence })));
      }
      expect((await subject.store.readRun(run.id))!.points).toHaveLength(40);
    });
  });
}
