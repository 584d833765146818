import { ANSWER_MS, download } from '@/engine/download/download';
import { CLASSES_PATH, type ClassCreated, type CreateClass } from '@/protocol/classes';
import type { Answer } from '@/protocol/refusals';

/** Makes a class. `offline`: the server gave no answer that could be read. Never throws. */
export async function requestClass(body: CreateClass): Promise<Answer<ClassCreated> | 'offline'> {
  try {
    const answer = await download(
      CLASSES_PATH,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      },
      { stallMs: ANSWER_MS },
    );
    return (await answer.json()) as Answer<ClassCreated>;
  } catch {
    return 'offline';
  }
}
