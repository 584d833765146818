import { z } from 'zod';
import { waitedFor } from '@/engine/download/held-back';
import { POOL, poolPaths } from '@/protocol/pool';
import type { PoolImported } from '@/protocol/pool-file';
import { type Answer, refusalCodeSchema, refuse } from '@/protocol/refusals';

/** Milliseconds in which a file must have arrived and been answered. */
const TIMEOUT_MS = 60_000;

const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), added: z.number(), left: z.number() }),
  z.object({ ok: z.literal(false), code: refusalCodeSchema }),
]);

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
    const answer = answerSchema.safeParse(await response.json().catch(() => null));
    return answer.success ? answer.data : refuse('internal');
  } catch {
    return refuse('not-attached');
  }
}
