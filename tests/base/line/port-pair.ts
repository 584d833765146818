import type { Ear, Port } from '@/base/line/port';

interface Options {
  /** When a message arrives: at once, unless said otherwise. */
  deliver?: (arrive: () => void) => void;
}

/** One end of a pair; what is sent before the other end listens waits for it, as in a worker's port. */
class End implements Port {
  peer: End | null = null;
  /** What was sent from here, oldest first. */
  readonly sent: unknown[] = [];
  private ear: Ear | null = null;
  private early: unknown[] = [];

  constructor(
    private readonly pair: PortPair,
    private readonly deliver: (arrive: () => void) => void,
  ) {}

  post(message: unknown, transfer: Transferable[]): void {
    const copy = structuredClone(message, { transfer });
    this.sent.push(copy);
    const { peer } = this;
    this.deliver(() => peer?.arrive(copy));
  }

  listen(ear: Ear): void {
    this.ear = ear;
    for (const message of this.early.splice(0)) ear.heard(message);
  }

  end(): void {
    this.pair.ends += 1;
  }

  arrive(message: unknown): void {
    if (this.pair.ends > 0) return;
    if (this.ear) this.ear.heard(message);
    else this.early.push(message);
  }

  die(error: Error): void {
    this.ear?.died(error);
  }
}

/** A line's two ends in one thread. Messages are cloned, as a real port's are. */
export class PortPair {
  /** How often the line was ended. */
  ends = 0;
  /** The end of who asks. */
  readonly page: End;
  /** The end of who answers. */
  readonly worker: End;

  constructor({ deliver = (arrive) => arrive() }: Options = {}) {
    this.page = new End(this, deliver);
    this.worker = new End(this, deliver);
    this.page.peer = this.worker;
    this.worker.peer = this.page;
  }

  /** The side that answers is gone. */
  die(message = 'gone'): void {
    this.page.die(new Error(message));
  }
}
