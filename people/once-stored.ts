import { mustBeOk } from './must-be-ok';

/** Milliseconds in which a storage that takes nothing should take something again. */
const PATIENCE_MS = 120_000;
const AGAIN_MS = 250;

/**
 * The answer, asked for again while the storage takes nothing, as pages do: on a loaded machine a disk can keep everybody waiting for seconds.
 * @param ask asks; the same once more does no harm
 * @throws Error with any other refusal
 */
export async function onceStored<Reply extends { ok: true } | { ok: false; code: string }>(
  ask: () => Promise<Reply>,
): Promise<Extract<Reply, { ok: true }>> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer.ok || !answer.code.startsWith('storage-') || Date.now() > end) return mustBeOk(answer);
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}
