import { credentialsShelf } from '@/client/live/credentials';
import { ANSWER_MS, download } from '@/engine/download/download';
import { type OwnPageLink, ownPageLinkPath } from '@/protocol/own-page';
import type { Answer } from '@/protocol/refusals';
import { studentAuthorization } from '@/protocol/submission';

/** Asks for the link to the own page, which the server gives to the student alone. */
export async function requestOwnPage(code: string): Promise<Answer<OwnPageLink> | 'offline'> {
  const known = credentialsShelf.find(code);
  if (!known) return { ok: false, code: 'not-attached' };
  try {
    const answer = await download(
      ownPageLinkPath(code),
      { headers: { authorization: studentAuthorization(known.credentials) }, cache: 'no-store' },
      { stallMs: ANSWER_MS },
    );
    return (await answer.json()) as Answer<OwnPageLink>;
  } catch {
    return 'offline';
  }
}
