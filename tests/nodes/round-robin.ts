import { connect, createServer, type Server, type Socket } from 'node:net';

/** A proxy before several servers: each connection goes to the next of them that takes it, whoever it is from. */
export class RoundRobin {
  private readonly open = new Set<Socket>();
  private ports: readonly number[] = [];
  /** Where the next connection goes, unless nobody takes it there. */
  next = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<RoundRobin> {
    const server = createServer({ pauseOnConnect: true });
    const proxy = new RoundRobin(server);
    server.on('connection', (near) => {
      proxy.open.add(near);
      near.on('error', () => undefined);
      near.on('close', () => proxy.open.delete(near));
      const first = proxy.next;
      proxy.next += 1;
      proxy.lead(near, first, 0);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    const address = this.server.address();
    if (!address || typeof address === 'string') throw new Error('not listening');
    return `http://127.0.0.1:${address.port}`;
  }

  leadTo(ports: readonly number[]): void {
    this.ports = ports;
  }

  async close(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private lead(near: Socket, first: number, tried: number): void {
    if (tried >= this.ports.length || near.destroyed) {
      near.destroy();
      return;
    }
    const far = connect(this.ports[(first + tried) % this.ports.length]!, '127.0.0.1');
    const refused = () => this.lead(near, first, tried + 1);
    far.once('error', refused);
    far.once('connect', () => {
      far.off('error', refused);
      this.open.add(far);
      far.on('error', () => near.destroy());
      far.on('close', () => {
        this.open.delete(far);
        near.destroy();
      });
      near.on('close', () => far.destroy());
      far.pipe(near);
      near.pipe(far);
    });
  }
}
