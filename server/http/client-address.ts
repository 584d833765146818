import type { IncomingMessage } from 'node:http';

/**
 * Where a request comes from, for limits on guessing. A forwarded address is believed only when a proxy is known to stand
 * in front (PUBLIC_ORIGIN is set), and then only the entry that this proxy wrote: the last one.
 */
export function clientAddress(
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  behindProxy: boolean,
): string {
  const forwarded = request.headers['x-forwarded-for'];
  if (behindProxy && forwarded) {
    const last = [forwarded].flat().join(',').split(',').at(-1)?.trim();
    if (last) return last;
  }
  return request.socket.remoteAddress ?? 'unknown';
}
