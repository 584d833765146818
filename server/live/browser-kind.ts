import type { IncomingMessage } from 'node:http';

/** What a browser says of itself: tells a program's requests from those of others behind the same address. Only compared, never kept. */
export function browserKindOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  return `${headers['user-agent'] ?? ''} ${headers['accept-language'] ?? ''}`;
}
