import { describe, expect, it } from 'vitest';
import type { RunState } from '@/protocol/run-state';
import { aBatch, aClass, aPoint, aRun, aStudent, newId } from './made-things';
import type { Subject } from './store-contract';

export function describeAppends(subject: Subject): void {
  describe('appends', () => {
    const attached = async () => {
      const student = aStudent('Ann');
      const state = aClass({ students: { [student.id]: student } });
      await subject.store.createClass(state);
      const run = aRun(state.id, student.id);
      await subject.store.attachRun(run, 1);
      return run;
    };
    const stepsOf = async (runId: string) =>
      (await subject.store.readRun(runId))!.points.map(({ step }) => step);

    it('stores batches in order, and the run says how far it is', async () => {
      const { store } = subject;
      const run = await attached();
      const report = {
        confusion: [
          [3, 1],
          [0, 4],
        ],
        seconds: 12.5,
      };
      expect(await store.appendBatch(run.id, 1, aBatch(1), 10)).toEqual({ kind: 'stored', highWater: 1 });
      expect(await store.appendBatch(run.id, 1, { ...aBatch(2, 'paused'), report }, 11)).toMatchObject({
        highWater: 2,
      });
      const read = (await store.readRun(run.id))!;
      expect(read).toMatchObject({
        classId: run.classId,
        run: { highWater: 2, pointCount: 4, state: 'paused', updatedAt: 11, report, last: aPoint(5) },
      });
      expect(read.points).toEqual([aPoint(2), aPoint(3), aPoint(4), aPoint(5)]);
      expect(await store.readRun(run.id, 2)).toEqual({ ...read, points: [aPoint(2), aPoint(5)] });
      // A change of state alone: no points, and what was known stays.
      const empty = { sequence: 3, points: [], state: 'training' as const, report: null };
      await store.appendBatch(run.id, 1, empty, 12);
      expect((await store.readRun(run.id))!.run).toMatchObject({
        pointCount: 4,
        state: 'training',
        report,
        last: aPoint(5),
      });
    });

    it('I6: stores a batch that comes twice once, and acknowledges it again', async () => {
      const { store } = subject;
      const run = await attached();
      for (const sequence of [1, 2, 1, 2]) {
        expect((await store.appendBatch(run.id, 1, aBatch(sequence), 1)).kind).toBe('stored');
      }
      expect(await stepsOf(run.id)).toEqual([2, 3, 4, 5]);
    });

    it('I6: answers a gap with the high-water mark and writes nothing', async () => {
      const { store } = subject;
      const run = await attached();
      await store.appendBatch(run.id, 1, aBatch(1), 1);
      expect(await store.appendBatch(run.id, 1, aBatch(3), 1)).toEqual({ kind: 'gap', highWater: 1 });
      expect(await stepsOf(run.id)).toEqual([2, 3]);
    });

    it('I7: fences an older attach, before and after', async () => {
      const { store } = subject;
      const run = await attached();
      await store.appendBatch(run.id, 1, aBatch(1), 1);
      expect((await store.attachRun(run, 2))!.epoch).toBe(2);
      expect(await store.appendBatch(run.id, 1, aBatch(2), 3)).toEqual({ kind: 'stale', highWater: 1 });
      expect(await store.appendBatch(run.id, 2, aBatch(2), 3)).toEqual({ kind: 'stored', highWater: 2 });
      expect(await store.appendBatch(run.id, 3, aBatch(3), 3)).toEqual({ kind: 'stale', highWater: 2 });
    });

    it.each<RunState>(['finished', 'diverged', 'stopped'])(
      'takes nothing more once a run is %s, but acknowledges what is stored',
      async (state) => {
        const { store } = subject;
        const run = await attached();
        expect((await store.appendBatch(run.id, 1, aBatch(1, state), 1)).kind).toBe('stored');
        expect(await store.appendBatch(run.id, 1, aBatch(1, state), 2)).toEqual({
          kind: 'stored',
          highWater: 1,
        });
        expect(await store.appendBatch(run.id, 1, aBatch(2), 3)).toEqual({ kind: 'closed', highWater: 1 });
        const later = await store.attachRun({ ...run, backend: 'cpu' }, 4);
        expect(later).toMatchObject({ epoch: 2, summary: { state, backend: 'webgl' } });
        expect((await store.appendBatch(run.id, 2, aBatch(2), 5)).kind).toBe('closed');
      },
    );

    it('knows no run that was never attached', async () => {
      expect(await subject.store.appendBatch(newId(), 1, aBatch(1), 1)).toEqual({
        kind: 'unknown',
        highWater: 0,
      });
    });

    it('decides rightly about many batches of many runs in one group', async () => {
      const { store } = subject;
      const runs = [await attached(), await attached(), await attached()] as const;
      const asked: [number, number, number, RunState][] = [
        [0, 1, 1, 'training'],
        [1, 1, 1, 'training'],
        [0, 1, 2, 'training'],
        [0, 1, 2, 'training'],
        [1, 1, 3, 'training'],
        [2, 2, 1, 'training'],
        [0, 1, 3, 'finished'],
        [0, 1, 4, 'training'],
        [0, 1, 3, 'finished'],
        [1, 1, 2, 'training'],
      ];
      const outcomes = await Promise.all(
        asked.map(([run, epoch, sequence, state]) =>
          store.appendBatch(runs[run]!.id, epoch, aBatch(sequence, state), 5),
        ),
      );
      expect(outcomes.map(({ kind, highWater }) => `${kind} ${highWater}`)).toEqual([
        'stored 1',
        'stored 1',
        'stored 2',
        'stored 2',
        'gap 1',
        'stale 0',
        'stored 3',
        'closed 3',
        'stored 3',
        'stored 2',
      ]);
      expect(await stepsOf(runs[0].id)).toEqual([2, 3, 4, 5, 6, 7]);
      expect(await stepsOf(runs[1].id)).toEqual([2, 3, 4, 5]);
      expect(await stepsOf(runs[2].id)).toEqual([]);
    });
  });
}
