import type { ChallengeId, ChallengeResult } from '@/protocol/challenge';

/** What is asked of a worker that checks for one person alone, over its line (base/line): one question. What is refused says why, for logs. */
export interface CheckRequests {
  /** Refused where the challenge's code or pictures do not come, or the check fails on this device. */
  check: { input: CheckQuestion; answer: CheckReply };
}

export interface CheckQuestion {
  challenge: ChallengeId;
  seed: number;
  /** Left out where only the parts are asked for. */
  handedIn?: { answer: unknown; hiddenSeed: number };
}

export interface CheckReply {
  /** What this seed deals, in order. */
  parts: readonly string[];
  /** Null where nothing was handed in, or what is no answer to this challenge. */
  result: ChallengeResult | null;
}
