import { Responder } from '@/base/line/responder';
import { pagePort } from '@/engine/line/page-port';
import { tellFetching } from '@/engine/line/tell-fetching';
import type { CheckRequests } from './check-messages';
import { findChallenge, partsOfChallenge } from './registry';

/** The worker that checks one answer to a challenge: some train a network for it. */
new Responder<CheckRequests, never, string>(pagePort(), { refusalOf: String }).serve({
  check: async ({ challenge: id, seed, handedIn }) => {
    const parts = await tellFetching(() => partsOfChallenge(id, seed));
    if (!handedIn) return { parts, result: null };
    const challenge = await tellFetching(() => findChallenge(id));
    return { parts, result: challenge?.check(seed, handedIn.answer, handedIn.hiddenSeed) ?? null };
  },
});
