import { describe, expect, it } from 'vitest';
import { readRunTable, runResult } from '@/protocol/run-table';
import { readTraceTable, type TraceMoment } from '@/protocol/run-traces';
import { aBatch, aClass, aRun, aScore, aStudent, change, EXPERIMENT, newId } from './made-things';
import type { Subject } from './store-contract';

/** What travels of a figure. */
const four = (value: number | null) => value && Number(value.toPrecision(4));

export function describeRuns(subject: Subject): void {
  describe('runs', () => {
    const classWith = async (...names: string[]) => {
      const students = names.map((name) => aStudent(name));
      const state = aClass({ students: Object.fromEntries(students.map((one) => [one.id, one])) });
      await subject.store.createClass(state);
      return { state, students };
    };

    it('makes a run at the first attach and raises its epoch at each later one', async () => {
      const { store } = subject;
      const { state, students } = await classWith('Ann');
      const run = aRun(state.id, students[0]!.id);
      expect(await store.attachRun(run, 10)).toEqual({
        epoch: 1,
        summary: {
          id: run.id,
          studentId: run.studentId,
          experiment: EXPERIMENT,
          backend: 'webgl',
          state: 'training',
          createdAt: 10,
          updatedAt: 10,
          highWater: 0,
          pointCount: 0,
          last: null,
          report: null,
          verifiedAccuracy: null,
        },
      });
      await store.appendBatch(run.id, 1, aBatch(1), 11);
      const again = await store.attachRun({ ...run, backend: 'cpu' }, 20);
      expect(again).toMatchObject({ epoch: 2, summary: { highWater: 1, pointCount: 2, backend: 'cpu' } });
      expect(again!.summary).toMatchObject({ createdAt: 10, updatedAt: 11, last: aBatch(1).points[1] });
    });

    it('gives different epochs to attaches of one run at the same time', async () => {
      const { store } = subject;
      const other = await subject.openAnother();
      const { state, students } = await classWith('Ann');
      const run = aRun(state.id, students[0]!.id);
      const attached = await Promise.all(
        Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? store : other).attachRun(run, index)),
      );
      expect(attached.map((one) => one!.epoch).sort((a, b) => a - b)).toEqual([
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
      ]);
    });

    it('does not give a run to another student, nor one to a stranger', async () => {
      const { store } = subject;
      const { state, students } = await classWith('Ann', 'Ben');
      const elsewhere = await classWith('Ann');
      const run = aRun(state.id, students[0]!.id);
      await store.attachRun(run, 1);
      expect(await store.attachRun({ ...run, studentId: students[1]!.id }, 2)).toBeNull();
      const foreign = { classId: elsewhere.state.id, studentId: elsewhere.students[0]!.id };
      expect(await store.attachRun({ ...run, ...foreign }, 2)).toBeNull();
      expect(await store.attachRun(aRun(state.id, newId()), 2)).toBeNull();
      expect(await store.attachRun(run, 3)).toMatchObject({ epoch: 2 });
    });

    it('lists and counts runs of a class and of one student, oldest first, with their verified accuracy', async () => {
      const { store } = subject;
      const { state, students } = await classWith('Ann', 'Ben');
      const [ann, ben] = [students[0]!, students[1]!];
      const runs = [aRun(state.id, ann.id), aRun(state.id, ben.id), aRun(state.id, ann.id)] as const;
      for (const [index, run] of runs.entries()) await store.attachRun(run, 100 - index);
      const scores = [0.5, 0.7, 0.6].map((publicAccuracy) => aScore(ann.id, runs[0].id, { publicAccuracy }));
      await store.saveClass(state, change(state, { scores }));
      const all = await store.listRuns(state.id, null);
      expect(all.map(({ id }) => id)).toEqual([runs[2].id, runs[1].id, runs[0].id]);
      expect(all.map(({ verifiedAccuracy }) => verifiedAccuracy)).toEqual([null, null, 0.7]);
      // The same for a page, of a class alone.
      await classWith('Cid');
      const table = await store.readRunTable(state.id);
      expect(table.students).toEqual([
        { id: ann.id, runCount: 2 },
        { id: ben.id, runCount: 1 },
      ]);
      expect(readRunTable(table)).toEqual(all.map(runResult));
      // And several at once, in the order in which they are asked for.
      const several = await store.readRuns([runs[1].id, newId(), runs[0].id], 10);
      expect(several.map(({ run }) => run)).toEqual([all[1], all[2]]);
      const anns = await store.listRuns(state.id, ann.id);
      expect(anns.map(({ id }) => id)).toEqual([runs[2].id, runs[0].id]);
      expect((await store.attachRun(runs[0], 200))!.summary.verifiedAccuracy).toBe(0.7);
      expect((await store.readRun(runs[0].id))!.run.verifiedAccuracy).toBe(0.7);
      expect(await store.readRun(newId())).toBeNull();
      // What was held of it follows what happens: a batch, an attach by another browser, a deletion.
      await store.appendBatch(runs[1].id, 1, aBatch(1), 300);
      await store.attachRun({ ...runs[2], backend: 'cpu' }, 300);
      const later = await store.readRunTable(state.id);
      expect(readRunTable(later)).toEqual((await store.listRuns(state.id, null)).map(runResult));
      expect(later).not.toEqual(table);
      expect(await store.readRunTable(state.id)).toEqual(later);
      expect(readTraceTable((await store.readTraceTable(state.id)).packed)).toHaveLength(3);
    });

    it('traces how the runs of a class went: some moments of each, the last one always', async () => {
      const { store } = subject;
      const { state, students } = await classWith('Ann', 'Ben');
      const [long, short, empty] = [
        aRun(state.id, students[0]!.id),
        aRun(state.id, students[1]!.id),
        aRun(state.id, students[1]!.id),
      ];
      for (const run of [long, short, empty]) await store.attachRun(run, 1);
      for (let sequence = 1; sequence <= 50; sequence += 1)
        await store.appendBatch(long.id, 1, aBatch(sequence), 1_000 + sequence);
      await store.appendBatch(short.id, 1, aBatch(1), 2_000);
      const traces = await store.readTraceTable(state.id);
      expect(traces.students.toSorted()).toEqual(students.map(({ id }) => id).toSorted());
      const all = readTraceTable(traces.packed);
      expect(all.map(({ beganAt, diverged }) => [beganAt, diverged])).toEqual(all.map(() => [1, false]));
      const [none, few, moments] = all
        .map((trace) => trace.moments)
        .sort((one, other) => one.length - other.length) as [TraceMoment[], TraceMoment[], TraceMoment[]];
      expect(none).toEqual([]);
      expect(moments.length).toBeGreaterThan(10);
      expect(moments.length).toBeLessThanOrEqual(17);
      const { loss, accuracy } = aBatch(1).points[1]!;
      expect(moments.at(-1)).toMatchObject({ at: 1_050, step: 101 });
      expect(few).toEqual([{ at: 2_000, step: 3, loss: four(loss), accuracy: four(accuracy) }]);
    });

    it('keeps the weights that were last handed in, byte for byte, and leaves the caller its own', async () => {
      const { store } = subject;
      const { state, students } = await classWith('Ann');
      const run = aRun(state.id, students[0]!.id);
      await store.attachRun(run, 1);
      expect(await store.readWeights(run.id)).toBeNull();
      const larger = new Uint8Array(4_000_000).map((_, index) => (index * 31) % 256);
      // A part of a larger buffer, as a body that was read from a socket is.
      const part = larger.subarray(1_000, 2_000);
      await store.saveWeights(run.id, larger, 2);
      expect(Buffer.compare((await store.readWeights(run.id))!, larger)).toBe(0);
      await store.saveWeights(run.id, part, 3);
      const kept = (await store.readWeights(run.id))!;
      expect(kept.byteLength).toBe(1_000);
      expect(Buffer.compare(kept, part)).toBe(0);
      expect(larger.byteLength).toBe(4_000_000);
      await expect(store.saveWeights(newId(), part, 4)).rejects.toThrow();
    });

    it('answers a ping', async () => {
      await subject.store.ping();
    });
  });
}
