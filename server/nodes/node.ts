import type { Logger } from 'pino';
import { HandOn } from '@/server/http/hand-on';
import type { Bounds } from '@/server/live/bounds';
import type { Connection } from '@/server/live/connection';
import type { Door } from '@/server/live/dispatch';
import type { FarSockets } from '@/server/live/far-sockets';
import type { RoomLeases } from '@/server/store/room-leases';
import { Edge } from './edge';
import { FarConnections } from './far-connections';
import { type EdgeMessage, isOfEdge, type OwnerMessage } from './far-messages';
import { NodeLinks } from './node-links';
import type { RedisInbox } from './redis-inbox';

/** What a node among several has beside what a server of its own has. The application closes it. */
export interface NodeMeans {
  leases: RoomLeases;
  inbox: RedisInbox;
}

/** This node among several: see docs/decisions/0069. */
export class ServerNode implements FarSockets {
  readonly edge: Edge;
  readonly handOn: HandOn;
  private readonly links: NodeLinks;
  private far: FarConnections | null = null;

  constructor(
    private readonly means: NodeMeans,
    { bounds, secret, log }: { bounds: Bounds; secret: string; log: Logger },
  ) {
    const { inbox, leases } = means;
    this.links = new NodeLinks(
      inbox,
      {
        received: (from, message) => {
          if (isOfEdge(message)) this.far?.received(from, message);
          else this.edge.received(from, message as OwnerMessage);
        },
        broken: (node) => {
          this.far?.broken(node);
          this.edge.broken(node);
        },
        uses: (node) => this.edge.uses(node) || (this.far?.uses(node) ?? false),
      },
      log,
    );
    const send = (to: string, message: EdgeMessage) => this.links.send(to, message);
    this.edge = new Edge({ send, ownerOf: (room) => leases.ownerOf(room), bounds });
    this.handOn = new HandOn(secret);
  }

  /** Sockets of other nodes that are at classes of this one. */
  get connections(): Iterable<Connection> {
    return this.far ?? [];
  }

  /** Lets sockets of other nodes in by this door. */
  listen(door: Door): void {
    this.far = new FarConnections(door, (to, message) => this.links.send(to, message));
    this.means.inbox.listen((from, bytes) => this.links.take(from, bytes));
  }

  /** Gives all classes up, and has those who are at them from other nodes come back. */
  async stop(): Promise<void> {
    await this.means.leases.close();
    this.far?.hangUp();
    await this.links.close();
    this.edge.close();
    this.handOn.close();
    await this.means.inbox.close();
  }
}
