import { type BackOff, backOffDelay } from '@/base/back-off';

const WAITS: BackOff = { least: 1_000, most: 30_000 };
/** Tries by itself; after these a person has to ask. About two and a half minutes. */
const MOST = 8;

/** Tries something again after a while that grows, a limited number of times, until it has worked. */
export class Retries {
  private tries = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;
  /** Whether it has failed and not worked since. */
  pending = false;

  constructor(private readonly again: () => void) {}

  /** It has failed (again). */
  failed(): void {
    this.pending = true;
    if (this.timer !== null || this.tries >= MOST) return;
    const wait = backOffDelay(WAITS, this.tries);
    this.tries++;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.again();
    }, wait);
  }

  /** It has worked: the next failure is a first one. */
  worked(): void {
    this.stop();
    this.pending = false;
    this.tries = 0;
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}
