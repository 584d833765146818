import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a database whose connections can be cut. */
export interface CuttableLine {
  /** The database's URL by way of this line. */
  url: string;
  /** Ends all connections: as a reset, or in good order as a proxy that restarts does. */
  cut(how: 'reset' | 'end'): void;
  /** Ends all connections, and lets no other through until `unblock`. */
  block(): void;
  unblock(): void;
  close(): Promise<void>;
}

/** Opens a line on a free loopback port. */
export async function openCuttableLine(databaseUrl: string): Promise<CuttableLine> {
  const to = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let blocked = false;
  const server = createServer((near) => {
    if (blocked) {
      near.resetAndDestroy();
      return;
    }
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
    block: () => {
      blocked = true;
      for (const socket of sockets) socket.resetAndDestroy();
    },
    unblock: () => {
      blocked = false;
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
