import { describe, expect, it } from 'vitest';
import { CHECKPOINT_QUOTA } from '@/classroom/checkpoints';
import type { CheckpointToKeep } from '@/server/store/store';
import { aClass, aRun, aStudent, newId } from './made-things';
import type { Subject } from './store-contract';

export function describeCheckpoints(subject: Subject): void {
  describe('moments of runs', () => {
    const runOf = async () => {
      const ann = aStudent('Ann');
      const state = aClass({ students: { [ann.id]: ann } });
      await subject.store.createClass(state);
      const run = aRun(state.id, ann.id);
      await subject.store.attachRun(run, 1);
      return { state, ann, run };
    };
    const moment = (runId: string, step: number, validationLoss = 1 / step): CheckpointToKeep => ({
      ...{ runId, step, validationLoss, validationAccuracy: 0.5 },
      findings: [{ kind: 'dead-units', layer: 1, share: 0.25 }],
      weights: Uint8Array.of(step, 2, 3, 4),
    });
    const quota = { ...CHECKPOINT_QUOTA, perRun: 3 };

    it('keeps them with their weights, lists them in order, and lets those between go', async () => {
      const { store } = subject;
      const { run } = await runOf();
      for (const step of [4, 2, 8, 9])
        expect(await store.keepCheckpoint(moment(run.id, step), quota, 10 + step)).toBe('kept');
      expect(await store.listCheckpoints(run.id)).toEqual(
        [2, 4, 9].map((step) => ({
          step,
          size: 4,
          savedAt: 10 + step,
          validationLoss: 1 / step,
          validationAccuracy: 0.5,
          findings: [{ kind: 'dead-units', layer: 1, share: 0.25 }],
        })),
      );
      expect(await store.readCheckpoint(run.id, 4)).toEqual(Uint8Array.of(4, 2, 3, 4));
      expect(await store.readCheckpoint(run.id, 8)).toBeNull();
    });

    it('takes the same step again for the same moment, and says when there is no room for one', async () => {
      const { store } = subject;
      const { run } = await runOf();
      for (const loss of [0.5, 0.25]) await store.keepCheckpoint(moment(run.id, 7, loss), quota, 1);
      expect(await store.listCheckpoints(run.id)).toMatchObject([{ step: 7, validationLoss: 0.25 }]);
      for (const step of [20, 100]) await store.keepCheckpoint(moment(run.id, step), quota, 2);
      expect(await store.keepCheckpoint(moment(run.id, 99, 9), quota, 3)).toBe('dropped');
      expect(await store.keepCheckpoint(moment(newId(), 1), quota, 1)).toBe('unknown');
    });

    it('goes with the student', async () => {
      const { store } = subject;
      const { state, ann, run } = await runOf();
      await store.keepCheckpoint(moment(run.id, 1), quota, 1);
      await store.deleteStudent(state.id, ann.id);
      expect(await store.listCheckpoints(run.id)).toEqual([]);
      expect(await store.readCheckpoint(run.id, 1)).toBeNull();
    });

    it('remembers with which moment another run began', async () => {
      const { store } = subject;
      const { state, ann, run } = await runOf();
      const continues = { runId: run.id, step: 12 };
      const next = { ...aRun(state.id, ann.id), continues };
      expect((await store.attachRun(next, 2))!.summary.continues).toEqual(continues);
      expect((await store.listRuns(state.id, ann.id)).map((one) => one.continues)).toEqual([
        undefined,
        continues,
      ]);
    });
  });
}
