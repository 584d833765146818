import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Bounds } from '@/server/live/bounds';
import type { TrustedProxies } from '@/server/trusted-proxies';

/** Connections of one address: those that have said something whole, and those that have not, in order of coming. */
interface Peer {
  open: number;
  silent: Set<Socket>;
}

/**
 * Bounds the connections of one address. One that has not sent a whole request yet costs nothing to a program that opens thousands, so these have a
 * bound of their own and the oldest of them goes; a browser sends its request at once.
 */
export class ConnectionLimits {
  private readonly peers = new Map<string, Peer>();
  private readonly addresses = new WeakMap<Socket, string>();

  /** @param proxies what comes through a trusted one is its own connection, and is not counted */
  constructor(
    http: Server,
    private readonly bounds: Bounds['connections'],
    private readonly proxies: TrustedProxies,
    private readonly onCut: () => void,
  ) {
    http.on('connection', (socket) => this.opened(socket));
    http.on('request', ({ socket }) => this.heard(socket));
    http.on('upgrade', ({ socket }) => this.heard(socket));
  }

  private opened(socket: Socket): void {
    const address = socket.remoteAddress ?? '';
    if (this.proxies.trusts(address)) return;
    const peer = this.peers.get(address) ?? { open: 0, silent: new Set() };
    this.peers.set(address, peer);
    this.addresses.set(socket, address);
    peer.open += 1;
    peer.silent.add(socket);
    socket.once('close', () => {
      peer.open -= 1;
      peer.silent.delete(socket);
      if (peer.open === 0) this.peers.delete(address);
    });
    if (peer.silent.size > this.bounds.silent) this.cut(peer.silent.values().next().value);
    else if (peer.open > this.bounds.ofAddress) this.cut(socket);
  }

  private heard(socket: Socket): void {
    this.peers.get(this.addresses.get(socket) ?? '')?.silent.delete(socket);
  }

  private cut(socket: Socket | undefined): void {
    socket?.destroy();
    this.onCut();
  }
}
