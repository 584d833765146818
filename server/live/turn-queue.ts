interface Lane {
  /** When it had its last turn. */
  turn: number;
  /** Whether the next turn is its oldest's. */
  oldest: boolean;
}

/** Lanes that are remembered: a program that calls itself another each time must not fill the memory. */
const MOST_LANES = 2_000;

/**
 * Those who wait for a turn, in lanes that take turns (a lane is whatever tells a program from others behind the same address). In one lane
 * the newest and the oldest are next by turns: in a queue that only grows the newest still gets through in time, and where everybody who was
 * served comes again at once, nobody waits for longer than two rounds.
 */
export class TurnQueue<Ticket extends { readonly lane: string }> {
  private readonly waiting: Ticket[] = [];
  private readonly lanes = new Map<string, Lane>();
  private count = 0;

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
    const lane = this.nextLane();
    if (lane === undefined) return undefined;
    const isOfLane = (ticket: Ticket) => ticket.lane === lane;
    const [oldest, newest] = [this.waiting.findIndex(isOfLane), this.waiting.findLastIndex(isOfLane)];
    const known = this.lanes.get(lane) ?? { turn: 0, oldest: false };
    const [ticket] = this.waiting.splice(known.oldest ? oldest : newest, 1);
    this.count += 1;
    this.lanes.set(lane, { turn: this.count, oldest: oldest === newest ? known.oldest : !known.oldest });
    if (this.waiting.length === 0 || this.lanes.size > MOST_LANES) this.lanes.clear();
    return ticket;
  }

  /** Takes out everybody. */
  clear(): Ticket[] {
    return this.waiting.splice(0);
  }

  /** The one whose last turn is longest ago; of several the one that has somebody newest. */
  private nextLane(): string | undefined {
    let best: { lane: string; turn: number } | undefined;
    for (const { lane } of this.waiting) {
      const turn = this.lanes.get(lane)?.turn ?? 0;
      if (best === undefined || turn <= best.turn) best = { lane, turn };
    }
    return best?.lane;
  }
}
