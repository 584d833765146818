import type { IncomingHttpHeaders } from 'node:http';
import type { ConnectionEnd } from '@/server/live/connection-end';
import type { OwnerMessage } from './far-messages';

/** The socket is at another node, to which all that is said goes; that node tells what has left for it. */
export class FarEnd implements ConnectionEnd {
  private count = 0;
  private left = 0;

  constructor(
    private readonly connection: string,
    readonly headers: IncomingHttpHeaders,
    private readonly send: (message: OwnerMessage) => void,
  ) {}

  say: ConnectionEnd['say'] = (name, ...said) => this.tell(name, said, false);

  mention: ConnectionEnd['mention'] = (name, ...said) => this.tell(name, said, true);

  /** So many things have left. */
  drained(count: number): void {
    this.left = count;
  }

  isWritable(): boolean {
    return this.left === this.count;
  }

  /** That is for the node to wait for at which the socket is. */
  isOwedWords(): boolean {
    return false;
  }

  belongTo(person: string | null): void {
    this.send({ type: 'belong', connection: this.connection, person });
  }

  hangUp(): void {
    this.send({ type: 'hang-up', connection: this.connection });
  }

  private tell(
    name: Extract<OwnerMessage, { type: 'say' }>['name'],
    said: Extract<OwnerMessage, { type: 'say' }>['said'],
    volatile: boolean,
  ): void {
    this.count += 1;
    this.send({ type: 'say', connection: this.connection, name, said, volatile, count: this.count });
  }
}
