/** Somebody who waits for a turn. */
export interface Waiting {
  /** What tells a program from others behind the same address. */
  readonly lane: string;
  /** Who it is within the lane, where that can be told: a connection. */
  readonly by?: string;
}

/** Turns that are remembered: a program that calls itself another each time must not fill the memory. */
const MOST_NAMES = 5_000;

/**
 * Those who wait for a turn. Lanes take turns, and in a lane those who can be told apart: a connection that has had none yet is before one
 * that asks again and again. Among equals the newest is next, since a queue that only grows would let nobody through in time.
 */
export class TurnQueue<Ticket extends Waiting> {
  private readonly waiting: Ticket[] = [];
  /** When each had its last turn. */
  private readonly turns = new Map<string, number>();
  private count = 0;
  private oldestNext = false;

  /** @param oldestToo every other turn among equals is the oldest's: where nobody is sent away for having waited too long */
  constructor(private readonly oldestToo: boolean) {}

  get length(): number {
    return this.waiting.length;
  }

  /** Who has waited longest. */
  get first(): Ticket | undefined {
    return this.waiting[0];
  }

  push(ticket: Ticket): void {
    this.waiting.push(ticket);
  }

  /** Takes out who has waited longest. */
  shift(): Ticket | undefined {
    return this.waiting.shift();
  }

  /** Takes out whose turn it is. */
  take(): Ticket | undefined {
    const index = this.next();
    const [ticket] = index === null ? [] : this.waiting.splice(index, 1);
    if (!ticket) return undefined;
    this.count += 1;
    for (const name of namesOf(ticket)) this.turns.set(name, this.count);
    if (this.waiting.length === 0 || this.turns.size > MOST_NAMES) this.turns.clear();
    return ticket;
  }

  /** Takes out everybody. */
  clear(): Ticket[] {
    return this.waiting.splice(0);
  }

  private next(): number | null {
    let equals: number[] = [];
    for (const [index, ticket] of this.waiting.entries()) {
      const best = equals[0] === undefined ? undefined : this.waiting[equals[0]];
      const difference = best ? this.compare(ticket, best) : -1;
      if (difference < 0) equals = [index];
      else if (difference === 0) equals.push(index);
    }
    const [oldest, newest] = [equals[0], equals.at(-1)];
    if (oldest === undefined || newest === undefined) return null;
    if (equals.length === 1 || !this.oldestToo) return newest;
    this.oldestNext = !this.oldestNext;
    return this.oldestNext ? newest : oldest;
  }

  private compare(one: Ticket, other: Ticket): number {
    const [a, b] = [namesOf(one), namesOf(other)];
    return this.turnOf(a[0]) - this.turnOf(b[0]) || this.turnOf(a[1]) - this.turnOf(b[1]);
  }

  private turnOf(name: string): number {
    return this.turns.get(name) ?? 0;
  }
}

function namesOf({ lane, by = '' }: Waiting): readonly [string, string] {
  return [lane, `${lane} / ${by}`];
}
