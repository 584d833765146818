import { type Bucket, fullBucket, type Rate, refill } from '@/base/token-bucket';
import { TurnQueue } from './turn-queue';

/** Who waits for a turn. */
interface Ticket {
  /** What the browser says of itself. */
  lane: string;
  since: number;
  settle(admitted: boolean): void;
}

/** Those who come by one address. */
interface Line {
  bucket: Bucket;
  waiting: TurnQueue<Ticket>;
  timer: NodeJS.Timeout | null;
}

/** Lines that nobody waits in are forgotten beyond these, the one longest unused first. */
const MOST_LINES = 5_000;

/** How fast, and how long somebody may wait. */
export interface Pace {
  rate: Rate;
  patienceMs: number;
  /** In one line; beyond, whoever has waited longest is sent away. */
  mostWaiting: number;
}

/**
 * The pace at which those who have shown nothing yet may come by one address, which may be a whole school. A lecture hall comes in at
 * once; a program that never ends has to wait. Those who wait take turns by their browser, so that somebody in another one is not behind a
 * program (turn-queue.ts).
 */
export class FairTurns {
  private readonly lines = new Map<string, Line>();

  constructor(
    private readonly pace: Pace,
    private readonly steady: () => number,
    private readonly onSlowed: () => void = () => undefined,
  ) {}

  /** True: come in. False: too many wait; try again. At once where nobody has to wait. */
  admit(key: string, device: string): true | Promise<boolean> {
    const line = this.lineOf(key);
    line.bucket = refill(line.bucket, this.pace.rate, this.steady());
    if (line.waiting.length === 0 && line.bucket.tokens >= 1) {
      line.bucket.tokens -= 1;
      return true;
    }
    this.onSlowed();
    return new Promise((settle) => {
      line.waiting.push({ lane: device, since: this.steady(), settle });
      if (line.waiting.length > this.pace.mostWaiting) line.waiting.shift()?.settle(false);
      this.schedule(line);
    });
  }

  close(): void {
    for (const line of this.lines.values()) {
      if (line.timer) clearTimeout(line.timer);
      for (const { settle } of line.waiting.clear()) settle(false);
    }
    this.lines.clear();
  }

  private lineOf(key: string): Line {
    const line = this.lines.get(key) ?? {
      bucket: fullBucket(this.pace.rate, this.steady()),
      waiting: new TurnQueue<Ticket>(false),
      timer: null,
    };
    this.lines.delete(key);
    this.lines.set(key, line);
    for (const [other, { waiting }] of this.lines) {
      if (this.lines.size <= MOST_LINES) break;
      if (waiting.length === 0) this.lines.delete(other);
    }
    return line;
  }

  private schedule(line: Line): void {
    line.timer ??= setTimeout(
      () => {
        line.timer = null;
        this.serve(line);
      },
      Math.max(5, 1_000 / this.pace.rate.perSecond),
    );
    line.timer.unref();
  }

  private serve(line: Line): void {
    const now = this.steady();
    line.bucket = refill(line.bucket, this.pace.rate, now);
    // In order of coming: those who have waited too long stand in front.
    while (line.waiting.first && now - line.waiting.first.since >= this.pace.patienceMs)
      line.waiting.shift()?.settle(false);
    while (line.bucket.tokens >= 1 && line.waiting.length > 0) {
      line.bucket.tokens -= 1;
      line.waiting.take()?.settle(true);
    }
    if (line.waiting.length > 0) this.schedule(line);
  }
}
