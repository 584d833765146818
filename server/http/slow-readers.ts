import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Bounds } from '@/server/live/bounds';

const LOOK_MS = 1_000;

/** How far a connection has come in taking what waits for it. */
interface Progress {
  mark: string;
  since: number;
}

/**
 * Looks once a second at every connection of the port, sockets and plain requests alike: one that takes nothing while something
 * waits for it is ended, and where too much waits altogether, the one for which most does.
 */
export class SlowReaders {
  private readonly connections = new Map<Socket, Progress>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    http: Server,
    private readonly bounds: Pick<Bounds, 'stalledMs' | 'unread'>,
    private readonly steady: () => number,
    private readonly onCut: (kind: 'stalled' | 'unread') => void,
  ) {
    http.on('connection', (socket) => {
      this.connections.set(socket, { mark: '', since: steady() });
      socket.once('close', () => this.connections.delete(socket));
    });
    this.timer = setInterval(() => this.look(), LOOK_MS);
    this.timer.unref();
  }

  close(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const now = this.steady();
    const waiting: Socket[] = [];
    for (const [socket, progress] of this.connections) {
      if (socket.writableLength === 0) continue;
      const mark = markOf(socket);
      if (mark !== progress.mark) this.connections.set(socket, { mark, since: now });
      else if (now - progress.since >= this.bounds.stalledMs) {
        this.cut(socket, 'stalled');
        continue;
      }
      waiting.push(socket);
    }
    const byAddress = new Map<string, Socket[]>();
    for (const socket of waiting) {
      const address = socket.remoteAddress ?? '';
      byAddress.set(address, [...(byAddress.get(address) ?? []), socket]);
    }
    for (const group of byAddress.values()) this.relieve(group, this.bounds.unread.address);
    this.relieve(waiting, this.bounds.unread.server);
  }

  private relieve(group: readonly Socket[], most: number): void {
    const open = group
      .filter(({ destroyed }) => !destroyed)
      .sort((a, b) => b.writableLength - a.writableLength);
    let bytes = open.reduce((sum, { writableLength }) => sum + writableLength, 0);
    for (const socket of open) {
      if (bytes <= most) return;
      bytes -= socket.writableLength;
      this.cut(socket, 'unread');
    }
  }

  private cut(socket: Socket, kind: 'stalled' | 'unread'): void {
    this.connections.delete(socket);
    socket.destroy();
    this.onCut(kind);
  }
}

/** Another text whenever the receiver has taken something. Node says only when a whole piece is gone; its handle knows of parts. */
function markOf(socket: Socket): string {
  const { _handle } = socket as unknown as { _handle?: { writeQueueSize?: number } | null };
  return `${socket.bytesWritten} ${socket.writableLength} ${_handle?.writeQueueSize ?? 0}`;
}
