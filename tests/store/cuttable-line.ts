import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a database whose connections can be cut. */
export interface CuttableLine {
  /** The database's URL by way of this line. */
  url: string;
  /** Ends all connections: as a reset, or in good order as a proxy that restarts does. */
  cut(how: 'reset' | 'end'): void;
  close(): Promise<void>;
}

/** Opens a line on a free loopback port. */
export async function openCuttableLine(databaseUrl: string): Promise<CuttableLine> {
  const to = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(to.port), to.hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.pipe(other);
      // An error is followed by the close.
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    cut: (how) => {
      for (const socket of sockets) how === 'reset' ? socket.resetAndDestroy() : socket.end();
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
