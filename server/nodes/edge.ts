import { Pump } from '@/base/pump';
import { type Answer, refuse } from '@/protocol/refusals';
import type { Bounds } from '@/server/live/bounds';
import type { Connection } from '@/server/live/connection';
import type { ConnectionEnd } from '@/server/live/connection-end';
import type { ElsewhereError, NodePlace } from '@/server/store/elsewhere';
import type { EdgeMessage, OwnerMessage } from './far-messages';

/** Milliseconds between two looks at sockets that were busy. */
const BEHIND_MS = 25;
/** Milliseconds for which an attach looks for the node that has its class, less than its sender waits; and between two looks. */
const LOOKING_MS = 7_000;
const LOOK_MS = 200;

/** Where a socket of this node is attached: at a class of another. */
interface Place {
  readonly owner: string;
  readonly id: string;
  /** Whether the owner has been told who it is. */
  met: boolean;
  asked: number;
  readonly waiting: Map<number, (answer: Answer | null) => void>;
  /** Things that were said and have not left. */
  behind: number | null;
}

interface Known {
  connection: Connection;
  end: ConnectionEnd;
  place: Place | null;
}

interface EdgeParts {
  send(to: string, message: EdgeMessage): void;
  ownerOf(room: string): Promise<NodePlace | null>;
  bounds: Pick<Bounds, 'underWay'>;
}

/** Sockets of this node whose class is at another: what they say goes there, and what they are told comes from there. */
export class Edge {
  private readonly sockets = new Map<string, Known>();
  private readonly ids = new Map<Connection, string>();
  private readonly late = new Pump(
    () => BEHIND_MS,
    () => this.catchUp(),
  );

  constructor(private readonly parts: EdgeParts) {}

  /** The way in for a socket of this node: through its own door, unless it is at a class of another. */
  entrance(
    id: string,
    connection: Connection,
    end: ConnectionEnd,
    enterHere: (name: string, args: unknown[]) => void,
  ): (name: string, args: unknown[]) => void {
    const known: Known = { connection, end, place: null };
    this.sockets.set(id, known);
    this.ids.set(connection, id);
    return (name, args) => {
      if (connection.attached()) this.leave(known);
      if (known.place && name !== 'attach') this.pass(known.place, name, args);
      else enterHere(name, args);
    };
  }

  /** A socket of this node is gone. */
  closed(id: string): void {
    const known = this.sockets.get(id);
    if (!known) return;
    this.sockets.delete(id);
    this.ids.delete(known.connection);
    this.leave(known);
    const place = this.attaching.get(id);
    if (place) this.giveUp(place);
  }

