import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CHECKPOINT_QUOTA } from '@/classroom/checkpoints';
import type { ClassState } from '@/classroom/state';
import { viewForReview } from '@/classroom/view';
import { weightBytesOfRun } from '@/engine/runs/run-weights';
import { POINTS_EXPERIMENT } from '@/people/sample-run';
import { drawRoomCode } from '@/protocol/room-code';
import { readTraceTable } from '@/protocol/run-traces';
import { exportFile } from '@/server/export/export-files';
import { bringClass } from '@/server/import/bring-class';
import { classOfRecords } from '@/server/import/class-of-records';
import { readClassFile } from '@/server/import/read-class-file';
import { aBatch, aClass, aRun, aScore, aStudent, newId, OTHER_TEACHER, TEACHER } from './made-things';
import type { Subject } from './store-contract';

const AT = 1_700_000_000_000;
const drawCode = () => drawRoomCode((bound) => randomInt(bound));

export function describeImport(subject: Subject): void {
  describe('the import of a class', () => {
    /** A class that has ended, with something of every kind in it. */
    async function ended(): Promise<ClassState> {
      const { store } = subject;
      const [ann, ben] = [aStudent('Ann', { team: 'Window' }), aStudent('花子', { membership: 'left' })];
      const before = aClass({ students: { [ann.id]: ann, [ben.id]: ben } });
      await store.createClass(before);
      const run = aRun(before.id, ann.id);
      const attached = (await store.attachRun(run, AT + 1))!;
      await store.appendBatch(run.id, attached.epoch, aBatch(1), AT + 2);
      const report = { confusion: [[3, 1]], seconds: 2.5 };
      await store.appendBatch(run.id, attached.epoch, { ...aBatch(2, 'finished'), report }, AT + 3);
      await store.saveWeights(run.id, Uint8Array.of(0, 0, 128, 63), AT + 4);
      const moment = { runId: run.id, validationLoss: null, validationAccuracy: 0.25, findings: [] };
      const weights = new Uint8Array(weightBytesOfRun(run.experiment)).fill(1);
      for (const step of [8, 4])
        await store.keepCheckpoint({ ...moment, step, weights }, CHECKPOINT_QUOTA, AT + step);
      const further = aRun(before.id, ben.id, { continues: { runId: run.id, step: 4 } });
      await store.attachRun(further, AT + 5);
      const onPoints = aRun(before.id, ben.id, { experiment: POINTS_EXPERIMENT, backend: 'javascript' });
      const held = (await store.attachRun(onPoints, AT + 6))!;
      await store.appendBatch(onPoints.id, held.epoch, aBatch(1, 'finished'), AT + 7);
      const small = new Uint8Array(weightBytesOfRun(POINTS_EXPERIMENT)).fill(1);
      await store.keepCheckpoint(
        { ...moment, runId: onPoints.id, step: 2, weights: small },
        CHECKPOINT_QUOTA,
        AT + 7,
      );
      const written = { text: 'よくできました', writtenAt: AT + 6 };
      for (const kind of ['note', 'feedback'] as const)
        await store.saveRemark({ ...written, runId: further.id, kind });
      const step = {
        stepId: 'z',
        firstAt: AT,
        lastAt: AT + 9,
        time: 5,
        items: [],
        doneAt: null,
        hints: 3,
      } as const;
      await store.saveStepRecords(before.id, [
        { ...step, studentId: ann.id, answers: { first: 0, last: 2 }, findings: ['dead-units'] },
        {
          ...{ ...step, studentId: ann.id, stepId: 'Y', answers: null, findings: [] },
          ...{ items: [{ what: 'goal', reached: 1, of: 1 }], doneAt: AT + 9 },
        },
      ]);
      const drawing = { id: newId(), studentId: ann.id, label: 1, ordinal: 0, heldBack: true };
      await store.addDrawings(before.id, [
        { ...drawing, pixels: new Uint8Array(784).fill(9), filedAt: AT + 6 },
      ]);
      await store.savePoolLabels(before.id, ['猫', 'dog']);
      const shown = { amount: 1, kind: 'count', of: 4 } as const;
      const result = { tries: 3, part: 'xor', parts: 2, value: 0.5, shown, reached: true, at: AT + 7 };
      const standing = { result: null, activity: 'stuck', finding: 'dead-units' } as const;
      const scores = [
        aScore(ann.id, run.id, { reproduced: true, shownAccuracy: 0.875 }),
        aScore(ben.id, further.id, { privateAccuracy: 0.7, reproduced: false }),
      ];
      const raced = scores.map(({ id }, at) => ({ scoreId: id, first: 1, last: 2, wins: 999 - at }));
      const shared = { first: 1, last: 2 };
      const after: ClassState = {
        ...before,
        ...{ phase: 'ended', startedAt: AT + 1, endedAt: AT + 100, version: 2 },
        scores,
        rerun: { races: 1_000, rows: raced.map((row) => ({ ...row, shared })) },
        rerunShownAt: AT + 101,
        // Fields and things in no particular order.
        results: {
          b: { ...result, studentId: ben.id },
          a: { ...result, studentId: ann.id },
        },
        predictions: {
          p: { choice: 1, studentId: ann.id, stepId: 's', committedAt: AT, outcome: 0, cameTrueAt: AT + 9 },
        },
        helps: {
          h: {
            ...{
              studentId: ann.id,
              number: 1,
              kind: 'need',
              askedAt: AT,
              partnerId: ben.id,
              pairedAt: AT + 1,
            },
            ...{ endedAt: null, before: standing, after: null },
          },
        },
        messages: [{ id: newId(), text: 'よく見て', sentAt: AT, to: { [ben.id]: AT + 5, [ann.id]: null } }],
        bookmarks: [{ id: newId(), at: AT, stepId: null, note: 'ここ' }],
        snapshots: [
          {
            ...{ id: newId(), studentId: ann.id, stepId: 's', takenAt: AT, caption: 'c', named: true },
            works: [{ name: 'draft', text: '{}' }],
          },
        ],
      };
      const event = { at: AT + 1, version: 2, studentId: null } as const;
      expect(
        await store.saveClass(before, after, [
          { kind: 'step', index: 1, ...event },
          { kind: 'pacing', pacing: { first: 0, mode: 'range', last: 2 }, ...event },
          { kind: 'membership', membership: 'left', ...event, studentId: ben.id },
        ]),
      ).toBe('saved');
      return after;
    }

    async function exported(state: ClassState): Promise<string> {
      let text = '';
      for await (const piece of (await exportFile(subject.store, state, 'class', true, 'en')).content)
        text += piece;
      return text;
    }

    async function* file(text: string): AsyncGenerator<Uint8Array> {
      yield Buffer.from(text);
    }
    const records = (text: string) => readClassFile(file(text));
    const bring = async (text: string, teacherId = OTHER_TEACHER) =>
      bringClass(subject.store, teacherId, await classOfRecords(records(text)), records(text), drawCode);

    it('gives the very class that was exported, whether it comes from memory or was read again', async () => {
      const { store } = subject;
      const state = await ended();
      const text = await exported(state);
      expect(await exported((await store.loadClass(state.id))!)).toBe(text);
      expect(await bring(text)).toEqual({ ok: false, code: 'class-already-here' });
      await store.deleteClass(state.id);
      const made = await bring(text);
      expect(made).toMatchObject({ ok: true, id: state.id });
      const imported = (await store.loadClass(state.id))!;
      expect(imported).toMatchObject({ phase: 'ended', teacherId: OTHER_TEACHER, groupId: null });
      expect(imported.code).not.toBe(state.code);
      expect(await exported(imported)).toBe(text);
      expect(text).toContain('"kind":"rerun"');
      expect(viewForReview(imported).board).toEqual(viewForReview(state).board);
      // By its code, in the list of its new owner alone, and with how its runs went.
      expect((await store.findClassByCode(imported.code))?.id).toBe(state.id);
      const listed = async (teacherId: string) => (await store.listClasses(teacherId)).map(({ id }) => id);
      expect(await listed(OTHER_TEACHER)).toContain(state.id);
      expect(await listed(TEACHER)).not.toContain(state.id);
      const [first, second] = await store.listRuns(state.id, null);
      expect(second?.continues).toEqual({ runId: first!.id, step: 4 });
      expect((await store.readCheckpoint(first!.id, 8))?.[0]).toBe(1);
      expect(await store.listRemarks([second!.id])).toHaveLength(2);
      // Among as many runs as a large class has.
      const many = [...Array.from({ length: 3_000 }, newId), second!.id];
      expect(await store.listRemarks(many)).toEqual(await store.listRemarks([second!.id]));
      expect((await store.listStepRecords(state.id)).map(({ answers }) => answers?.last)).toContain(2);
      expect(Object.values(imported.students)[0]?.team).toBe('Window');
      expect(
        readTraceTable((await store.readTraceTable(state.id)).packed)[0]?.moments.map(({ at }) => at),
      ).toEqual([AT + 2, AT + 3]);
    });

    it('is seen by nobody before it is finished, and leaves nothing where it was broken off', async () => {
      const { store } = subject;
      const state = await ended();
      const text = await exported(state);
      await store.deleteClass(state.id);
      const read = await classOfRecords(records(text));
      expect(await store.beginImport({ ...read.state, teacherId: TEACHER })).toBe('begun');
      expect(await store.loadClass(state.id)).toBeNull();
      expect((await store.listClasses(TEACHER)).map(({ id }) => id)).not.toContain(state.id);
      expect(await store.findClassByCode('')).toBeNull();
      // As at the next start.
      await store.dropImports(null);
      expect(await bring(text, TEACHER)).toMatchObject({ ok: true });
      expect(await exported((await store.loadClass(state.id))!)).toBe(text);
    });

    it('leaves the class that has a run of it as it was, and nothing of its own', async () => {
      const { store } = subject;
      const state = await ended();
      const text = await exported(state);
      const read = await classOfRecords(records(text));
      const made = await bringClass(
        store,
        TEACHER,
        { ...read, state: { ...read.state, id: newId() } },
        records(text),
        drawCode,
      );
      expect(made).toEqual({ ok: false, code: 'class-file-taken' });
      expect(await exported((await store.loadClass(state.id))!)).toBe(text);
    });
  });
}
