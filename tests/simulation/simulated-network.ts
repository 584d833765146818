import type { ConnectionEnd } from '@/server/live/connection-end';
import type { SimulatedNode } from './simulated-node';
import type { SimulatedProcess } from './virtual-time';
import type { World } from './world';

/** What a client hears of its line. */
export interface LineListener {
  said(name: string, what: unknown): void;
  lost(): void;
}

/** Everything between clients and servers. */
export class SimulatedNetwork {
  readonly lines = new Set<Line>();
  /** Who can take a connection. */
  readonly listening = new Set<SimulatedNode>();

  constructor(private readonly world: World) {}

  /** A new line to one of the servers; null: there is none. */
  connect(client: SimulatedProcess, headers: Record<string, string>, listener: LineListener): Line | null {
    const nodes = [...this.listening];
    if (nodes.length === 0) return null;
    const line = new Line(this.world, this, client, this.world.random.pick(nodes), headers, listener);
    this.lines.add(line);
    return line;
  }
}

/** One connection: what is sent on it arrives in its order, if the line lasts; against other lines in any order. */
export class Line {
  clientOpen = true;
  serverOpen = true;
  /** Until then nothing passes, and what was sent waits. */
  stalledUntil = 0;
  readonly end: ConnectionEnd;
  private lastUp = 0;
  private lastDown = 0;

  constructor(
    private readonly world: World,
    private readonly network: SimulatedNetwork,
    readonly client: SimulatedProcess,
    readonly node: SimulatedNode,
    headers: Record<string, string>,
    private readonly listener: LineListener,
  ) {
    const say = (name: string, ...said: unknown[]) => this.down(() => listener.said(name, copy(said[0])));
    this.end = {
      headers,
      say: say as ConnectionEnd['say'],
      mention: ((name: string, ...said: unknown[]) => {
        if (this.end.isWritable()) say(name, ...said);
      }) as ConnectionEnd['mention'],
      isWritable: () => this.serverOpen && this.world.time.now >= this.stalledUntil,
      isOwedWords: () => false,
      belongTo: () => undefined,
      hangUp: () => this.breakAtServer(),
    };
    this.up(() => node.opened(this));
  }

  /** Asks; `answered` is called once, if an answer comes over this line. */
  ask(name: string, payload: unknown, answered: (answer: unknown) => void): void {
    const fate = this.world.isCalm ? 1 : this.world.random.next();
    this.up(() => {
      // The line breaks before what was sent on it is read, or after it was and before it is answered.
      if (fate < 0.003) {
        this.breakNow();
        return;
      }
      this.node.enter(this, name, copy(payload), (answer) => this.down(() => answered(copy(answer))));
      if (fate > 0.997 && !this.world.isCalm) this.breakNow();
    });
  }

  /** Both ends hear of it within moments; what is on the way is lost. */
  breakNow(): void {
    this.breakAtServer();
  }

  /**
   * The client gives the line up, or has long been somewhere else. What it has sent still arrives until the server hears of it.
   * @param heardAfter milliseconds until then
   */
  leave(heardAfter: number): void {
    if (!this.clientOpen) return;
    this.clientOpen = false;
    this.world.time.after(heardAfter, this.node.process, () => this.closeAtServer());
    if (!this.node.process.alive) this.network.lines.delete(this);
  }

  /** The server's end is gone; the client hears of it. */
  breakAtServer(): void {
    this.closeAtServer();
    if (!this.clientOpen) return;
    this.world.time.after(this.world.random.between(1, 80), this.client, () => this.heardOfBreak());
  }

  /** The server was killed: nobody says goodbye. */
  serverGone(): void {
    this.serverOpen = false;
    this.network.lines.delete(this);
    const heard = this.world.random.chance(0.7)
      ? this.world.random.between(1, 80)
      : this.world.random.between(500, 8_000);
    this.world.time.after(heard, this.client, () => this.heardOfBreak());
  }

  private heardOfBreak(): void {
    if (!this.clientOpen) return;
    this.clientOpen = false;
    this.listener.lost();
  }

  private closeAtServer(): void {
    if (!this.serverOpen) return;
    this.serverOpen = false;
    this.network.lines.delete(this);
    this.node.closed(this);
  }

  private up(arrive: () => void): void {
    this.lastUp = this.arrival(this.lastUp);
    this.world.time.after(this.lastUp - this.world.time.now, this.node.process, () => {
      if (this.serverOpen) arrive();
    });
  }

  private down(arrive: () => void): void {
    this.lastDown = this.arrival(this.lastDown);
    this.world.time.after(this.lastDown - this.world.time.now, this.client, () => {
      if (this.clientOpen && this.serverOpen) arrive();
    });
  }

  private arrival(last: number): number {
    const { random, time, isCalm } = this.world;
    const latency = !isCalm && random.chance(0.02) ? random.between(200, 3_000) : random.between(1, 40);
    return Math.max(time.now + latency, last, this.stalledUntil);
  }
}

/** What has crossed a wire is another object. */
function copy(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
