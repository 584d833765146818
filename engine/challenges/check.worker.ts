/// <reference lib="webworker" />
import type { CheckQuestion, CheckReply } from './check-messages';
import { findChallenge } from './registry';

/** The worker that checks one answer to a challenge: some train a network for it. */
declare const self: DedicatedWorkerGlobalScope;

async function reply({ challenge: id, seed, handedIn }: CheckQuestion): Promise<CheckReply> {
  const challenge = await findChallenge(id);
  if (challenge === null) return { ok: true, parts: null, result: null };
  return {
    ok: true,
    parts: challenge.parts(seed),
    result: handedIn ? challenge.check(seed, handedIn.answer, handedIn.hiddenSeed) : null,
  };
}

self.onmessage = async ({ data }: MessageEvent<CheckQuestion>) => {
  const failed = (error: unknown): CheckReply => ({ ok: false, detail: String(error) });
  self.postMessage(await reply(data).catch(failed));
};
