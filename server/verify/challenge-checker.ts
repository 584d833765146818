import { createHmac } from 'node:crypto';
import { dealSeed } from '@/classroom/deal';
import { findChallenge, type RegisteredChallenge } from '@/engine/challenges/registry';
import type { ChallengeId, ChallengeResult } from '@/protocol/challenge';
import { LIMITS } from '@/protocol/limits';
import { type Refusal, refuse } from '@/protocol/refusals';

/** What checking an answer gave, and how many parts the class was dealt. */
export interface Checked {
  ok: true;
  result: ChallengeResult;
  parts: number;
}

/** Checks answers to challenges by their rules, with what this class was dealt. */
export interface ChallengeChecker {
  /** @param answer as it came over the wire: read strictly here, before anything is done with it */
  check(job: { challenge: ChallengeId; classId: string; answer: unknown }): Promise<Checked | Refusal>;
  /** Answers that wait or are being checked. */
  queueLength(): number;
}

type Find = (id: ChallengeId) => Promise<RegisteredChallenge | null>;

/**
 * One answer at a time, and what else the server has to do in between: a challenge promises that checking takes 50 ms at
 * most, so no thread is needed, but a hundred in a row would be felt. The queue is bounded.
 * @param secret the server's own; from it comes each class's hidden seed, which is sent to nobody and kept nowhere
 */
export function createChallengeChecker({
  secret,
  find = findChallenge,
  queueLimit = LIMITS.answersWaiting,
}: {
  secret: string;
  find?: Find;
  queueLimit?: number;
}): ChallengeChecker {
  let queued = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function checkNow(
    challenge: ChallengeId,
    classId: string,
    answer: unknown,
  ): Promise<Checked | Refusal> {
    const registered = await find(challenge);
    if (registered === null) return refuse('no-challenge');
    await new Promise((resolve) => setImmediate(resolve));
    const seed = dealSeed(classId);
    const result = registered.check(seed, answer, hiddenSeed(secret, classId));
    return result === null
      ? refuse('bad-request')
      : { ok: true, result, parts: registered.parts(seed).length };
  }

  return {
    check({ challenge, classId, answer }) {
      if (queued >= queueLimit) return Promise.resolve(refuse('verifier-busy'));
      queued += 1;
      const checked = last
        .then(() => checkNow(challenge, classId, answer))
        .finally(() => {
          queued -= 1;
        });
      last = checked.catch(() => undefined);
      return checked;
    },
    queueLength: () => queued,
  };
}

/** A class's hidden seed, unsigned 32 bits: the same after every restart, and not to be foreseen without the server's secret. */
export function hiddenSeed(secret: string, classId: string): number {
  return createHmac('sha256', secret).update(`hidden seed of class ${classId}`).digest().readUInt32BE(0);
}
