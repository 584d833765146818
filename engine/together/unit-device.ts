import type { Answer } from '@/protocol/refusals';
import type { UnitAsked, UnitSent } from '@/protocol/relay-unit';
import { type UnitWork, unitWork } from './unit-work';

/** What this device has just done as a unit. */
export interface UnitStanding {
  asked: UnitAsked;
  work: UnitWork;
  /** Messages that this page has sent and that equalled the engine's numbers. */
  sent: number;
}

interface Means {
  send(sent: UnitSent): Promise<Answer>;
  changed(standing: UnitStanding): void;
}

/** Milliseconds until a message is sent again that was one too many at once, and how often. */
const AGAIN_MS = 300;
const MOST_TIMES = 5;

/** This device as one unit: it keeps its own weights, works out what it is asked, and sends that. It does a few multiplications a message, which need no worker. */
export class UnitDevice {
  private own: { at: string; weights: number[] } | null = null;
  private count = 0;

  constructor(private readonly means: Means) {}

  take(asked: UnitAsked): void {
    const at = `${asked.relayId} ${asked.team} ${asked.seat}`;
    if (asked.weights) this.own = { at, weights: asked.weights };
    // Of another seat: the server says the weights with the first message of each page.
    if (this.own?.at !== at) return;
    const work = unitWork(asked, this.own.weights);
    this.own = { at, weights: work.weights };
    this.means.changed({ asked, work, sent: this.count });
    void this.send(work.sent, 1);
  }

  private async send(sent: UnitSent, time: number): Promise<void> {
    const answer = await this.means.send(sent);
    if (answer.ok) this.count += 1;
    else if (answer.code === 'rate-limited' && time < MOST_TIMES)
      setTimeout(() => void this.send(sent, time + 1), AGAIN_MS);
  }
}
