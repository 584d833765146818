import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'socket.io';
import { SerialQueue } from '@/base/serial-queue';
import { type Bucket, fullBucket, type Rate, refill, take } from '@/base/token-bucket';
import type { ClientToServer, ServerToClient } from '@/protocol/events';
import type { PoolFrame } from '@/protocol/pool';
import type { RefusalCode } from '@/protocol/refusals';
import type { UnitAsked } from '@/protocol/relay-unit';
import type { SightFrame, Watched } from '@/protocol/sight';
import type { ScreenFrame, TeacherFrame } from '@/protocol/telemetry';
import type { View } from '@/protocol/views';
import type { EngineLine } from './engine-line';
import type { LiveClass } from './live-class';
import { personOf, type Role, type Viewer } from './viewer';

export type LiveSocket = Socket<ClientToServer, ServerToClient>;

/** A connection's place in a class. */
export interface Attachment {
  live: LiveClass;
  role: Role;
  viewer: Viewer;
}

/** One socket and what it is attached to: one class at most, as one viewer. */
export class Connection {
  private attachment: Attachment | null = null;
  private readonly attaching = new SerialQueue();
  private closed = false;
  /** Messages that are being answered. */
  underWay = 0;
  /** Attaches that this socket may still ask for. */
  private attaches: Bucket | null = null;
  /** Students that may still be made on it. */
  private made: Bucket | null = null;

  constructor(
    private readonly socket: LiveSocket,
    private readonly line: EngineLine,
    /** Of the proxy's or of the socket: for limits on guessing only, never kept. */
    readonly address: string,
  ) {}

  /** Of the handshake; with the session cookie, for teachers. */
  get headers(): IncomingHttpHeaders {
    return this.socket.handshake.headers;
  }

  attached(): Attachment | null {
    return this.attachment;
  }

  /** Whether this socket may ask for another place. */
  mayAttach(rate: Rate, now: number): boolean {
    const { allowed, bucket } = take(this.attaches ?? fullBucket(rate, now), rate, now);
    this.attaches = bucket;
    return allowed;
  }

  /** Whether one more student may be made here. */
  mayMakeStudent(rate: Rate, now: number): boolean {
    this.made = refill(this.made ?? fullBucket(rate, now), rate, now);
    return this.made.tokens >= 1;
  }

  /** One has been. */
  madeStudent(): void {
    if (this.made) this.made.tokens -= 1;
  }

  /** Attaches after whatever attach is still under way; an earlier place is given up. */
  attachNext<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.attaching.run(work);
  }

  /** Takes the place, unless the socket is gone by now. */
  attach(live: LiveClass, role: Role): void {
    this.release();
    if (this.closed) return;
    const viewer = new SocketViewer(this.socket, role, () => {
      if (this.attachment?.viewer === viewer) this.attachment = null;
    });
    this.attachment = { live, role, viewer };
    this.line.belongTo(`${live.id} ${personOf(role)}`);
    live.add(viewer);
  }

  /** Gives the place up without a word. */
  release(): void {
    const { attachment } = this;
    this.attachment = null;
    this.line.belongTo(null);
    attachment?.live.remove(attachment.viewer);
  }

  /** Gives the place up and says why. */
  detach(code: RefusalCode): void {
    const { attachment } = this;
    this.release();
    attachment?.viewer.detach(code);
  }

  /** Whether something that it was told has not left for it yet. */
  isOwedWords(): boolean {
    const { conn } = this.socket;
    return conn.readyState === 'open' && unsent(conn) > 0;
  }

  close(): void {
    this.closed = true;
    this.release();
  }

  /** Ends it at once, whatever still waits to be sent. */
  hangUp(): void {
    this.line.hangUp();
  }
}

class SocketViewer implements Viewer {
  constructor(
    private readonly socket: LiveSocket,
    readonly role: Role,
    private readonly onDetach: () => void,
  ) {}

  sendView(view: View): void {
    this.socket.emit('view', view);
  }

  sendFrame(frame: TeacherFrame): void {
    this.socket.volatile.emit('frame', frame);
  }

  sendScreenFrame(frame: ScreenFrame): void {
    this.socket.volatile.emit('screen:frame', frame);
  }

  sendPool(frame: PoolFrame): void {
    this.socket.emit('pool', frame);
  }

  sendSight(frame: SightFrame): void {
    this.socket.emit('sight', frame);
  }

  sendWatched(watched: Watched): void {
    this.socket.emit('watched', watched);
  }

  sendUnit(asked: UnitAsked): void {
    this.socket.emit('unit', asked);
  }

  detach(code: RefusalCode): void {
    this.onDetach();
    this.socket.emit('detached', code);
  }

  isWritable(): boolean {
    const { conn } = this.socket;
    return conn.readyState === 'open' && conn.transport.writable && unsent(conn) === 0;
  }
}

/** Packets that Engine.IO keeps since it cannot send them yet; its types do not tell of the buffer. */
function unsent(conn: LiveSocket['conn']): number {
  return (conn as unknown as { writeBuffer: unknown[] }).writeBuffer.length;
}
