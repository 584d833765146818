import type { IncomingHttpHeaders } from 'node:http';
import type { ServerToClient } from '@/protocol/events';
import type { EngineLine } from './engine-line';
import type { LiveSocket } from './live-socket';

/** The far side of a connection, whichever node its socket is at. */
export interface ConnectionEnd {
  /** Of the handshake; with the session cookie, for teachers. */
  readonly headers: IncomingHttpHeaders;
  /** Arrives, if the line lasts. */
  say<Name extends keyof ServerToClient>(name: Name, ...said: Parameters<ServerToClient[Name]>): void;
  /** May be lost: what comes after it is newer. */
  mention<Name extends 'frame' | 'screen:frame'>(name: Name, ...said: Parameters<ServerToClient[Name]>): void;
  /** Whether nothing waits to be sent to it: what is said now leaves now. */
  isWritable(): boolean;
  /** Whether it is there and something that it was told has not left for it yet. */
  isOwedWords(): boolean;
  /** Whose line this is from now on; null: nobody's. */
  belongTo(person: string | null): void;
  /** Ends it at once, whatever still waits to be sent. */
  hangUp(): void;
}

/** The socket is at this node. */
export class SocketEnd implements ConnectionEnd {
  constructor(
    private readonly socket: LiveSocket,
    private readonly line: EngineLine,
  ) {}

  get headers(): IncomingHttpHeaders {
    return this.socket.handshake.headers;
  }

  say: ConnectionEnd['say'] = (name, ...said) => void this.socket.emit(name, ...said);

  mention: ConnectionEnd['mention'] = (name, ...said) => void this.socket.volatile.emit(name, ...said);

  isWritable(): boolean {
    const { conn } = this.socket;
    return conn.readyState === 'open' && conn.transport.writable && unsent(conn) === 0;
  }

  isOwedWords(): boolean {
    const { conn } = this.socket;
    return conn.readyState === 'open' && unsent(conn) > 0;
  }

  belongTo(person: string | null): void {
    this.line.belongTo(person);
  }

  hangUp(): void {
    this.line.hangUp();
  }
}

/** Packets that Engine.IO keeps since it cannot send them yet; its types do not tell of the buffer. */
function unsent(conn: LiveSocket['conn']): number {
  return (conn as unknown as { writeBuffer: unknown[] }).writeBuffer.length;
}
