import type { IncomingHttpHeaders } from 'node:http';
import { SerialQueue } from '@/base/serial-queue';
import { type Bucket, fullBucket, type Rate, refill, take } from '@/base/token-bucket';
import type { PoolFrame } from '@/protocol/pool';
import type { RefusalCode } from '@/protocol/refusals';
import type { UnitAsked } from '@/protocol/relay-unit';
import type { SightFrame, Watched } from '@/protocol/sight';
import type { ScreenFrame, TeacherFrame } from '@/protocol/telemetry';
import type { View } from '@/protocol/views';
import type { ConnectionEnd } from './connection-end';
import type { LiveClass } from './live-class';
import { personOf, type Role, type Viewer } from './viewer';

/** A connection's place in a class. */
export interface Attachment {
  live: LiveClass;
  role: Role;
  viewer: Viewer;
}

/** One socket, at this node or at another, and what it is attached to: one class at most, as one viewer. */
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
    private readonly end: ConnectionEnd,
    /** Of the proxy's or of the socket: for limits on guessing only, never kept. */
    readonly address: string,
  ) {}

  /** Of the handshake; with the session cookie, for teachers. */
  get headers(): IncomingHttpHeaders {
    return this.end.headers;
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
    const viewer = new ConnectionViewer(this.end, role, () => {
      if (this.attachment?.viewer === viewer) this.attachment = null;
    });
    this.attachment = { live, role, viewer };
    this.end.belongTo(`${live.id} ${personOf(role)}`);
    live.add(viewer);
  }

  /** Gives the place up without a word. */
  release(): void {
    const { attachment } = this;
    this.attachment = null;
    this.end.belongTo(null);
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
    return this.end.isOwedWords();
  }

  close(): void {
    this.closed = true;
    this.release();
  }

  /** Ends it at once, whatever still waits to be sent. */
  hangUp(): void {
    this.end.hangUp();
  }
}

class ConnectionViewer implements Viewer {
  constructor(
    private readonly end: ConnectionEnd,
    readonly role: Role,
    private readonly onDetach: () => void,
  ) {}

  sendView(view: View): void {
    this.end.say('view', view);
  }

  sendFrame(frame: TeacherFrame): void {
    this.end.mention('frame', frame);
  }

  sendScreenFrame(frame: ScreenFrame): void {
    this.end.mention('screen:frame', frame);
  }

  sendPool(frame: PoolFrame): void {
    this.end.say('pool', frame);
  }

  sendSight(frame: SightFrame): void {
    this.end.say('sight', frame);
  }

  sendWatched(watched: Watched): void {
    this.end.say('watched', watched);
  }

  sendUnit(asked: UnitAsked): void {
    this.end.say('unit', asked);
  }

  detach(code: RefusalCode): void {
    this.onDetach();
    this.end.say('detached', code);
  }

  hangUp(): void {
    this.onDetach();
    this.end.hangUp();
  }

  isWritable(): boolean {
    return this.end.isWritable();
  }
}
