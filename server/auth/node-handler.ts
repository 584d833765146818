import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { TrustedProxies } from '@/server/trusted-proxies';
import type { Accounts } from './accounts';

/** Node's headers as the web's. */
export function webHeaders(from: IncomingHttpHeaders): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(from)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  return headers;
}

/** Bytes of a body after which nobody listens any more; `Accounts` refuses far smaller ones. */
const MOST_BYTES = 64 * 1024;

async function readAll(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Methods that a web `Request` cannot have. */
const NO_WEB_METHODS: readonly (string | undefined)[] = ['CONNECT', 'TRACE', 'TRACK'];

/** Answers a request to `/api/auth/…` on Node's own server. */
export async function serveAuth(
  accounts: Pick<Accounts, 'handle'>,
  request: IncomingMessage,
  response: ServerResponse,
  proxies: TrustedProxies,
): Promise<void> {
  if (NO_WEB_METHODS.includes(request.method)) {
    response.writeHead(405, { allow: 'POST', connection: 'close' }).end();
    return;
  }
  const body = await readAll(request);
  if (body === null) {
    response.writeHead(413, { connection: 'close' }).end();
    return;
  }
  // Only the path is looked at; a Host may be no host at all.
  const url = new URL(request.url ?? '/', 'http://localhost');
  const method = request.method ?? 'GET';
  const answered = await accounts.handle(
    new Request(url, {
      method,
      headers: webHeaders(request.headers),
      ...(method !== 'GET' && method !== 'HEAD' && { body }),
    }),
    proxies.addressOf(request),
  );
  const cookies = answered.headers.getSetCookie();
  const headers = Object.fromEntries([...answered.headers].filter(([name]) => name !== 'set-cookie'));
  response.writeHead(answered.status, { ...headers, ...(cookies.length > 0 && { 'set-cookie': cookies }) });
  response.end(await answered.text());
}
