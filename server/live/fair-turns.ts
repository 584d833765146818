import { type Bucket, fullBucket, type Rate, refill } from '@/base/token-bucket';

/** Who waits for a turn. */
interface Ticket {
  device: string;
  since: number;
  settle(admitted: boolean): void;
}

/** Those who come by one address. */
interface Line {
  bucket: Bucket;
  waiting: Ticket[];
  /** When each kind of device had its last turn. */
  turns: Map<string, number>;
  timer: NodeJS.Timeout | null;
}

/** Lines that nobody waits in are forgotten beyond these, the one longest unused first. */
const MOST_LINES = 5_000;

const MOST_DEVICES = 2_000;

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
 * program; among the same the newest is next, since a queue that only grows would let nobody through in time.
 */
export class FairTurns {
  private readonly lines = new Map<string, Line>();
  private count = 0;

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
      line.waiting.push({ device, since: this.steady(), settle });
      if (line.waiting.length > this.pace.mostWaiting) line.waiting.shift()?.settle(false);
      this.schedule(line);
    });
  }

  close(): void {
    for (const line of this.lines.values()) {
      if (line.timer) clearTimeout(line.timer);
      for (const { settle } of line.waiting.splice(0)) settle(false);
    }
    this.lines.clear();
  }

  private lineOf(key: string): Line {
    const line = this.lines.get(key) ?? {
      bucket: fullBucket(this.pace.rate, this.steady()),
      waiting: [],
      turns: new Map(),
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
    while (line.waiting[0] && now - line.waiting[0].since >= this.pace.patienceMs)
      line.waiting.shift()?.settle(false);
    while (line.bucket.tokens >= 1 && line.waiting.length > 0) {
      line.bucket.tokens -= 1;
      const [ticket] = line.waiting.splice(nextOf(line), 1);
      this.count += 1;
      line.turns.set(ticket!.device, this.count);
      ticket!.settle(true);
    }
    if (line.waiting.length > 0) this.schedule(line);
    // A program that calls itself another each time must not fill the memory.
    if (line.waiting.length === 0 || line.turns.size > MOST_DEVICES) line.turns.clear();
  }
}

/** The newest of the device whose last turn is longest ago. */
function nextOf({ waiting, turns }: Line): number {
  let best = 0;
  const turnOf = (index: number) => turns.get(waiting[index]!.device) ?? 0;
  for (let index = 1; index < waiting.length; index += 1) if (turnOf(index) <= turnOf(best)) best = index;
  return best;
}
