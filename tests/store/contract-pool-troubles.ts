import { describe, expect, it } from 'vitest';
import { bytesToText } from '@/protocol/bytes-text';
import { ClassPool } from '@/server/live/class-pool';
import type { Store } from '@/server/store/store';
import { aClass, aStudent, newId } from './made-things';
import type { Subject } from './store-contract';

/** What a caller sees of a store whose thread dies or whose connection is cut: before the commit, or after it. */
type Trouble = 'before' | 'after' | null;

let drawn = 0;
function pixels(): Uint8Array<ArrayBuffer> {
  drawn += 1;
  return Uint8Array.from({ length: 784 }, (_, i) => (i * drawn) % 256);
}

/** A live class's pool on a store that fails when told to. */
async function aPool({ store }: Subject) {
  const [ann, bo] = [aStudent('Ann'), aStudent('Bo')];
  const students = { [ann.id]: ann, [bo.id]: bo };
  const state = aClass({ lessonId: 'learning-from-data', phase: 'live', startedAt: 1, students });
  await store.createClass(state);
  const trouble = { next: null as Trouble };
  const troubled = new Proxy(store, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (typeof value !== 'function') return value;
      return async (...args: unknown[]) => {
        const now = trouble.next;
        trouble.next = null;
        if (now === 'before') throw new Error('cut off before it');
        const result = await value.apply(target, args);
        if (now === 'after') throw new Error('cut off after it');
        return result;
      };
    },
  }) as Store;
  const pool = new ClassPool({
    store: troubled,
    now: () => 1_700_000_000_000,
    state: () => state,
    isHere: () => true,
    counted: () => undefined,
    secret: 's'.repeat(32),
  });
  await pool.ready();
  return { pool, trouble, state, ann, bo };
}

export function describePoolTroubles(subject: Subject): void {
  describe('I5: a live pool whose store was cut off', () => {
    for (const when of ['before', 'after'] as const) {
      it(`files a repeated drawing once (${when} the commit)`, async () => {
        const { pool, trouble, state, ann, bo } = await aPool(subject);
        expect(await pool.file(bo.id, { id: newId(), label: 1, pixels: bytesToText(pixels()) })).toEqual({
          ok: true,
        });
        const drawing = { id: newId(), label: 0, pixels: bytesToText(pixels()) };
        trouble.next = when;
        await expect(pool.file(ann.id, drawing)).rejects.toThrow('cut off');
        expect(await pool.file(ann.id, drawing)).toEqual({ ok: true });
        expect(await pool.file(ann.id, { ...drawing, id: newId() })).toMatchObject({
          code: 'drawing-repeated',
        });
        expect(pool.tell().counts).toEqual([1, 1]);
        const { drawings } = await subject.store.readPool(state.id);
        expect(drawings.filter(({ id }) => id === drawing.id)).toHaveLength(1);
        expect(drawings.map(({ id }) => id)).toEqual(pool.all().map(({ id }) => id));
      });

      it(`shows what is stored after a removal, a clearing, labels and an import (${when} the commit)`, async () => {
        const { pool, trouble, state, ann } = await aPool(subject);
        const id = newId();
        const teacher = { kind: 'teacher', teacherId: 'teacher-1' } as const;
        await pool.file(ann.id, { id, label: 0, pixels: bytesToText(pixels()) });
        await pool.file(ann.id, { id: newId(), label: 0, pixels: bytesToText(pixels()) });
        const asStored = async () => {
          // Whatever is asked next waits for the truth.
          await pool.take(teacher, newId());
          const stored = await subject.store.readPool(state.id);
          expect(pool.all().map((one) => one.id)).toEqual(stored.drawings.map((one) => one.id));
          expect(pool.tell().labels).toEqual(stored.labels);
          expect(pool.ownOf(ann.id)).toHaveLength(
            stored.drawings.filter(({ studentId }) => studentId === ann.id).length,
          );
        };
        trouble.next = when;
        await expect(pool.take(teacher, id)).rejects.toThrow('cut off');
        await asStored();
        trouble.next = when;
        await expect(pool.clear()).rejects.toThrow('cut off');
        await asStored();
        expect(await pool.clear()).toEqual({ ok: true });
        trouble.next = when;
        await expect(pool.nameLabels(['sun', 'moon'])).rejects.toThrow('cut off');
        await asStored();
        const file = {
          ...pool.export(),
          drawings: [{ label: 1, pixels: bytesToText(pixels()) }],
        };
        trouble.next = when;
        await expect(pool.import(file)).rejects.toThrow('cut off');
        await asStored();
        expect(await pool.import(file)).toMatchObject({ ok: true });
        expect(pool.tell().counts).toEqual([0, 1]);
      });
    }

    it('files nothing later that was answered as failed', async () => {
      const { pool, trouble, state, ann } = await aPool(subject);
      const drawing = { id: newId(), label: 0, pixels: bytesToText(pixels()) };
      trouble.next = 'before';
      await expect(pool.file(ann.id, drawing)).rejects.toThrow('cut off');
      // Now the pool cannot even be read again.
      trouble.next = 'before';
      await expect(pool.file(ann.id, { ...drawing, id: newId() })).rejects.toThrow('cut off');
      expect(await pool.file(ann.id, drawing)).toEqual({ ok: true });
      expect((await subject.store.readPool(state.id)).drawings.map(({ id }) => id)).toEqual([drawing.id]);
    });
  });
}
