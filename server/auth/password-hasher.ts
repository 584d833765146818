import { hash, verify } from '@node-rs/argon2';

/** Argon2id (the library's default kind) with 19 MiB, two passes, one lane: OWASP's recommendation (Password Storage Cheat Sheet). About 70 ms. */
const OPTIONS = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };
/** More at once would take the processors away from the class. */
const AT_ONCE = 2;
const LONGEST_QUEUE = 60;

/** More passwords are waiting than can be looked at in a few seconds. */
export class HasherBusyError extends Error {
  override name = 'HasherBusyError';
}

/** Hashes and checks passwords, a few at a time; refuses when too many wait. */
export class PasswordHasher {
  private running = 0;
  private readonly queue: (() => void)[] = [];
  private readonly longestQueue: number;

  constructor(longestQueue = LONGEST_QUEUE) {
    this.longestQueue = longestQueue;
  }

  /** @throws HasherBusyError */
  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, OPTIONS));
  }

  /** @throws HasherBusyError */
  verify(hashed: string, password: string): Promise<boolean> {
    return this.inTurn(() => verify(hashed, password));
  }

  private async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.running >= AT_ONCE) {
      if (this.queue.length >= this.longestQueue) throw new HasherBusyError('too many passwords are waiting');
      // Whoever ends hands its place over, so that nobody can slip in between.
      await new Promise<void>((resolve) => this.queue.push(resolve));
    } else {
      this.running += 1;
    }
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }
}
