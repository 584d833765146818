import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '@/protocol/events';
import { tabStorage } from './text-storage';
import type { Wire, WireAnswers, WireHandlers, WirePayload, WireRequest } from './wire';

/** Milliseconds for one attempt: a network that swallows WebSockets silently must not eat the patience of a class. */
const CONNECT_TIMEOUT_MS = 4_000;

const WEBSOCKET_FIRST = ['websocket', 'polling'];
const POLLING_FIRST = ['polling', 'websocket'];

/** Says, for this tab, that WebSockets do not get through here. */
const POLLING_KEY = 'perceptroom:polling';

/**
 * The wire over Socket.IO. WebSocket first; after an attempt that failed, long polling first (which upgrades to
 * WebSocket where that turns out to work), and so in turn: schools' filters block WebSockets now and then. Where only
 * polling has worked, the tab remembers it, so that no later connection waits for a WebSocket again.
 */
export class SocketIoWire implements Wire {
  private readonly socket: Socket<ServerToClient, ClientToServer>;
  private handlers: WireHandlers | null = null;
  private dropping = false;
  /** Engine.IO replaces the names in its options by classes, so the turn is kept here. */
  private pollingFirst = tabStorage.getItem(POLLING_KEY) !== null;

  /** @param origin where the server is; the page's own where left out */
  constructor(origin?: string) {
    const options = {
      autoConnect: false,
      reconnection: false,
      forceNew: true,
      transports: this.order(),
      tryAllTransports: true,
      timeout: CONNECT_TIMEOUT_MS,
      withCredentials: true,
    };
    this.socket = origin === undefined ? io(options) : io(origin, options);
    this.listen();
  }

  handle(handlers: WireHandlers): void {
    this.handlers = handlers;
  }

  open(): void {
    this.dropping = false;
    this.socket.connect();
  }

  drop(): void {
    this.dropping = true;
    this.socket.disconnect();
  }

  async request<Request extends WireRequest>(
    name: Request,
    payload: WirePayload<Request>,
    timeoutMs: number,
  ): Promise<WireAnswers[Request] | null> {
    // Socket.IO would buffer it until the next connection, where it would come before the attach.
    if (!this.socket.connected) return null;
    try {
      // The typing of emitWithAck cannot follow a generic event name.
      const emit = this.socket.timeout(timeoutMs).emitWithAck as unknown as (
        event: Request,
        payload: WirePayload<Request>,
      ) => Promise<WireAnswers[Request]>;
      return await emit.call(this.socket, name, payload);
    } catch {
      return null;
    }
  }

  private order(): string[] {
    return [...(this.pollingFirst ? POLLING_FIRST : WEBSOCKET_FIRST)];
  }

  /** Remembers what has worked, until an upgrade shows that WebSockets do after all. */
  private learn(): void {
    const { engine } = this.socket.io;
    if (engine.transport.name !== 'polling') return;
    tabStorage.setItem(POLLING_KEY, 'yes');
    engine.once('upgrade', () => {
      tabStorage.removeItem(POLLING_KEY);
      this.pollingFirst = false;
      this.socket.io.opts.transports = this.order();
    });
  }

  private listen(): void {
    const { socket } = this;
    const lost = () => {
      if (!this.dropping) this.handlers?.disconnected();
    };
    socket.on('connect', () => {
      this.learn();
      this.handlers?.connected();
    });
    socket.on('connect_error', () => {
      this.pollingFirst = !this.pollingFirst || tabStorage.getItem(POLLING_KEY) !== null;
      socket.io.opts.transports = this.order();
      lost();
    });
    socket.on('disconnect', lost);
    socket.on('view', (view) => this.handlers?.view(view));
    socket.on('frame', (frame) => this.handlers?.frame(frame));
    socket.on('screen:frame', (frame) => this.handlers?.screenFrame(frame));
    socket.on('pool', (frame) => this.handlers?.pool(frame));
    socket.on('sight', (frame) => this.handlers?.sight(frame));
    socket.on('watched', (watched) => this.handlers?.watched(watched));
    socket.on('unit', (asked) => this.handlers?.unit(asked));
    socket.on('detached', (code) => this.handlers?.detached(code));
    socket.on('stopping', () => this.handlers?.stopping());
    socket.on('storage', (state) => this.handlers?.storage(state));
  }
}
