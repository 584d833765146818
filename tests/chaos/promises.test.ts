import { expect, it } from 'vitest';
import { drawing } from '@/people/drawing';
import type { Store } from '@/server/store/store';
import { aClass, newId } from '@/tests/store/made-things';
import { lookUp, type Promised } from './promises';

const [classId, studentId] = [newId(), newId()];
const pixels = drawing(1);
const storeWith = (drawings: object[]) =>
  ({ loadClass: async () => aClass(), readPool: async () => ({ drawings }) }) as unknown as Store;
const filed = (id: string): Promised => ({ classId, studentId, kind: 'drawing', id, label: 1, pixels });

it('a drawing that is not there is lost, unless it was asked back: a kill may come between the deed and its answer', async () => {
  const [gone, asked, kept] = [newId(), newId(), newId()];
  const askedBack: Promised = { classId, studentId, kind: 'asked-back', id: asked };
  const store = storeWith([{ id: kept, studentId, label: 1, pixels }]);
  const promises = [filed(gone), filed(asked), askedBack, filed(kept)];
  expect(await lookUp(store, promises)).toEqual({ drawing: { acked: 2, lost: 1 } });
});

it('a drawing whose taking back was acknowledged must be gone', async () => {
  const id = newId();
  const who = { classId, studentId, id };
  const promises: Promised[] = [filed(id), { ...who, kind: 'asked-back' }, { ...who, kind: 'taken-back' }];
  const there = storeWith([{ id, studentId, label: 1, pixels }]);
  expect(await lookUp(there, promises)).toEqual({ 'taken-back': { acked: 1, lost: 1 } });
  expect(await lookUp(storeWith([]), promises)).toEqual({ 'taken-back': { acked: 1, lost: 0 } });
});
