import type { Connection } from './connection';
import type { ConnectionEnd } from './connection-end';

/** Where there are several nodes: sockets of this one at classes of others, and the other way round. */
export interface FarSockets {
  /** Sockets of other nodes at classes of this one. */
  readonly connections: Iterable<Connection>;
  readonly edge: {
    /** The way in for a socket of this node: by its own door, unless it is at a class of another. */
    entrance(
      id: string,
      connection: Connection,
      end: ConnectionEnd,
      enterHere: (name: string, args: unknown[]) => void,
    ): (name: string, args: unknown[]) => void;
    closed(id: string): void;
  };
}
