import type { ChallengeId, ChallengeResult } from '@/protocol/challenge';

/** To a worker that checks for one person alone: one question. */
export interface CheckQuestion {
  challenge: ChallengeId;
  seed: number;
  /** Left out where only the parts are asked for. */
  handedIn?: { answer: unknown; hiddenSeed: number };
}

/** From it, once. */
export type CheckReply =
  | {
      ok: true;
      /** What this seed deals, in order; null where there is no such challenge. */
      parts: readonly string[];
      /** Null where nothing was handed in, or what is no answer to this challenge. */
      result: ChallengeResult | null;
    }
  /** The challenge's code or pictures did not come, or the check failed on this device. */
  | { ok: false; detail: string };
