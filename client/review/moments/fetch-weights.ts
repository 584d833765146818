import { fromLittleEndian } from '@/client/training/little-endian';
import { EngineError } from '@/engine/engine-error';

const ANSWER_MS = 60_000;
/** Moments whose weights are kept in memory: walking to and fro fetches nothing twice. */
const MOST_KEPT = 8;

/**
 * Fetches the weights of a run's moments.
 * @param address of the weights at a step
 * @returns rejects with an EngineError (`data-failed`) where they do not come
 */
export function weightsFetcher(address: (step: number) => string): (step: number) => Promise<Float32Array> {
  const known = new Map<number, Promise<Float32Array>>();
  return (step) => {
    const fetched = known.get(step) ?? fetchWeights(address(step));
    known.delete(step);
    known.set(step, fetched);
    fetched.catch(() => known.delete(step));
    for (const other of known.keys()) if (known.size > MOST_KEPT) known.delete(other);
    return fetched;
  };
}

async function fetchWeights(address: string): Promise<Float32Array> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(ANSWER_MS) }).catch((error: unknown) => {
    throw new EngineError('data-failed', String(error));
  });
  if (!answer.ok) throw new EngineError('data-failed', `weights: ${answer.status}`);
  return fromLittleEndian(await answer.arrayBuffer());
}