  /**
   * Attaches a socket at the node that has its class. Null: by now that node may have it no more, so that it is to be asked for here again.
   * Refuses what comes from another node already.
   */
  async attach(
    connection: Connection,
    payload: unknown,
    { room, owner }: ElsewhereError,
  ): Promise<Answer | null> {
    const id = this.ids.get(connection);
    const known = id === undefined ? undefined : this.sockets.get(id);
    if (id === undefined || !known) return refuse('server-stopping');
    const end = performance.now() + LOOKING_MS;
    while (performance.now() < end && this.sockets.has(id)) {
      const place: Place =
        known.place?.owner === owner.node
          ? known.place
          : { owner: owner.node, id, met: false, asked: 0, waiting: new Map(), behind: null };
      const answer = await this.askOwner(known, place, payload, room);
      if (answer?.ok) {
        if (known.place !== place) this.leave(known);
        known.place = place;
        connection.release();
        return answer;
      }
      if (known.place !== place) this.forget(place);
      if (answer && answer.code !== 'server-stopping') return answer;
      if ((await this.parts.ownerOf(room))?.node !== owner.node) return null;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    return refuse('server-stopping');
  }

  received(from: string, message: OwnerMessage): void {
    const known = this.sockets.get(message.connection);
    const place = known?.place ?? this.attaching.get(message.connection);
    if (!known || place?.owner !== from) return;
    switch (message.type) {
      case 'answer':
        place.waiting.get(message.ask)?.(message.answer);
        place.waiting.delete(message.ask);
        return;
      case 'belong':
        known.end.belongTo(message.person);
        return;
      case 'hang-up':
        known.place = null;
        known.end.hangUp();
        return;
      case 'say':
        // Said after the answer to its attach, which is on its way to it.
        if (known.place !== place) {
          setImmediate(() => this.received(from, message));
          return;
        }
        if (message.volatile) known.end.mention(message.name as 'frame', ...(message.said as [never]));
        else known.end.say(message.name, ...(message.said as [never]));
        place.behind = message.count;
        this.tellDrained(known, place);
    }
  }

  /** What was at that node finds its class again by itself. */
  broken(node: string): void {
    for (const place of this.attaching.values()) if (place.owner === node) this.giveUp(place);
    for (const known of [...this.sockets.values()]) {
      if (known.place?.owner !== node) continue;
      this.giveUp(known.place);
      known.place = null;
      known.end.hangUp();
    }
  }

  uses(node: string): boolean {
    const at = (place: Place | null) => place?.owner === node;
    return [...this.attaching.values()].some(at) || [...this.sockets.values()].some(({ place }) => at(place));
  }

  close(): void {
    this.late.close();
  }

  /** Places that are being taken, by socket. */
  private readonly attaching = new Map<string, Place>();

  /** Null: that node does not answer, or has the class no more. */
  private async askOwner(known: Known, place: Place, payload: unknown, room: string): Promise<Answer | null> {
    this.attaching.set(place.id, place);
    let answered = false;
    const answer = new Promise<Answer | null>((resolve) => {
      this.ask(place, known.connection, 'attach', [payload], resolve);
    }).finally(() => {
      answered = true;
    });
    // A node that was killed says nothing, and lets go of nothing: its lease lapses.
    const moved = (async () => {
      while (!answered) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
        const owner = answered ? null : await this.parts.ownerOf(room).catch(() => undefined);
        if (!answered && owner !== undefined && owner?.node !== place.owner) return null;
      }
      return answer;
    })();
    try {
      return await Promise.race([answer, moved]);
    } finally {
      answered = true;
      if (this.attaching.get(place.id) === place) this.attaching.delete(place.id);
    }
  }

  private pass(place: Place, name: string, args: unknown[]): void {
    const answer = args.at(-1);
    if (typeof answer !== 'function') return;
    if (place.waiting.size >= this.parts.bounds.underWay) {
      answer(refuse('rate-limited'));
      return;
    }
    const known = this.sockets.get(place.id);
    if (!known) return;
    // Where the owner is gone so is the line, and nobody is left to hear it.
    const settle = (said: Answer | null) => said && answer(said);
    this.ask(place, known.connection, name, args.slice(0, -1), settle);
  }

  private ask(
    place: Place,
    { address, headers }: Connection,
    name: string,
    args: unknown[],
    settle: (answer: Answer | null) => void,
  ): void {
    place.asked += 1;
    const event = { type: 'event' as const, connection: place.id, ask: place.asked, name, args };
    try {
      this.parts.send(place.owner, place.met ? event : { ...event, who: { address, headers } });
      place.met = true;
      place.waiting.set(place.asked, settle);
    } catch {
      // Nested so deep that it cannot be copied: no schema takes such a thing.
      settle(refuse('bad-request'));
    }
  }

  private leave(known: Known): void {
    const { place } = known;
    known.place = null;
    if (place) this.forget(place);
  }

  /** It is attached there no longer. */
  private forget(place: Place): void {
    this.giveUp(place);
    if (place.met) this.parts.send(place.owner, { type: 'gone', connection: place.id });
    place.met = false;
  }

  private giveUp(place: Place): void {
    for (const settle of place.waiting.values()) settle(null);
    place.waiting.clear();
  }

  /** Frames keep no backlog: the owner says nothing new that may be lost before what it said has left. */
  private tellDrained({ end }: Known, place: Place): void {
    if (place.behind === null) return;
    if (!end.isWritable()) {
      this.late.ask();
      return;
    }
    this.parts.send(place.owner, { type: 'drained', connection: place.id, count: place.behind });
    place.behind = null;
  }

  private catchUp(): void {
    for (const known of this.sockets.values()) if (known.place) this.tellDrained(known, known.place);
  }
}
