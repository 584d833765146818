import { predictionKey, resultKey } from '@/classroom/kept';
import type { Store } from '@/server/store/store';

/** Something that the server has acknowledged: it must be in the store for ever. */
export type Promised = { classId: string; studentId: string } & (
  | { kind: 'joined' }
  | { kind: 'guess'; stepId: string; choice: number }
  | { kind: 'outcome'; stepId: string; choice: number }
  | { kind: 'answer'; part: string; value: number }
  | { kind: 'drawing'; id: string; label: number; pixels: Uint8Array }
  /** Asked to take it back: until that is answered, both is right, that it is there and that it is not. */
  | { kind: 'asked-back'; id: string }
  | { kind: 'taken-back'; id: string }
  | { kind: 'score'; runId: string; publicAccuracy: number }
);
export type PromiseKind = Promised['kind'];

/** Of each kind: how many promises there were, and how many are not kept. */
export type Kept = Partial<Record<PromiseKind, Counts>>;
export interface Counts {
  acked: number;
  lost: number;
}

/** Looks every promise up in the store. A drawing that was asked back later is no loss: the answer may have been cut off after the deed. */
export async function lookUp(store: Store, promises: readonly Promised[]): Promise<Kept> {
  const kept: Kept = {};
  const askedBack = new Set(promises.flatMap((one) => (one.kind === 'asked-back' ? [one.id] : [])));
  for (const classId of new Set(promises.map((promise) => promise.classId))) {
    const isKept = await readerOf(store, classId);
    for (const promise of promises) {
      if (promise.classId !== classId || promise.kind === 'asked-back') continue;
      if (promise.kind === 'drawing' && askedBack.has(promise.id)) continue;
      kept[promise.kind] ??= { acked: 0, lost: 0 };
      const counts = kept[promise.kind]!;
      counts.acked += 1;
      if (!isKept(promise)) counts.lost += 1;
    }
  }
  return kept;
}

async function readerOf(store: Store, classId: string): Promise<(promise: Promised) => boolean> {
  const state = await store.loadClass(classId);
  const { drawings } = await store.readPool(classId);
  const drawn = new Map(drawings.map((drawing) => [drawing.id, drawing]));
  if (!state) return () => false;
  return (promise) => {
    switch (promise.kind) {
      case 'joined':
        return promise.studentId in state.students;
      case 'guess':
        return state.predictions[predictionKey(promise.studentId, promise.stepId)]?.choice === promise.choice;
      case 'outcome':
        return (
          state.predictions[predictionKey(promise.studentId, promise.stepId)]?.outcome === promise.choice
        );
      case 'answer':
        return (state.results[resultKey(promise.studentId, promise.part)]?.value ?? -1) >= promise.value;
      case 'drawing': {
        const drawing = drawn.get(promise.id);
        return (
          drawing?.studentId === promise.studentId &&
          drawing.label === promise.label &&
          Buffer.from(drawing.pixels).equals(promise.pixels)
        );
      }
      case 'asked-back':
        return true;
      case 'taken-back':
        return !drawn.has(promise.id);
      case 'score':
        return state.scores.some(
          ({ studentId, runId, publicAccuracy }) =>
            studentId === promise.studentId &&
            runId === promise.runId &&
            publicAccuracy === promise.publicAccuracy,
        );
    }
  };
}
