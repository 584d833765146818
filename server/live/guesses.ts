import { RateLimiter } from '@/base/rate-limiter';
import { type Refusal, type RefusalCode, refuse } from '@/protocol/refusals';
import type { Bounds } from './bounds';

/**
 * Wrong codes and identities. A right one always passes, whoever shares its address: what a wrong one costs is time. The first from an
 * address are answered at once; then each answer waits, the longer the more of them wait, so that never more than a certain number a second
 * are answered. How many codes can be tried in the whole has a bound too, which decides how long somebody would have to guess
 * (docs/reliability.md).
 */
export class Guesses {
  private readonly byAddress: RateLimiter;
  private readonly altogether: RateLimiter;
  private readonly waiting = new Map<string, number>();
  private waitingAltogether = 0;

  constructor(
    private readonly bounds: Bounds['guesses'],
    private readonly steady: () => number,
    private readonly onSlowed: () => void = () => undefined,
  ) {
    this.byAddress = new RateLimiter(bounds.ofAddress);
    this.altogether = new RateLimiter(bounds.altogether);
  }

  /** Whether a code may be looked up at all; no only while the whole server is guessed at beyond its bound. */
  mayLookUp(): boolean {
    return this.altogether.hasToken('', this.steady());
  }

  /** What to say to somebody whose code or identity was wrong, when it is time to. */
  async wrong(address: string, code: RefusalCode): Promise<Refusal> {
    const now = this.steady();
    this.altogether.allow('', now);
    if (this.byAddress.allow(address, now)) return refuse(code);
    this.onSlowed();
    const waiting = this.waiting.get(address) ?? 0;
    if (waiting < this.bounds.waitingOfAddress && this.waitingAltogether < this.bounds.waiting) {
      this.waiting.set(address, waiting + 1);
      this.waitingAltogether += 1;
      await new Promise((resolve) =>
        setTimeout(resolve, this.bounds.delayMs + waiting * this.bounds.delayOfEachMs),
      );
      this.waitingAltogether -= 1;
      const left = (this.waiting.get(address) ?? 1) - 1;
      if (left > 0) this.waiting.set(address, left);
      else this.waiting.delete(address);
    }
    return refuse('rate-limited');
  }
}
