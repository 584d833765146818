import { createHmac, timingSafeEqual } from 'node:crypto';
import { Agent, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { refuse } from '@/protocol/refusals';
import type { NodePlace } from '@/server/store/elsewhere';
import { bodyThatWasRead } from './read-body';
import { respond } from './respond';

/** Shows that another node has let a request in. */
const HEADER = 'x-perceptroom-node';
/** Of one connection alone. */
const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te', 'trailer', 'expect'];
const MOST_SOCKETS = 64;

/** Hands requests on to the node that has what they are about. */
export class HandOn {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: MOST_SOCKETS });
  private readonly sign: Buffer;

  /** @param secret what all nodes have in common */
  constructor(secret: string) {
    this.sign = Buffer.from(createHmac('sha256', secret).update('from another node').digest('hex'));
  }

  /** Whether another node has let it in. */
  isFromNode({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
    const shown = Buffer.from(String(headers[HEADER] ?? ''));
    return shown.length === this.sign.length && timingSafeEqual(shown, this.sign);
  }

  /** Has another node answer it. @param address of whoever asks */
  to(
    { address: node }: NodePlace,
    request: IncomingMessage,
    response: ServerResponse,
    address: string,
  ): void {
    const read = bodyThatWasRead(request);
    const headers = { ...request.headers };
    for (const name of HOP_BY_HOP) delete headers[name];
    const [hostname, port] = [node.slice(0, node.lastIndexOf(':')), node.slice(node.lastIndexOf(':') + 1)];
    const there = ask({
      ...{ agent: this.agent, hostname: hostname.replace(/^\[|\]$/g, ''), port },
      ...{ method: request.method, path: request.url },
      headers: {
        ...headers,
        'x-forwarded-for': address,
        [HEADER]: this.sign.toString(),
        ...(read && { 'content-length': String(read.byteLength) }),
        ...(request.headers['transfer-encoding'] !== undefined &&
          !read && { 'transfer-encoding': 'chunked' }),
      },
    });
    there.on('response', (answer) => {
      const told = { ...answer.headers };
      for (const name of HOP_BY_HOP) delete told[name];
      // Of a body that nobody wanted the rest is not read.
      if (!request.complete && !read) told.connection = 'close';
      response.writeHead(answer.statusCode ?? 502, told);
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    });
    there.on('error', () => {
      if (response.headersSent) response.destroy();
      else respond(response, refuse('server-stopping'));
    });
    response.on('close', () => there.destroy());
    if (read) there.end(read);
    else request.pipe(there);
  }

  close(): void {
    this.agent.destroy();
  }
}
