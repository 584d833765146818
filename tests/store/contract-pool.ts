import { describe, expect, it } from 'vitest';
import type { PoolDrawing } from '@/classroom/pool';
import { aClass, aStudent, newId } from './made-things';
import type { Subject } from './store-contract';

let drawn = 0;
function aDrawing(studentId: string | null, given: Partial<PoolDrawing> = {}): PoolDrawing {
  drawn += 1;
  return {
    id: newId(),
    studentId,
    label: drawn % 2,
    ordinal: drawn,
    heldBack: drawn % 5 === 0,
    pixels: Uint8Array.from({ length: 784 }, (_, i) => (i * drawn) % 256),
    filedAt: 1_700_000_000_000 + drawn,
    ...given,
  };
}

export function describePool(subject: Subject): void {
  describe('a class’s pool', () => {
    const made = async () => {
      const ann = aStudent('Ann');
      const bo = aStudent('Bo');
      const state = aClass({ students: { [ann.id]: ann, [bo.id]: bo } });
      await subject.store.createClass(state);
      return { state, ann, bo };
    };

    it('is empty at first, and gives back what was added in order of arrival', async () => {
      const { store } = subject;
      const { state, ann, bo } = await made();
      expect(await store.readPool(state.id)).toEqual({ labels: null, drawings: [] });
      const first = [aDrawing(ann.id), aDrawing(bo.id)];
      // As many as an import brings: more than one statement may hold.
      const more = Array.from({ length: 1_100 }, () => aDrawing(null));
      await store.addDrawings(state.id, first);
      await store.addDrawings(state.id, more);
      const { drawings } = await store.readPool(state.id);
      expect(drawings.map(({ id }) => id)).toEqual([...first, ...more].map(({ id }) => id));
      expect(drawings[0]).toEqual(first[0]);
      expect(drawings[900]).toEqual(more[898]);
    });

    it('adds all or none', async () => {
      const { store } = subject;
      const { state, ann } = await made();
      const drawing = aDrawing(ann.id);
      await store.addDrawings(state.id, [drawing]);
      await expect(store.addDrawings(state.id, [aDrawing(ann.id), drawing])).rejects.toThrow();
      await expect(store.addDrawings(state.id, [aDrawing(newId())])).rejects.toThrow();
      expect((await store.readPool(state.id)).drawings).toEqual([drawing]);
    });

    it('removes some, or all of one class alone', async () => {
      const { store } = subject;
      const [one, other] = [await made(), await made()];
      const drawings = [aDrawing(one.ann.id), aDrawing(one.bo.id), aDrawing(null)];
      await store.addDrawings(one.state.id, drawings);
      await store.addDrawings(other.state.id, [aDrawing(other.ann.id)]);
      await store.removeDrawings(one.state.id, [drawings[1]!.id, newId()]);
      expect((await store.readPool(one.state.id)).drawings).toEqual([drawings[0], drawings[2]]);
      await store.removeDrawings(one.state.id, null);
      expect((await store.readPool(one.state.id)).drawings).toEqual([]);
      expect((await store.readPool(other.state.id)).drawings).toHaveLength(1);
    });

    it('keeps the labels, and goes with its student or its class', async () => {
      const { store } = subject;
      const { state, ann, bo } = await made();
      await store.savePoolLabels(state.id, ['sun', 'moon']);
      await store.savePoolLabels(state.id, ['太陽', '月', '星']);
      const kept = aDrawing(bo.id);
      await store.addDrawings(state.id, [aDrawing(ann.id), kept]);
      await store.deleteStudent(state.id, ann.id);
      expect(await store.readPool(state.id)).toEqual({ labels: ['太陽', '月', '星'], drawings: [kept] });
      await store.deleteClass(state.id);
      expect(await store.readPool(state.id)).toEqual({ labels: null, drawings: [] });
    });
  });
}
