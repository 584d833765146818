import type { IncomingHttpHeaders } from 'node:http';
import type { ServerToClient } from '@/protocol/events';
import type { Answer } from '@/protocol/refusals';

/** What the node that has somebody's socket tells the node that has the class. `connection` is the socket's id at the former. */
export type EdgeMessage =
  | {
      type: 'event';
      connection: string;
      /** Which answer is meant. */
      ask: number;
      name: string;
      /** Without the way to answer. */
      args: unknown[];
      /** With the first event. */
      who?: { address: string; headers: IncomingHttpHeaders };
    }
  /** So many of the things said have left for it: nothing waits. */
  | { type: 'drained'; connection: string; count: number }
  | { type: 'gone'; connection: string };

/** What the node that has the class tells the node that has the socket. */
export type OwnerMessage =
  | { type: 'answer'; connection: string; ask: number; answer: Answer }
  | {
      type: 'say';
      connection: string;
      name: keyof ServerToClient;
      said: Parameters<ServerToClient[keyof ServerToClient]>;
      /** May be lost. */
      volatile: boolean;
      /** How many things were said by now. */
      count: number;
    }
  | { type: 'belong'; connection: string; person: string | null }
  | { type: 'hang-up'; connection: string };

const OF_EDGES: ReadonlySet<string> = new Set<EdgeMessage['type']>(['event', 'drained', 'gone']);

/** Messages are made by nodes of one server alone: their type says which way they go. */
export function isOfEdge(message: unknown): message is EdgeMessage {
  return OF_EDGES.has((message as EdgeMessage).type);
}
