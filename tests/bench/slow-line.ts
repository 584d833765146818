import { connect, createServer, type Socket } from 'node:net';

/** A line of a school: all connections share its rate, and every byte takes a while. */
export interface Line {
  /** Kilobits a second, in each direction. */
  kbits: number;
  /** Milliseconds there and back. */
  roundTripMs: number;
}

/** Bytes that are passed on at once. */
const PIECE = 1_460;

/** Puts a slow line in front of a server on this machine; resolves with its port. */
export async function openSlowLine(port: number, line: Line): Promise<{ port: number; close(): void }> {
  const sockets = new Set<Socket>();
  const directions = { up: new Direction(line), down: new Direction(line) };
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => socket.destroy());
    }
    directions.up.join(near, far);
    directions.down.join(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** One direction: pieces of all connections one after another, as a wire has them. */
class Direction {
  private freeAt = 0;

  constructor(private readonly line: Line) {}

  join(from: Socket, to: Socket): void {
    // Pieces of one connection stay in their order, whatever the timers do.
    let last = Promise.resolve();
    from.on('data', (chunk: Buffer) => {
      from.pause();
      for (let at = 0; at < chunk.length; at += PIECE) {
        const piece = chunk.subarray(at, at + PIECE);
        const arrived = this.arrival(piece.length);
        last = last.then(() => arrived).then(() => void (to.writable && to.write(piece)));
      }
      // Room for a window's worth on the way, no more.
      setTimeout(() => from.resume(), Math.max(0, this.freeAt - performance.now()));
    });
    for (const event of ['end', 'close']) from.on(event, () => void last.then(() => to.end()));
  }

  private arrival(bytes: number): Promise<void> {
    const now = performance.now();
    this.freeAt = Math.max(this.freeAt, now) + (bytes * 8) / this.line.kbits;
    const arrivesIn = this.freeAt - now + this.line.roundTripMs / 2;
    return new Promise((resolve) => setTimeout(resolve, arrivesIn));
  }
}
