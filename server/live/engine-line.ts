import type { ServerResponse } from 'node:http';
import type { Backlogs } from './backlog';
import type { Intake } from './intake';

/** What of Engine.IO's connection is needed here and not in its types. */
export interface EngineConnection {
  transport: EngineTransport;
  on(event: 'packet' | 'packetCreate', listener: (packet: { data?: string | Buffer }) => void): void;
  on(event: 'flush' | 'close', listener: () => void): void;
  on(event: 'upgrade', listener: (transport: EngineTransport) => void): void;
  onClose(reason: string): void;
}
interface EngineTransport {
  name: string;
  /** Long polling: the answer to the request that waits. */
  res?: ServerResponse | null;
  /** A WebSocket of `ws`. */
  socket?: { terminate(): void; pause(): void; resume(): void };
  on(event: 'drain', listener: () => void): void;
}

/** Milliseconds that a WebSocket may take to say good-bye. */
const GOOD_BYE_MS = 1_000;
/** What a packet costs besides its text. */
const PACKET_BYTES = 64;

/** One socket's line below Socket.IO: counts what waits on it, and can be cut off so that nothing of it stays. */
export class EngineLine {
  readonly backlog;
  /** In Engine.IO's buffer, and on their way in a WebSocket or in answers to long polls. */
  private buffered = 0;
  private inTransit = 0;
  private readonly responses = new Set<ServerResponse>();
  private pausing = false;

  constructor(
    private readonly connection: EngineConnection,
    backlogs: Backlogs,
    readonly intake: Intake,
    address: string,
  ) {
    this.backlog = backlogs.open(address, () => this.hangUp());
    connection.on('packet', ({ data }) => this.received(data));
    connection.on('packetCreate', ({ data }) => this.created(data));
    connection.on('flush', () => this.flushed());
    connection.on('close', () => this.closed());
    connection.on('upgrade', (transport) => this.watch(transport));
    this.watch(connection.transport);
  }

  /**
   * Ends it now. A close that says good-bye waits until all that was sent is taken, which is never for one that does not
   * read; so the line is torn down and its buffers with it.
   */
  hangUp(): void {
    const { transport } = this.connection;
    this.connection.onClose('forced close');
    transport.socket?.terminate();
    for (const response of this.responses) response.destroy();
    this.responses.clear();
  }

  /** Whose line this is from now on; null: nobody's. */
  belongTo(person: string | null): void {
    this.backlog.belongTo(person);
    this.intake.belongTo(person);
  }

  /** Before anything is made of what came. */
  private received(data: string | Buffer | undefined): void {
    const verdict = this.intake.take(data?.length ?? 0);
    if (verdict === 'hang-up') this.hangUp();
    else if (verdict > 0) this.pause(verdict);
  }

  private pause(milliseconds: number): void {
    const { socket } = this.connection.transport;
    // A long poll cannot be held back; it brings one body at a time.
    if (!socket || this.pausing) return;
    // What is sent meanwhile stays with the sender.
    this.pausing = true;
    socket.pause();
    setTimeout(() => {
      this.pausing = false;
      socket.resume();
    }, milliseconds).unref();
  }

  /** A good-bye is on its way. Whoever does not answer it is not waited for. */
  private closed(): void {
    this.backlog.close();
    const { socket } = this.connection.transport;
    if (socket) setTimeout(() => socket.terminate(), GOOD_BYE_MS).unref();
  }

  private created(data: string | Buffer | undefined): void {
    const bytes = (data?.length ?? 0) + PACKET_BYTES;
    this.buffered += bytes;
    this.backlog.add(bytes);
  }

  private flushed(): void {
    const bytes = this.buffered;
    this.buffered = 0;
    const { res } = this.connection.transport;
    if (!res) {
      this.inTransit += bytes;
      return;
    }
    this.responses.add(res);
    res.once('close', () => {
      this.responses.delete(res);
      this.backlog.sent(bytes);
    });
  }

  private watch(transport: EngineTransport): void {
    if (!transport.socket) return;
    transport.on('drain', () => {
      this.backlog.sent(this.inTransit);
      this.inTransit = 0;
    });
  }
}
