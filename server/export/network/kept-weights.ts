import type { Store } from '@/server/store/store';

/** Weights of a run, as far as they are kept. */
export interface KeptWeights {
  /** Float32, little endian. */
  bytes: Uint8Array;
  /** Steps of training that they have behind them; null: they were handed in, and nobody has told. */
  step: number | null;
}

type Source = Pick<Store, 'readWeights' | 'listCheckpoints' | 'readCheckpoint'>;

/** The weights that were handed in last, else those of the last moment that is kept; null where there are none. */
export async function keptWeights(store: Source, runId: string): Promise<KeptWeights | null> {
  const handedIn = await store.readWeights(runId);
  if (handedIn) return { bytes: handedIn, step: null };
  const last = (await store.listCheckpoints(runId)).at(-1);
  const bytes = last ? await store.readCheckpoint(runId, last.step) : null;
  return bytes && { bytes, step: last!.step };
}
