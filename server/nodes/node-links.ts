import { randomUUID } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { Logger } from 'pino';

/** Between two words to a node with which something is going on, and how long one may say nothing: as long as its leases last. */
const BEAT_MS = 1_000;
const SILENT_MS = 3_000;
/** A look that comes later by so much says that this node stood still, not the others. */
const LATE_MS = 1_000;

/** How bytes come to another node, in order; false: it is not there. */
export interface NodeInbox {
  send(to: string, bytes: Buffer): Promise<boolean>;
}

/** What is sent in one piece: messages `first`, `first + 1` and so on of this link. */
interface Parcel {
  link: string;
  first: number;
  messages: Buffer[];
  /** What was sent before did not all come: begin anew. */
  broken?: true;
}

interface Peer {
  /** Of what is sent there. */
  readonly link: string;
  next: number;
  waiting: Buffer[];
  /** Of what comes from there; null: nothing has yet. */
  from: { link: string; next: number } | null;
  heardAt: number;
}

interface LinkUser {
  received(from: string, message: unknown): void;
  /** What was under way to or from that node may be lost: whatever stood on it begins anew. */
  broken(node: string): void;
  /** Whether anything stands on the link to that node. */
  uses(node: string): boolean;
}

/**
 * Messages from node to node over lines that may lose some: each is counted, and where one is missing, where a node says nothing any more or where
 * nothing can be sent, the link is broken for both. So nobody waits for what was lost, and nothing comes twice or out of order.
 */
export class NodeLinks {
  private readonly peers = new Map<string, Peer>();
  private readonly beat: NodeJS.Timeout;
  private lookedAt = performance.now();
  private flushing = false;

  constructor(
    private readonly inbox: NodeInbox,
    private readonly user: LinkUser,
    private readonly log: Logger,
  ) {
    this.beat = setInterval(() => this.look(), BEAT_MS);
    this.beat.unref();
  }

  /** Sends with whatever else goes there in this turn of the event loop. @throws Error for what cannot be copied */
  send(to: string, message: unknown): void {
    this.peer(to).waiting.push(serialize(message));
    if (this.flushing) return;
    this.flushing = true;
    setImmediate(() => {
      this.flushing = false;
      for (const [node, peer] of this.peers) if (peer.waiting.length > 0) void this.post(node, peer);
    });
  }

  /** Something has come from a node. */
  take(from: string, bytes: Buffer): void {
    const { link, first, messages, broken } = deserialize(bytes) as Parcel;
    if (broken) {
      this.break(from, 'it has missed something');
      return;
    }
    // It has begun anew: with it, whatever stood on what was before.
    const before = this.peers.get(from)?.from;
    if (before && before.link !== link && first === 0) this.break(from, 'it has begun anew');
    const peer = this.peer(from);
    peer.from ??= first === 0 ? { link, next: 0 } : null;
    if (peer.from?.link !== link || peer.from.next !== first) {
      this.break(from, 'something is missing');
      void this.deliver(from, { link: randomUUID(), first: 0, messages: [], broken: true });
      return;
    }
    peer.heardAt = performance.now();
    peer.from.next += messages.length;
    for (const message of messages) {
      this.user.received(from, deserialize(message));
      // What was received may have broken it.
      if (this.peers.get(from) !== peer) return;
    }
  }

  /** Sends what waits. */
  async close(): Promise<void> {
    clearInterval(this.beat);
    await Promise.all(
      [...this.peers].map(([node, peer]) => peer.waiting.length > 0 && this.post(node, peer)),
    );
    this.peers.clear();
  }

  private peer(node: string): Peer {
    let peer = this.peers.get(node);
    if (!peer) {
      peer = { link: randomUUID(), next: 0, waiting: [], from: null, heardAt: performance.now() };
      this.peers.set(node, peer);
    }
    return peer;
  }

  private async post(node: string, peer: Peer): Promise<void> {
    const { link, next: first, waiting: messages } = peer;
    peer.next += messages.length;
    peer.waiting = [];
    const arrived = await this.deliver(node, { link, first, messages });
    if (!arrived && this.peers.get(node) === peer) this.break(node, 'nothing can be sent there');
  }

  private async deliver(node: string, parcel: Parcel): Promise<boolean> {
    try {
      return await this.inbox.send(node, serialize(parcel));
    } catch (error) {
      this.log.debug({ err: error, node }, 'another node cannot be reached');
      return false;
    }
  }

  private break(node: string, why: string): void {
    if (!this.peers.delete(node)) return;
    this.log.warn({ node, why }, 'the link to another node is broken');
    this.user.broken(node);
  }

  private look(): void {
    const now = performance.now();
    const stoodStill = now - this.lookedAt > BEAT_MS + LATE_MS;
    this.lookedAt = now;
    for (const [node, peer] of this.peers) {
      if (stoodStill) peer.heardAt = now;
      if (now - peer.heardAt > SILENT_MS) {
        if (this.user.uses(node)) this.break(node, 'it says nothing any more');
        else this.peers.delete(node);
      } else if (this.user.uses(node)) void this.post(node, peer);
    }
  }
}
