import { oneAhead } from '@/base/one-ahead';
import type { ClassCreated } from '@/protocol/classes';
import { type Answer, refuse } from '@/protocol/refusals';
import type { Store } from '@/server/store/store';
import type { ReadClass } from './class-of-records';
import type { ClassRecord } from './class-record';
import { bulkOf } from './imported-runs';

/** Codes that are drawn at most. */
const MAX_DRAWS = 8;

/**
 * Makes the class of a file that was read to its end: all of it or nothing, and nobody sees any of it before.
 * @param records the same file once more, for what was not held
 * @param drawCode gives a room code that nobody can foresee
 */
export async function bringClass(
  store: Store,
  teacherId: string,
  { state: read, labels, events, steps, remarks }: ReadClass,
  records: AsyncIterable<ClassRecord>,
  drawCode: () => string,
): Promise<Answer<ClassCreated>> {
  const state = { ...read, teacherId };
  if ((await store.beginImport(state)) === 'here') return refuse('class-already-here');
  try {
    // While the store's thread writes one piece, this one reads the next.
    for await (const { runs, drawings } of oneAhead(bulkOf(records))) {
      if (runs.length > 0 && (await store.importRuns(state.id, runs)) === 'taken') {
        await store.dropImports(state.id);
        return refuse('class-file-taken');
      }
      if (drawings.length > 0) await store.addDrawings(state.id, drawings);
    }
    if (labels !== null) await store.savePoolLabels(state.id, labels);
    for (let draw = 0; draw < MAX_DRAWS; draw += 1) {
      const code = drawCode();
      if ((await store.finishImport({ ...state, code }, { events, steps, remarks })) === 'done')
        return { ok: true, id: state.id, code };
    }
    throw new Error('no code was free for a class that is imported');
  } catch (error) {
    // Where the storage is gone, too, the next start removes it.
    await store.dropImports(state.id).catch(() => undefined);
    throw error;
  }
}
