import { number, object } from '@/base/shape';
import { answerReader } from '@/client/live/read-answer';
import { waitedFor } from '@/engine/download/held-back';
import type { PoolImported } from '@/protocol/pool-file';
import { POOL, poolPaths } from '@/protocol/pool-rules';
import { type Answer, refuse } from '@/protocol/refusals';

/** Milliseconds in which a file must have arrived and been answered. */
const TIMEOUT_MS = 60_000;

const answer = answerReader<PoolImported>(object({ added: number(), left: number() }));

/** Takes an exported pool into a class; whether it is one the server says. */
export async function uploadPool(code: string, file: File): Promise<Answer<PoolImported>> {
  if (file.size > POOL.fileBytes) return refuse('pool-file-invalid');
  try {
    const response = await waitedFor(
      fetch(poolPaths.file(code), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: file,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      }),
    );
    return answer(await response.json().catch(() => null)) ?? refuse('internal');
  } catch {
    return refuse('not-attached');
  }
}
