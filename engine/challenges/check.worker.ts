/// <reference lib="webworker" />
import { tellFetching } from '@/engine/worker/tell-fetching';
import type { CheckQuestion, CheckReply } from './check-messages';
import { findChallenge, partsOfChallenge } from './registry';

/** The worker that checks one answer to a challenge: some train a network for it. */
declare const self: DedicatedWorkerGlobalScope;

async function reply({ challenge: id, seed, handedIn }: CheckQuestion): Promise<CheckReply> {
  const parts = await tellFetching(() => partsOfChallenge(id, seed));
  if (!handedIn) return { ok: true, parts, result: null };
  const challenge = await tellFetching(() => findChallenge(id));
  const result = challenge?.check(seed, handedIn.answer, handedIn.hiddenSeed) ?? null;
  return { ok: true, parts, result };
}

self.onmessage = async ({ data }: MessageEvent<CheckQuestion>) => {
  const failed = (error: unknown): CheckReply => ({ ok: false, detail: String(error) });
  self.postMessage(await reply(data).catch(failed));
};
self.postMessage({ type: 'listening' });
