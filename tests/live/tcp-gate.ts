import { connect, createServer, type Server, type Socket } from 'node:net';

/** A port in front of a server: the server behind it may be replaced, and the network between them may fail. */
export class TcpGate {
  private readonly open = new Set<Socket>();
  private target: number | null = null;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<TcpGate> {
    const server = createServer();
    const gate = new TcpGate(server);
    server.on('connection', (client) => gate.join(client));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return gate;
  }

  get url(): string {
    const address = this.server.address();
    if (!address || typeof address === 'string') throw new Error('not listening');
    return `http://127.0.0.1:${address.port}`;
  }

  /** Lets connections through to this server from now on. */
  leadTo(url: string): void {
    this.target = Number(new URL(url).port);
  }

  /** Breaks every connection without a word; new ones are refused until `leadTo`. */
  cut(): void {
    this.target = null;
    for (const socket of this.open) socket.destroy();
    this.open.clear();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket): void {
    if (this.target === null) {
      client.destroy();
      return;
    }
    const behind = connect(this.target, '127.0.0.1');
    for (const [from, to] of [
      [client, behind],
      [behind, client],
    ] as const) {
      this.open.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.open.delete(from);
        to.destroy();
      });
    }
  }
}
