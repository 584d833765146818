import { RateLimiter } from '@/base/rate-limiter';

/** Between two looks at an email at which many have guessed: four a second. */
const GUESSED_PAUSE_MS = 250;

/**
 * Limits on guessing passwords, counted by what was wrong: a right password is never refused because of them. What counts first is the
 * email from one address. The email alone has a larger measure, against one that guesses from many; beyond it passwords for that email are looked at
 * slowly (sign-in-turns.ts).
 * Pure apart from what it remembers: time is passed in, in milliseconds.
 */
export class SignInLimits {
  private readonly fromAddress = new RateLimiter({ burst: 10, perSecond: 1 / 30 });
  private readonly fromAnywhere = new RateLimiter({ burst: 100, perSecond: 1 / 10 });

  /** Counts an attempt. Null: go on. A number: seconds until the next may be made. */
  take(email: string, address: string, now: number): number | null {
    const key = keyOf(email, address);
    const wait = this.fromAddress.attempt(key, now);
    if (wait !== null) return wait;
    const longer = this.fromAnywhere.attempt(email, now);
    if (longer !== null) this.fromAddress.giveBack(key, now);
    return longer;
  }

  /** Milliseconds to leave between two looks at passwords for this email. */
  pauseMs(email: string, now: number): number {
    return this.fromAnywhere.hasToken(email, now) ? 0 : GUESSED_PAUSE_MS;
  }

  /** It was the right password: only failures count, since a teacher with ten tabs is no guesser. */
  succeeded(email: string, address: string, now: number): void {
    this.fromAddress.giveBack(keyOf(email, address), now);
    this.fromAnywhere.giveBack(email, now);
  }
}

/** No address has a blank in it. */
const keyOf = (email: string, address: string) => `${address} ${email}`;
