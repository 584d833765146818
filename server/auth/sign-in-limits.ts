import { AttemptLimiter } from './attempt-limiter';

/**
 * Limits on guessing passwords. What counts first is the email from one address: whoever guesses at a teacher's email slows
 * nobody but those who sit at the same address. The email alone has a larger measure, against one that guesses from many.
 * Pure apart from what it remembers: time is passed in, in milliseconds.
 */
export class SignInLimits {
  readonly #fromAddress = new AttemptLimiter({ burst: 10, secondsPerAttempt: 30 });
  readonly #fromAnywhere = new AttemptLimiter({ burst: 100, secondsPerAttempt: 10 });

  /** Counts an attempt. Null: go on. A number: seconds until the next may be made. */
  take(email: string, address: string, now: number): number | null {
    const key = keyOf(email, address);
    const wait = this.#fromAddress.take(key, now);
    if (wait !== null) return wait;
    const longer = this.#fromAnywhere.take(email, now);
    if (longer !== null) this.#fromAddress.giveBack(key, now);
    return longer;
  }

  /** It was the right password: only failures count, since a teacher with ten tabs is no guesser. */
  succeeded(email: string, address: string, now: number): void {
    this.#fromAddress.giveBack(keyOf(email, address), now);
    this.#fromAnywhere.giveBack(email, now);
  }
}

/** No address has a blank in it. */
const keyOf = (email: string, address: string) => `${address} ${email}`;
