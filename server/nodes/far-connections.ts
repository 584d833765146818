import { type Answer, refuse } from '@/protocol/refusals';
import { Connection } from '@/server/live/connection';
import type { Door } from '@/server/live/dispatch';
import { FarEnd } from './far-end';
import type { EdgeMessage, OwnerMessage } from './far-messages';

interface Far {
  connection: Connection;
  end: FarEnd;
  enter: ReturnType<Door['entrance']>;
}

/** Sockets of other nodes that are at classes of this one: they come in by the same door as those of this node. */
export class FarConnections {
  /** By node and by the socket's id there. */
  private readonly nodes = new Map<string, Map<string, Far>>();

  constructor(
    private readonly door: Pick<Door, 'entrance'>,
    private readonly send: (to: string, message: OwnerMessage) => void,
  ) {}

  /** Every connection, for whoever looks after sessions. */
  *[Symbol.iterator](): Iterator<Connection> {
    for (const node of this.nodes.values()) for (const { connection } of node.values()) yield connection;
  }

  received(from: string, message: EdgeMessage): void {
    const known = this.nodes.get(from)?.get(message.connection);
    switch (message.type) {
      case 'event':
        this.enter(from, known, message);
        return;
      case 'drained':
        known?.end.drained(message.count);
        return;
      case 'gone':
        this.forget(from, message.connection);
        known?.connection.close();
    }
  }

  /** Nothing more comes from that node, nor gets there. */
  broken(node: string): void {
    const known = this.nodes.get(node);
    this.nodes.delete(node);
    for (const { connection } of known?.values() ?? []) connection.close();
  }

  uses(node: string): boolean {
    return this.nodes.has(node);
  }

  /** This node stops: they come back by themselves, and find their classes elsewhere. */
  hangUp(): void {
    for (const connection of this) connection.hangUp();
  }

  private enter(from: string, known: Far | undefined, event: Extract<EdgeMessage, { type: 'event' }>): void {
    const { connection, ask, name, args, who } = event;
    const answer = (said: Answer) => this.send(from, { type: 'answer', connection, ask, answer: said });
    const far = known ?? (who && this.meet(from, connection, who));
    if (far) far.enter(name, [...args, answer]);
    else answer(refuse('not-attached'));
  }

  private meet(
    from: string,
    id: string,
    { address, headers }: NonNullable<Extract<EdgeMessage, { type: 'event' }>['who']>,
  ): Far {
    const end = new FarEnd(id, headers, (message) => {
      this.send(from, message);
      if (message.type !== 'hang-up') return;
      this.forget(from, id);
      connection.close();
    });
    const connection = new Connection(end, address);
    const far = { connection, end, enter: this.door.entrance(connection) };
    const node = this.nodes.get(from) ?? new Map<string, Far>();
    node.set(id, far);
    this.nodes.set(from, node);
    return far;
  }

  private forget(from: string, id: string): void {
    const node = this.nodes.get(from);
    node?.delete(id);
    if (node?.size === 0) this.nodes.delete(from);
  }
}
