import type { IncomingMessage, Server } from 'node:http';
import type { Logger } from 'pino';
import type { Env } from '@/server/env';

/**
 * Says once that somebody who is not named speaks for others, on a server that is meant to be reached through a proxy: all whom that one brings
 * count as one address.
 */
export function watchUnnamedProxy(
  http: Server,
  { publicOrigin, trustedProxies }: Pick<Env, 'publicOrigin' | 'trustedProxies'>,
  log: Pick<Logger, 'warn'>,
): void {
  if (publicOrigin === null) return;
  const look = ({ headers, socket }: IncomingMessage) => {
    if (headers['x-forwarded-for'] === undefined || trustedProxies.trusts(socket.remoteAddress ?? '')) return;
    http.off('request', look);
    log.warn(
      'X-Forwarded-For of somebody who is not in TRUSTED_PROXIES is not believed: if that is your proxy, name it there, or all whom it brings count as one address',
    );
  };
  http.on('request', look);
}
