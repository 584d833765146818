import { availableParallelism } from 'node:os';
import { HasherBusyError } from './password-hasher';

/** Passwords that are looked at at the same time; more would take the processor away from the class, which on a single core two do. */
const AT_ONCE = Math.min(2, availableParallelism());
/** Of these, for emails that no account has. */
const STRANGERS_AT_ONCE = 1;
const LONGEST_QUEUE = 200;

/** Who asks for a password to be looked at. */
export interface Asking {
  email: string;
  /** 0: a browser that has signed in to this account before. 1: an account. 2: there is none with this email. */
  rank: 0 | 1 | 2;
  /** Milliseconds to leave between two looks at this email; 0: none. For rank 0 there is never a pause. */
  pauseMs: number;
  /** Where it comes from, from the coarse to the fine: an address, then what the browser says of itself. */
  from: readonly string[];
}

interface Ticket extends Asking {
  go(): void;
  refuse(error: Error): void;
}

/**
 * The order in which passwords are looked at. Nobody is refused because others have guessed: who guesses at an email makes its
 * teacher wait for a turn, no more. Known browsers come first, then accounts, then emails of nobody; among equals the email that was looked at
 * longest ago; for one email addresses take turns, and in an address kinds of browsers; of several who are still the same any, so that many
 * guesses gain nothing by having come first.
 */
export class SignInTurns {
  private readonly waiting: Ticket[] = [];
  private readonly lastLook = new Map<string, { at: number; turn: number }>();
  private turns = 0;
  private running = 0;
  private strangers = 0;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly steady: () => number = () => performance.now(),
    private readonly random: () => number = Math.random,
    private readonly longestQueue = LONGEST_QUEUE,
    private readonly atOnce = AT_ONCE,
  ) {}

  /** @throws HasherBusyError where so many wait that one of them had to go */
  async inTurn<Result>(asking: Asking, look: () => Promise<Result>): Promise<Result> {
    await new Promise<void>((go, refuse) => {
      this.waiting.push({ ...asking, go, refuse });
      if (this.waiting.length > this.longestQueue) this.dropOne();
      this.next();
    });
    try {
      return await look();
    } finally {
      this.running -= 1;
      if (asking.rank === 2) this.strangers -= 1;
      this.next();
    }
  }

  /** Any of those with the email for which most ask, from where most do, of the lowest standing: a guesser's, most likely. */
  private dropOne(): void {
    const rank = Math.max(...this.waiting.map((ticket) => ticket.rank));
    let crowd = this.waiting.filter((ticket) => ticket.rank === rank);
    const levels = Math.max(...crowd.map((ticket) => lanesOf(ticket).length));
    for (let level = 0; level < levels; level += 1) {
      const parts = new Map<string, Ticket[]>();
      for (const ticket of crowd) {
        const lane = lanesOf(ticket)[level] ?? '';
        parts.set(lane, [...(parts.get(lane) ?? []), ticket]);
      }
      crowd = [...parts.values()].reduce((most, one) => (one.length > most.length ? one : most));
    }
    const victim = this.oneOf(crowd);
    this.waiting.splice(this.waiting.indexOf(victim), 1);
    victim.refuse(new HasherBusyError('too many passwords are waiting'));
  }

  private next(): void {
    while (this.running < this.atOnce) {
      const ticket = this.choose();
      if (!ticket) return;
      this.waiting.splice(this.waiting.indexOf(ticket), 1);
      this.running += 1;
      if (ticket.rank === 2) this.strangers += 1;
      for (const lane of lanesOf(ticket)) this.note(lane);
      ticket.go();
    }
  }

  private choose(): Ticket | null {
    const now = this.steady();
    let best: Ticket[] = [];
    let soonest = Number.POSITIVE_INFINITY;
    for (const ticket of this.waiting) {
      if (ticket.rank === 2 && this.strangers >= STRANGERS_AT_ONCE) continue;
      const dueIn = ticket.rank === 0 ? 0 : this.last(ticket.email) + ticket.pauseMs - now;
      if (dueIn > 0) soonest = Math.min(soonest, dueIn);
      else if (best.length === 0 || this.compare(ticket, best[0]!) < 0) best = [ticket];
      else if (this.compare(ticket, best[0]!) === 0) best.push(ticket);
    }
    if (best.length === 0 && soonest < Number.POSITIVE_INFINITY) this.wakeIn(soonest);
    return best.length > 0 ? this.oneOf(best) : null;
  }

  private compare(a: Ticket, b: Ticket): number {
    if (a.rank !== b.rank) return a.rank - b.rank;
    const [ofA, ofB] = [lanesOf(a), lanesOf(b)];
    for (let level = 0; level < Math.min(ofA.length, ofB.length); level += 1) {
      const difference = this.turnOf(ofA[level]!) - this.turnOf(ofB[level]!);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  private last(email: string): number {
    return this.lastLook.get(email)?.at ?? Number.MIN_SAFE_INTEGER;
  }

  private turnOf(lane: string): number {
    return this.lastLook.get(lane)?.turn ?? 0;
  }

  private note(lane: string): void {
    this.turns += 1;
    this.lastLook.delete(lane);
    this.lastLook.set(lane, { at: this.steady(), turn: this.turns });
    if (this.lastLook.size > 20_000) this.lastLook.delete(this.lastLook.keys().next().value ?? lane);
  }

  private wakeIn(milliseconds: number): void {
    if (this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.next();
    }, milliseconds);
    this.timer.unref();
  }

  private oneOf(tickets: readonly Ticket[]): Ticket {
    return tickets[Math.floor(this.random() * tickets.length)]!;
  }
}

/** The email, and then ever finer where somebody asks from. */
function lanesOf({ email, from }: Asking): string[] {
  return [email, ...from.map((_, level) => [email, ...from.slice(0, level + 1)].join(' '))];
}
