import { ANSWER_MS, download } from '@/engine/download/download';
import type { ClassOwner } from '@/protocol/owners';
import { type Answer, REFUSAL_CODES, type RefusalCode } from '@/protocol/refusals';

type OwnersAnswer = { ok: true; owners: ClassOwner[] | null } | { ok: false; code: RefusalCode | 'offline' };

/** Makes another teacher an owner. @param path of the owners of a class or of a group. Never throws. */
export const requestOwner = (path: string, email: string): Promise<OwnersAnswer> =>
  ask(path, { method: 'POST', body: JSON.stringify({ email }) });

/** Takes an owner away. Never throws. */
export const requestOwnerGone = (path: string, teacherId: string): Promise<OwnersAnswer> =>
  ask(`${path}/${encodeURIComponent(teacherId)}`, { method: 'DELETE' });

async function ask(path: string, init: RequestInit): Promise<OwnersAnswer> {
  try {
    const response = await download(
      path,
      { ...init, headers: { 'content-type': 'application/json' } },
      { stallMs: ANSWER_MS },
    );
    const answer = (await response.json()) as Answer<{ owners?: ClassOwner[] }>;
    if (answer.ok) return { ok: true, owners: answer.owners ?? null };
    return { ok: false, code: REFUSAL_CODES.find((known) => known === answer.code) ?? 'internal' };
  } catch {
    return { ok: false, code: 'offline' };
  }
}
