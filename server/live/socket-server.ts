import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server } from 'socket.io';
import type { ClientToServer, ServerToClient } from '@/protocol/events';
import { LIMITS } from '@/protocol/limits';
import { isOwnOrigin } from '@/server/auth/own-origin';
import type { StorageHealth } from '@/server/store/storage-health';
import type { Backlogs } from './backlog';
import { Connection } from './connection';
import { SocketEnd } from './connection-end';
import type { Door } from './dispatch';
import { type EngineConnection, EngineLine } from './engine-line';
import type { FarSockets } from './far-sockets';
import type { Intakes } from './intake';
import type { ApplicationParts } from './parts';
import { SessionCheck } from './session-check';

/** Where sockets come in; what is below it is Socket.IO's alone. */
export const SOCKET_PATH = '/socket.io/';
/** Milliseconds that the last words may take to be fetched, and between two looks whether they were. */
const HEARING_MS = 1_500;
const HEARING_LOOK_MS = 20;

/** Opens Socket.IO on the server's port and lets every event of every socket in through the door. */
export class SocketServer {
  private readonly io: Server<ClientToServer, ServerToClient>;
  private readonly connections = new Set<Connection>();
  private readonly ids = new Set<string>();
  private readonly sessionCheck: SessionCheck;
  private readonly stopListening: () => void;

  constructor(
    http: HttpServer,
    private readonly door: Door,
    parts: ApplicationParts & { storage: StorageHealth },
    { backlogs, intakes, node }: { backlogs: Backlogs; intakes: Intakes; node: FarSockets | null },
  ) {
    const { publicOrigin, trustedProxies } = parts.env;
    this.io = new Server<ClientToServer, ServerToClient>({
      path: SOCKET_PATH,
      serveClient: false,
      transports: ['websocket', 'polling'],
      pingInterval: 10_000,
      pingTimeout: 10_000,
      connectTimeout: 10_000,
      // Compressing frames costs a whole core at a thousand sockets.
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: LIMITS.messageBytes,
      // Next's hot reload upgrades on the same port in development: not ours to end.
      destroyUpgrade: false,
      allowRequest: (request, decide) => decide(null, mayConnect(request, publicOrigin)),
    });
    const lines = new WeakMap<object, EngineLine>();
    this.io.on('connection', (socket) => {
      const line = lines.get(socket.conn);
      if (!line) throw new Error('a socket without a line');
      const address = trustedProxies.addressOf(socket.request as IncomingMessage);
      const end = new SocketEnd(socket, line);
      const connection = new Connection(end, address);
      this.connections.add(connection);
      if (parts.storage.state !== 'ok') socket.emit('storage', parts.storage.state);
      const enterHere = this.door.entrance(connection);
      const enter = node?.edge.entrance(socket.id, connection, end, enterHere) ?? enterHere;
      // One listener for whatever comes: there is no event that passes beside the door.
      socket.onAny((name: unknown, ...args: unknown[]) => enter(String(name), args));
      socket.on('disconnect', () => {
        this.connections.delete(connection);
        node?.edge.closed(socket.id);
        connection.close();
      });
    });
    this.io.attach(http);
    this.io.engine.on('connection', (engine: EngineConnection & { id: string; request: IncomingMessage }) => {
      this.ids.add(engine.id);
      engine.on('close', () => this.ids.delete(engine.id));
      const address = trustedProxies.addressOf(engine.request);
      lines.set(engine, new EngineLine(engine, backlogs, intakes.open(address), address));
    });
    const everybody = () => [...this.connections, ...(node?.connections ?? [])];
    this.sessionCheck = new SessionCheck(everybody, parts.auth, parts.log);
    this.stopListening = parts.storage.onChange((state) => this.io.emit('storage', state));
  }

  /** Whether there is a line with this id of Engine.IO's. */
  knows(id: string): boolean {
    return this.ids.has(id);
  }

  count(): number {
    return this.connections.size;
  }

  /** Tells everybody that the server is about to restart: keep training, come back. */
  announceStop(): void {
    this.io.emit('stopping');
  }

  /** Closes every socket, and the HTTP server with them. */
  async close(): Promise<void> {
    this.sessionCheck.close();
    this.stopListening();
    await this.everybodyHasHeard();
    await this.io.close();
  }

  /**
   * Whoever polls fetches what it is told with the next poll, which comes at once where it still lives; closing would throw away
   * what waits for that.
   */
  private async everybodyHasHeard(): Promise<void> {
    const end = performance.now() + HEARING_MS;
    while (performance.now() < end && [...this.connections].some((connection) => connection.isOwedWords()))
      await new Promise((resolve) => setTimeout(resolve, HEARING_LOOK_MS));
  }
}

/** Pages of this server, and programs that are no browser (they send no Origin and carry no cookie by themselves). */
function mayConnect(request: IncomingMessage, publicOrigin: string | null): boolean {
  return request.headers.origin === undefined || isOwnOrigin(request.headers, publicOrigin);
}
