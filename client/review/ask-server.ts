import { ANSWER_MS, download } from '@/engine/download/download';
import type { Answer } from '@/protocol/refusals';

/**
 * Asks for something to be told, made or changed. `offline`: the server gave no answer that could be read. Never throws.
 * @param waitMs how long the answer may take
 */
export async function askServer<Facts extends object>(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
  waitMs = ANSWER_MS,
): Promise<Answer<Facts> | 'offline'> {
  try {
    const answer = await download(
      path,
      {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      },
      { stallMs: waitMs },
    );
    return (await answer.json()) as Answer<Facts>;
  } catch {
    return 'offline';
  }
}
